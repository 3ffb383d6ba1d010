package org.datason.frame;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * The type of a column's values. One lattice for frames, templates and Arrow. Immutable and
 * thread-safe; compared by value.
 *
 * <pre>{@code
 * FieldType id = FieldType.Simple.INT64;
 * FieldType price = new FieldType.Decimal(10, 2);
 * FieldType time = new FieldType.Timestamp(FieldType.Unit.US, "Europe/Berlin");
 * FieldType tags = new FieldType.ListOf(FieldType.Simple.TEXT);
 * }</pre>
 */
public sealed interface FieldType {

  /** A type that needs no more than its name. */
  enum Simple implements FieldType {
    /** True or false. */
    BOOLEAN,
    /** An integer from -128 to 127. */
    INT8,
    /** An integer from -32,768 to 32,767. */
    INT16,
    /** An integer of 32 bits, as an {@code int}. */
    INT32,
    /** An integer of 64 bits, as a {@code long}. */
    INT64,
    /** An integer from 0 to 255. */
    UINT8,
    /** An integer from 0 to 65,535. */
    UINT16,
    /** An integer from 0 to 4,294,967,295. */
    UINT32,
    /** A number of IEEE 754's binary16, as a {@code float}. */
    FLOAT16,
    /** A {@code float}. */
    FLOAT32,
    /** A {@code double}. */
    FLOAT64,
    /** Text of any length, as a {@code String}. */
    TEXT,
    /** A {@link java.time.LocalDate}, whose days since 1970 fit an int. */
    DATE,
    /** A {@link java.time.LocalTime}, to the nanosecond. */
    TIME,
    /** A {@link java.time.Duration} whose nanoseconds fit a long (292 years). */
    DURATION,
    /** A {@link java.util.UUID}. */
    UUID,
    /** Bytes, as a {@code byte[]}. */
    BINARY,
    /** Values of any kinds, as objects: the last resort. */
    MIXED;

    /** The name: {@code int64}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The unit that a timestamp counts. */
  enum Unit {
    /** Seconds. */
    S(1),
    /** Milliseconds. */
    MS(1_000),
    /** Microseconds. */
    US(1_000_000),
    /** Nanoseconds. */
    NS(1_000_000_000);

    private final long inSecond;

    Unit(long inSecond) {
      this.inSecond = inSecond;
    }

    /**
     * How many there are in a second.
     *
     * @return 1 to 1,000,000,000
     */
    public long inSecond() {
      return inSecond;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Decimals, as {@link java.math.BigDecimal}, all of one scale.
   *
   * @param precision the most digits, at least 1
   * @param scale how many of them stand behind the point; negative for trailing zeros before it
   */
  record Decimal(int precision, int scale) implements FieldType {

    /** So many digits always fit a long. */
    static final int LONG_DIGITS = 18;

    /**
     * Checks the precision.
     *
     * @param precision see the component
     * @param scale see the component
     */
    public Decimal {
      if (precision < 1) {
        throw new IllegalArgumentException("precision must be at least 1, not " + precision);
      }
    }

    @Override
    public String toString() {
      return "decimal(" + precision + ", " + scale + ")";
    }
  }

  /**
   * Moments. Without a zone they are local times, as {@link java.time.LocalDateTime}; with one they
   * are moments on the time line, as {@link java.time.ZonedDateTime} in that zone, and counted from
   * 1970 in UTC.
   *
   * @param unit what is counted
   * @param zone the id of a time zone, or null
   */
  record Timestamp(Unit unit, String zone) implements FieldType {

    /**
     * Checks the zone.
     *
     * @param unit see the component
     * @param zone see the component
     */
    public Timestamp {
      Objects.requireNonNull(unit, "unit");
      if (zone != null) {
        ZoneId.of(zone);
      }
    }

    @Override
    public String toString() {
      return "timestamp[" + unit + (zone == null ? "" : ", " + zone) + "]";
    }
  }

  /**
   * Values out of a fixed list of categories, which is part of the column.
   *
   * @param values the type of the categories: a simple one, but not MIXED, or decimals or
   *     timestamps
   * @param ordered whether the order of the categories means something
   */
  record Dictionary(FieldType values, boolean ordered) implements FieldType {

    /**
     * Checks the type of the categories.
     *
     * @param values see the component
     * @param ordered see the component
     */
    public Dictionary {
      boolean parts =
          values instanceof Dictionary || values instanceof ListOf || values instanceof Struct;
      if (Objects.requireNonNull(values, "values") == Simple.MIXED || parts) {
        throw new IllegalArgumentException("Categories cannot be " + values);
      }
    }

    @Override
    public String toString() {
      return "dictionary<" + values + (ordered ? ", ordered>" : ">");
    }
  }

  /**
   * Lists of values of one type, each of any length.
   *
   * @param items the type of the items
   */
  record ListOf(FieldType items) implements FieldType {

    /**
     * Checks the type of the items.
     *
     * @param items see the component
     */
    public ListOf {
      Objects.requireNonNull(items, "items");
    }

    @Override
    public String toString() {
      return "list<" + items + ">";
    }
  }

  /**
   * Records in records, as {@code Map<String, Object>}.
   *
   * @param schema their fields
   */
  record Struct(Schema schema) implements FieldType {

    /**
     * Checks the schema.
     *
     * @param schema see the component
     */
    public Struct {
      Objects.requireNonNull(schema, "schema");
    }

    @Override
    public String toString() {
      return "struct<" + schema + ">";
    }
  }

  /**
   * The type of a name, as {@code toString()} gives it: of all types but dictionaries, lists and
   * structs.
   *
   * @param name the name: {@code int64}, {@code decimal(10, 2)}, {@code timestamp[us, UTC]}
   * @return the type
   * @throws IllegalArgumentException if it is the name of none
   */
  static FieldType named(String name) {
    return TypeNames.parse(name);
  }
}
