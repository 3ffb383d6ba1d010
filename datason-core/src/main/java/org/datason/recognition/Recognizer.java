package org.datason.recognition;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.datason.types.Texts;

/**
 * Tells the texts of one type from other text. Implementations are immutable and thread-safe. Their
 * value must hold all that the text says; the way it was written (capitals in a UUID, zeros at the
 * end of a fraction of a second) may get lost.
 *
 * <pre>{@code
 * Recognizer<Year> years =
 *     Recognizer.of(
 *         Year.class, new FirstLook(4, 4, "12"), Pattern.compile("[12][0-9]{3}"), Year::parse);
 * }</pre>
 *
 * @param <T> the type
 */
public interface Recognizer<T> {

  /** UUIDs in their form of 36 characters, in capitals or not. On by default. */
  Recognizer<UUID> UUIDS =
      OfFunction.of(UUID.class, 36, 36, Forms.DIGITS + "abcdefABCDEF", Texts::uuid);

  /** Dates, {@code 2024-06-15}. On by default. */
  Recognizer<LocalDate> DATES = OfFunction.of(LocalDate.class, 10, 10, Forms.DIGITS, Forms::date);

  /** Dates with a time but no offset, {@code 2024-06-15T10:30:00.5}. On by default. */
  Recognizer<LocalDateTime> DATE_TIMES =
      OfFunction.of(LocalDateTime.class, 16, 29, Forms.DIGITS, Forms::dateTime);

  /** Dates with a time and an offset, {@code 2024-06-15T10:30:00Z}. On by default. */
  Recognizer<OffsetDateTime> OFFSET_DATE_TIMES =
      OfFunction.of(OffsetDateTime.class, 17, 38, Forms.DIGITS, Forms::offsetDateTime);

  /**
   * Dates with a time, an offset and a time zone, {@code 2024-06-15T10:30:00+02:00[Europe/Berlin]}.
   * The zone must be known and have the offset at that time. On by default.
   */
  Recognizer<ZonedDateTime> ZONED_DATE_TIMES =
      OfFunction.of(ZonedDateTime.class, 20, 100, Forms.DIGITS, Forms::zonedDateTime);

  /** Times, {@code 10:30} or {@code 10:30:00.5}. On by default. */
  Recognizer<LocalTime> TIMES = OfFunction.of(LocalTime.class, 5, 18, "012", Forms::time);

  /** Times with an offset, {@code 10:30:00+02:00}. On by default. */
  Recognizer<OffsetTime> OFFSET_TIMES =
      OfFunction.of(OffsetTime.class, 6, 27, "012", Forms::offsetTime);

  /**
   * Durations of days, hours, minutes and seconds, {@code P1DT2H30M} or {@code -PT0.5S}; not those
   * of years and months, which have no length. On by default.
   */
  Recognizer<Duration> DURATIONS = OfFunction.of(Duration.class, 3, 60, "P-", Forms::duration);

  /**
   * Decimals as JSON writes numbers, {@code 19.990} or {@code 1e5}, with their scale; integers too.
   * A negative zero stays text, since a decimal has none. By choice only: a version number can look
   * the same.
   */
  Recognizer<BigDecimal> DECIMALS =
      OfFunction.of(BigDecimal.class, 1, 1000, "-" + Forms.DIGITS, Forms::decimal);

  /**
   * URIs of the form {@code scheme://...}, {@code file:/...}, {@code urn:...} or {@code
   * mailto:...}. By choice only.
   */
  Recognizer<URI> URIS = OfFunction.of(URI.class, 5, Integer.MAX_VALUE, Forms.LETTERS, Forms::uri);

  /**
   * Base64 (RFC 4648) with its padding, in the one form that an encoder writes. By choice only, and
   * best for chosen paths: every word of four letters is base64.
   */
  Recognizer<byte[]> BASE64 =
      OfFunction.of(
          byte[].class, 4, Integer.MAX_VALUE, Forms.LETTERS + Forms.DIGITS + "+/", Forms::base64);

  /**
   * The type of the values.
   *
   * @return the class
   */
  Class<T> type();

  /**
   * What texts of the type look like at first look; {@link #parse} gets no others.
   *
   * @return the first look, the same each time
   */
  FirstLook firstLook();

  /**
   * The value of a text. An exception means the same as null; it is never seen by who reads a
   * document, but costs time.
   *
   * @param text a text that passes the first look
   * @return the value, or null if the text is not of the type
   */
  T parse(String text);

  /**
   * A recogniser of texts that match a pattern.
   *
   * @param type the type of the values
   * @param look what the texts look like at first look
   * @param pattern what the whole text matches
   * @param parse gives the value of a text that matches; null or an exception if it is none after
   *     all
   * @param <T> the type
   * @return a recogniser
   */
  static <T> Recognizer<T> of(
      Class<T> type, FirstLook look, Pattern pattern, Function<String, ? extends T> parse) {
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(parse, "parse");
    return new OfFunction<>(
        type, look, text -> pattern.matcher(text).matches() ? parse.apply(text) : null);
  }
}
