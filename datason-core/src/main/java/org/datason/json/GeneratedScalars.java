package org.datason.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What generated readers of templates call for single values, and nobody else should: each method
 * takes the usual form of its value, and what is in {@link GeneratedInput} goes for all of them.
 */
public final class GeneratedScalars {

  /** Beyond so many digits a number is left to the general parser. */
  private static final int INT_DIGITS = 9;

  private static final int LONG_DIGITS = 18;

  private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
  private static final long FALSE = 'f' | 'a' << 8 | 'l' << 16 | 's' << 24 | (long) 'e' << 32;
  private static final long FALSE_MASK = (1L << 40) - 1;

  private GeneratedScalars() {}

  // ---------------------------------------------------------------- what comes next

  /** The first byte of what comes next, or -1 at the end. */
  static int first(JsonReader in) {
    int p = in.pos;
    if (p < in.limit) {
      int c = in.buf[p];
      if (c > ' ') {
        return c;
      }
    }
    return in.next();
  }

  /**
   * Whether a number comes next.
   *
   * @param in the reader, before a value
   * @return whether it begins as one
   */
  public static boolean isNumber(JsonReader in) {
    int c = first(in);
    return c - '0' >>> 31 == 0 && c <= '9' || c == '-' && !in.isInfinity();
  }

  /**
   * Whether a text comes next.
   *
   * @param in the reader, before a value
   * @return whether it begins as one
   */
  public static boolean isText(JsonReader in) {
    return first(in) == '"';
  }

  /**
   * Whether an object comes next.
   *
   * @param in the reader, before a value
   * @return whether it begins as one
   */
  public static boolean isObject(JsonReader in) {
    return first(in) == '{';
  }

  /**
   * Whether true or false comes next.
   *
   * @param in the reader, before a value
   * @return whether it begins as one of them
   */
  public static boolean isBoolean(JsonReader in) {
    int c = first(in);
    return c == 't' || c == 'f';
  }

  // ---------------------------------------------------------------- numbers

  /**
   * Reads a number as an int.
   *
   * @param in the reader, before a number
   * @return the int
   */
  public static int readInt(JsonReader in) {
    int p = in.pos;
    byte[] b = in.buf;
    int sign = b[p] == '-' ? 1 : 0;
    int first = p + sign;
    if (first + INT_DIGITS < in.limit) {
      int value = b[first] - '0';
      int q = first + 1;
      boolean digits = value > 0 && value <= 9;
      if (digits) {
        int d;
        while (q < first + INT_DIGITS && (d = b[q] - '0') >= 0 && d <= 9) {
          value = value * 10 + d;
          q++;
        }
      }
      if ((digits || value == 0) && isEnd(b[q])) {
        in.pos = q;
        return (value ^ -sign) + sign;
      }
    }
    in.setAfter(false);
    return in.readInt();
  }

  /** Whether a byte ends a number in the usual way. */
  private static boolean isEnd(int c) {
    return c == ',' || c == '}' || c == ']' || c == '\n' || c == ' ';
  }

  /**
   * Reads a number as a long.
   *
   * @param in the reader, before a number
   * @return the long
   */
  public static long readLong(JsonReader in) {
    int p = in.pos;
    byte[] b = in.buf;
    int sign = b[p] == '-' ? 1 : 0;
    int first = p + sign;
    if (first + LONG_DIGITS + 8 < in.limit && b[first] > '0' && b[first] <= '9') {
      int q = first;
      long value = 0;
      long word = Words.get(b, q);
      if (Digits.isEightDigits(word)) {
        value = Digits.parseEightDigits(word);
        q += 8;
        word = Words.get(b, q);
        if (Digits.isEightDigits(word)) {
          value = value * 100_000_000 + Digits.parseEightDigits(word);
          q += 8;
        }
      }
      int d;
      while (q < first + LONG_DIGITS && (d = b[q] - '0') >= 0 && d <= 9) {
        value = value * 10 + d;
        q++;
      }
      if (isEnd(b[q])) {
        in.pos = q;
        return (value ^ -sign) + sign;
      }
    }
    in.setAfter(false);
    return in.readLong();
  }

  /**
   * Reads a number as a double.
   *
   * @param in the reader, before a number
   * @return the double
   */
  public static double readDouble(JsonReader in) {
    return NumberParser.readDouble(in);
  }

  /**
   * Reads a number as a float.
   *
   * @param in the reader, before a number
   * @return the float
   */
  public static float readFloat(JsonReader in) {
    return NumberParser.readFloat(in);
  }

  /**
   * Reads a number with all its digits.
   *
   * @param in the reader, before a number
   * @return the number
   */
  public static BigDecimal readDecimal(JsonReader in) {
    return NumberParser.readBigDecimal(in);
  }

  /**
   * Reads true or false.
   *
   * @param in the reader, before one that begins so
   * @return which
   */
  public static boolean readBoolean(JsonReader in) {
    int p = in.pos;
    if (p + 8 <= in.limit) {
      long word = Words.get(in.buf, p);
      if ((int) word == TRUE) {
        in.pos = p + 4;
        return true;
      }
      if ((word & FALSE_MASK) == FALSE) {
        in.pos = p + 5;
        return false;
      }
    }
    in.setAfter(false);
    return in.readBoolean();
  }

  // ---------------------------------------------------------------- texts

  /**
   * Reads a text.
   *
   * @param in the reader, before a text
   * @return the text
   */
  public static String readText(JsonReader in) {
    return StringParser.read(in);
  }

  /**
   * Reads a text; one that comes again and again is kept.
   *
   * @param in the reader, before a text
   * @param texts the texts that came before
   * @return the text
   */
  public static String readText(JsonReader in, RepeatedTexts texts) {
    if (!texts.isWorthIt()) {
      return StringParser.read(in);
    }
    byte[] b = in.buf;
    int from = in.pos + 1;
    int to = StringParser.plainEnd(b, from, in.limit);
    if (to >= in.limit || b[to] != '"' || to - from > RepeatedTexts.LONGEST || to - from < 1) {
      texts.isNew();
      return StringParser.read(in);
    }
    in.pos = to + 1;
    return texts.text(b, from, to, in.limit);
  }

  /**
   * Reads a text that is one of a few, if it is without escapes.
   *
   * @param in the reader, before a text
   * @param known the texts
   * @return the place of the text; -1 if it is none of them: nothing was read then
   */
  public static int readChoice(JsonReader in, KnownNames known) {
    byte[] b = in.buf;
    int from = in.pos + 1;
    int to = StringParser.plainEnd(b, from, in.limit);
    if (to == in.limit || b[to] != '"') {
      return -1;
    }
    int i = known.find(b, from, to, in.limit);
    if (i >= 0) {
      in.pos = to + 1;
    }
    return i;
  }

  /**
   * Reads a text that is a UUID.
   *
   * @param in the reader, before a value
   * @return the UUID; null if another value comes next: nothing was read then
   */
  public static UUID readUuid(JsonReader in) {
    in.setAfter(false);
    return in.tryUuid();
  }

  /**
   * Reads a text that is a moment.
   *
   * @param in the reader, before a value
   * @return the moment; null if another value comes next: nothing was read then
   */
  public static Instant readInstant(JsonReader in) {
    TimeParts parts = time(in, TimeForm.OFFSET_DATE_TIME);
    return parts == null ? null : parts.instant();
  }

  /**
   * Reads a text that is a date and a time with an offset.
   *
   * @param in the reader, before a value
   * @return both; null if another value comes next: nothing was read then
   */
  public static OffsetDateTime readOffsetDateTime(JsonReader in) {
    TimeParts parts = time(in, TimeForm.OFFSET_DATE_TIME);
    return parts == null ? null : parts.offsetDateTime();
  }

  /**
   * Reads a text that is a date and a time without an offset.
   *
   * @param in the reader, before a value
   * @return both; null if another value comes next: nothing was read then
   */
  public static LocalDateTime readLocalDateTime(JsonReader in) {
    TimeParts parts = time(in, TimeForm.DATE_TIME);
    return parts == null ? null : parts.dateTime();
  }

  /**
   * Reads a text that is a date.
   *
   * @param in the reader, before a value
   * @return the date; null if another value comes next: nothing was read then
   */
  public static LocalDate readLocalDate(JsonReader in) {
    TimeParts parts = time(in, TimeForm.DATE);
    return parts == null ? null : parts.date();
  }

  /**
   * Reads a text that is a time of day.
   *
   * @param in the reader, before a value
   * @return the time; null if another value comes next: nothing was read then
   */
  public static LocalTime readLocalTime(JsonReader in) {
    TimeParts parts = time(in, TimeForm.TIME);
    return parts == null ? null : parts.time();
  }

  private static TimeParts time(JsonReader in, TimeForm form) {
    in.setAfter(false);
    return in.tryTime(form);
  }
}
