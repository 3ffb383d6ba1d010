package org.datason.config;

/**
 * A form that a value may have beside the one its declared type asks for. Coercions count where a
 * type is asked for ({@code fromJson(json, Run.class)}) and nowhere else, and none of them changes
 * a value: what has no exact counterpart is refused whatever the settings.
 *
 * <pre>{@code
 * datason.fromJson("\"12\"", Integer.class); // 12, by TEXT_TO_NUMBER
 * datason.with(c -> c.coercions(Set.of())).fromJson("\"12\"", Integer.class); // is refused
 * }</pre>
 */
public enum Coercion {
  /**
   * A text that is a number of JSON, for a number: {@code "12"}, {@code "-0.5"}, {@code "1e3"}; no
   * blanks, no leading zeros, no plus sign. On by default.
   */
  TEXT_TO_NUMBER,

  /** A number for a {@code String}: its digits as the document has them. On by default. */
  NUMBER_TO_TEXT,

  /** The texts {@code "true"} and {@code "false"} for a boolean. On by default. */
  TEXT_TO_BOOLEAN,

  /**
   * A number written with a point or an exponent whose value is whole, for an integer: {@code 5.0},
   * {@code 1e3}. On by default.
   */
  DECIMAL_TO_INTEGER,

  /**
   * A number for a moment ({@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime}, {@code
   * Date}): seconds since 1970 UTC, or milliseconds if it is beyond 4,102,444,800 either way. On by
   * default. Under a hint, where Python writes such numbers, they are read whatever this says.
   */
  EPOCH_TO_TIME,

  /**
   * A single value for an array or collection, which then holds it alone. Off by default, since it
   * hides that a document is not what was expected. An object is not taken for a primitive array,
   * and a hinted value never.
   */
  ONE_TO_LIST,

  /**
   * An empty text for null (or for what null stands for, such as an empty {@code Optional}) where
   * it is no value of the type itself; a primitive refuses it as it does null. Off by default.
   */
  EMPTY_TO_NULL
}
