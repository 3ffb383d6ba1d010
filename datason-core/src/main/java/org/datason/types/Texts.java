package org.datason.types;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Parses UUIDs, dates and times that may be none: what is not of the type, or out of its range, is
 * null and no error. Parsing is by hand and makes no exception where it can be helped.
 *
 * <p>Times are those of ISO 8601 in its extended form: {@code T} between date and time, hours and
 * minutes of two digits, seconds that may be missing, up to nine digits of a fraction after a
 * point. Offsets are {@code Z}, {@code +02}, {@code +0200}, {@code +02:00} and {@code +02:00:30}.
 *
 * <pre>{@code
 * Texts.date("2024-06-15"); // a LocalDate
 * Texts.date("2024-13-45"); // null
 * }</pre>
 */
public final class Texts {

  private Texts() {}

  /**
   * Parses a UUID of 36 characters.
   *
   * @param text the text, in capitals or not
   * @return the UUID, or null
   */
  public static UUID uuid(String text) {
    return UuidHandler.parseOrNull(text);
  }

  /**
   * Parses a date, {@code 2024-06-15}.
   *
   * @param text the text
   * @return the date, or null
   */
  public static LocalDate date(String text) {
    Iso parts = Iso.parseOrNull(text);
    return parts != null && parts.time() == null ? parts.date() : null;
  }

  /**
   * Parses a time, {@code 10:30:00.5}.
   *
   * @param text the text
   * @return the time, or null
   */
  public static LocalTime time(String text) {
    Iso parts = Iso.parseOrNull(text);
    return parts != null && parts.date() == null && isLocal(parts) ? parts.time() : null;
  }

  /**
   * Parses a time with an offset, {@code 10:30:00+02:00}.
   *
   * @param text the text
   * @return the time, or null
   */
  public static OffsetTime offsetTime(String text) {
    Iso parts = Iso.parseOrNull(text);
    return parts != null && parts.date() == null && isOffset(parts)
        ? OffsetTime.of(parts.time(), parts.offset())
        : null;
  }

  /**
   * Parses a date with a time, {@code 2024-06-15T10:30}.
   *
   * @param text the text
   * @return the date and time, or null
   */
  public static LocalDateTime dateTime(String text) {
    Iso parts = Iso.parseOrNull(text);
    return isDateTime(parts) && isLocal(parts) ? local(parts) : null;
  }

  /**
   * Parses a date with a time and an offset, {@code 2024-06-15T10:30:00Z}.
   *
   * @param text the text
   * @return the date and time, or null
   */
  public static OffsetDateTime offsetDateTime(String text) {
    Iso parts = Iso.parseOrNull(text);
    return isDateTime(parts) && isOffset(parts)
        ? OffsetDateTime.of(local(parts), parts.offset())
        : null;
  }

  /**
   * Parses a date with a time, an offset and a time zone, {@code
   * 2024-06-15T10:30:00+02:00[Europe/Berlin]}.
   *
   * @param text the text
   * @return the date and time; null also where the zone is not known, is an offset or has another
   *     one at that time
   */
  public static ZonedDateTime zonedDateTime(String text) {
    Iso parts = Iso.parseOrNull(text);
    if (!isDateTime(parts) || parts.offset() == null || parts.zone() == null) {
      return null;
    }
    ZoneId zone;
    try {
      zone = ZoneId.of(parts.zone());
    } catch (DateTimeException e) {
      return null;
    }
    return !(zone instanceof ZoneOffset)
            && zone.getId().equals(parts.zone())
            && zone.getRules().isValidOffset(local(parts), parts.offset())
        ? ZonedDateTime.ofInstant(local(parts), parts.offset(), zone)
        : null;
  }

  private static boolean isDateTime(Iso parts) {
    return parts != null && parts.date() != null && parts.time() != null;
  }

  private static boolean isLocal(Iso parts) {
    return parts.offset() == null && parts.zone() == null;
  }

  private static boolean isOffset(Iso parts) {
    return parts.offset() != null && parts.zone() == null;
  }

  private static LocalDateTime local(Iso parts) {
    return LocalDateTime.of(parts.date(), parts.time());
  }
}
