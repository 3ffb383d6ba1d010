package org.datason.config;

import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * How dates and times are written: ISO 8601, seconds or milliseconds since 1970 UTC, or a pattern
 * of one's own. Immutable.
 *
 * <p>With hints, every form reads back as the same value, whatever the reader is set to: what a
 * number or a pattern loses is written beside it. Without hints, where a type is asked for, numbers
 * and texts are read by the form that is set (and ISO 8601 always); what they lose is lost: the
 * offset, the zone, and with a pattern what it does not have.
 *
 * <p>The timestamps of tables obey where hints are off; in a hinted table they are ISO.
 *
 * <p>A time without an offset is counted as UTC. Dates and times alone, and years beyond 1 to 9999,
 * are ISO in every form; so are the keys of maps.
 */
public final class DateForm {

  /** ISO 8601 text: the default. */
  public static final DateForm ISO = new DateForm("iso", null);

  /**
   * Seconds since 1970-01-01T00:00Z as a number, with a fraction; dates and times alone stay text.
   */
  public static final DateForm EPOCH_SECONDS = new DateForm("epoch-seconds", null);

  /** Milliseconds since 1970-01-01T00:00Z as a number; dates and times alone stay text. */
  public static final DateForm EPOCH_MILLIS = new DateForm("epoch-millis", null);

  private static final String PATTERN = "pattern:";

  private final String text;
  private final DateTimeFormatter formatter;

  private DateForm(String text, DateTimeFormatter formatter) {
    this.text = text;
    this.formatter = formatter;
  }

  /**
   * Text by a pattern of {@link DateTimeFormatter}, for what has a date and a time; an instant is
   * written in UTC. Dates and times alone stay ISO.
   *
   * @param pattern the pattern, such as {@code dd.MM.yyyy HH:mm}
   * @return the form
   * @throws IllegalArgumentException if it is no pattern
   */
  public static DateForm pattern(String pattern) {
    return new DateForm(
        PATTERN + pattern, DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT));
  }

  static DateForm of(String text) {
    for (DateForm form : new DateForm[] {ISO, EPOCH_SECONDS, EPOCH_MILLIS}) {
      if (form.text.equalsIgnoreCase(text.replace('_', '-'))) {
        return form;
      }
    }
    if (text.startsWith(PATTERN)) {
      return pattern(text.substring(PATTERN.length()));
    }
    throw new IllegalArgumentException(
        "must be iso, epoch-seconds, epoch-millis or pattern:..., not '" + text + "'");
  }

  /**
   * The formatter of a pattern.
   *
   * @return the formatter, or null for the other forms
   */
  public DateTimeFormatter formatter() {
    return formatter;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DateForm form && form.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** The form as settings name it: {@code iso}, {@code pattern:dd.MM.yyyy}. */
  @Override
  public String toString() {
    return text;
  }
}
