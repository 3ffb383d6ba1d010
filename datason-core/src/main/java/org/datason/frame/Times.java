package org.datason.frame;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;

/**
 * Dates, times, timestamps and durations as numbers: days since 1970, nanoseconds of the day, units
 * since 1970, nanoseconds.
 */
final class Times {

  private static final long NANOS = 1_000_000_000;

  /** 0001-01-01 and 9999-12-31. */
  private static final long FIRST_DAY = -719_162;

  private static final long LAST_DAY = 2_932_896;

  private Times() {}

  /** The number of a value. */
  static long encode(FieldType type, Object value, ColumnBuilder builder) {
    if (type instanceof FieldType.Timestamp timestamp) {
      return encode(timestamp, value, builder);
    }
    if (type == FieldType.Simple.DATE && value instanceof LocalDate date) {
      return check(type, date.toEpochDay());
    }
    if (type == FieldType.Simple.TIME && value instanceof LocalTime time) {
      return time.toNanoOfDay();
    }
    if (type == FieldType.Simple.DURATION && value instanceof Duration duration) {
      return nanos(duration);
    }
    String expected =
        type == FieldType.Simple.DATE
            ? "a LocalDate"
            : type == FieldType.Simple.TIME ? "a LocalTime" : "a Duration";
    throw builder.mismatch(expected, value);
  }

  private static long encode(FieldType.Timestamp type, Object value, ColumnBuilder builder) {
    if (type.zone() == null) {
      if (value instanceof LocalDateTime local) {
        return count(type, local.toEpochSecond(ZoneOffset.UTC), local.getNano());
      }
      throw builder.mismatch("a LocalDateTime", value);
    }
    if (value instanceof ZonedDateTime zoned && isIn(zoned.getZone(), type.zone())) {
      return count(type, zoned.toEpochSecond(), zoned.getNano());
    }
    if (value instanceof Instant instant) {
      return count(type, instant.getEpochSecond(), instant.getNano());
    }
    throw builder.mismatch("an Instant or a ZonedDateTime in " + type.zone(), value);
  }

  /** Whether a zone has an id, be it written otherwise: GMT+2 is GMT+02:00. */
  private static boolean isIn(ZoneId zone, String id) {
    return zone.getId().equals(id) || zone.equals(ZoneId.of(id));
  }

  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(duration + " has more nanoseconds than a long", e);
    }
  }

  /** How many units a moment is from 1970. */
  private static long count(FieldType.Timestamp type, long second, int nano) {
    long inSecond = type.unit().inSecond();
    long size = NANOS / inSecond;
    if (nano % size != 0) {
      throw new IllegalArgumentException(
          "A fraction of " + nano + " nanoseconds is finer than " + type);
    }
    try {
      return second < 0
          ? Math.addExact(Math.multiplyExact(second + 1, inSecond), nano / size - inSecond)
          : Math.addExact(Math.multiplyExact(second, inSecond), nano / size);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("The time is out of the range of " + type, e);
    }
  }

  /** A number, if the type has it. */
  static long check(FieldType type, long value) {
    boolean in =
        type == FieldType.Simple.DATE
            ? value == (int) value
            : type != FieldType.Simple.TIME || value >= 0 && value <= LocalTime.MAX.toNanoOfDay();
    if (!in) {
      throw new IllegalArgumentException(value + " is out of the range of " + type);
    }
    return value;
  }

  /** The value of a number. */
  static Object decode(FieldType type, long value) {
    if (type instanceof FieldType.Timestamp timestamp) {
      long inSecond = timestamp.unit().inSecond();
      long second = Math.floorDiv(value, inSecond);
      int nano = (int) (Math.floorMod(value, inSecond) * (NANOS / inSecond));
      return timestamp.zone() == null
          ? LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC)
          : Instant.ofEpochSecond(second, nano).atZone(ZoneId.of(timestamp.zone()));
    }
    return switch ((FieldType.Simple) type) {
      case DATE -> LocalDate.ofEpochDay(value);
      case TIME -> LocalTime.ofNanoOfDay(value);
      default -> Duration.ofNanos(value);
    };
  }

  /** What the texts of a type tell. */
  static TimeForm form(FieldType type) {
    if (type instanceof FieldType.Timestamp timestamp) {
      return timestamp.zone() == null ? TimeForm.DATE_TIME : TimeForm.OFFSET_DATE_TIME;
    }
    return type == FieldType.Simple.DATE
        ? TimeForm.DATE
        : type == FieldType.Simple.TIME ? TimeForm.TIME : null;
  }

  /** The number of a text that was parsed. */
  static long number(FieldType type, TimeParts parts) {
    if (type instanceof FieldType.Timestamp timestamp) {
      return count(timestamp, parts.epochSecond(), parts.nano());
    }
    return type == FieldType.Simple.DATE ? parts.epochDay() : parts.nanoOfDay();
  }

  /** Whether a date or timestamp is of the years 1 to 9999, which have a text of their own. */
  static boolean hasText(FieldType type, long value) {
    long inDay = type instanceof FieldType.Timestamp t ? 86_400 * t.unit().inSecond() : 1;
    long day = Math.floorDiv(value, inDay);
    return day >= FIRST_DAY && day <= LAST_DAY;
  }

  /** Whether a text is a number, as stands for dates and timestamps that have no text. */
  static boolean isNumber(FieldType type, byte[] b, int from, int to) {
    boolean number = type == FieldType.Simple.DATE || type instanceof FieldType.Timestamp;
    for (int i = from; number && i < to; i++) {
      number = b[i] >= '0' && b[i] <= '9' || b[i] == '-' && i == from;
    }
    return number && to > from;
  }

  /**
   * A number that stands for a date or timestamp beyond those that have a text.
   *
   * @throws IllegalArgumentException if it has one: it is more likely meant as a year, or in
   *     another unit
   */
  static long withoutText(FieldType type, long value) {
    if (hasText(type, value)) {
      throw new IllegalArgumentException("'" + value + "' is no " + type);
    }
    return check(type, value);
  }

  /**
   * The number that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none of the type
   */
  static long parse(FieldType type, byte[] b, int from, int to) {
    TimeForm form = form(type);
    if (form != null) {
      TimeParts parts = new TimeParts();
      if (parts.parse(b, from, to, form, 'T') || parts.parse(b, from, to, form, ' ')) {
        return number(type, parts);
      }
    }
    String text = text(b, from, to);
    try {
      if (type == FieldType.Simple.DURATION) {
        return nanos(Duration.parse(text));
      }
      if (type == FieldType.Simple.TIME) {
        return LocalTime.parse(text).toNanoOfDay();
      }
      if (type == FieldType.Simple.DATE) {
        return check(type, LocalDate.parse(text).toEpochDay());
      }
      FieldType.Timestamp timestamp = (FieldType.Timestamp) type;
      text = text.replace(' ', 'T');
      if (timestamp.zone() == null) {
        LocalDateTime local = LocalDateTime.parse(text);
        return count(timestamp, local.toEpochSecond(ZoneOffset.UTC), local.getNano());
      }
      OffsetDateTime moment = OffsetDateTime.parse(text);
      return count(timestamp, moment.toEpochSecond(), moment.getNano());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no " + type, e);
    }
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }
}
