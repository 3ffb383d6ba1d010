package org.datason.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;

/**
 * What generated readers of templates call, and nobody else should: it checks no more than such a
 * reader needs, whose value is in the buffer whole. The usual case is done here; whatever is
 * unusual is left to {@link Fallback}, the reader that the generated one stands for.
 */
public final class GeneratedInput {

  /*
   * Of JsonReader's state, the flag that a value was read last is not kept up between the calls
   * here: each one that leaves off for a method of JsonReader sets it first.
   */

  /** Beyond so many digits a number is left to the general parser. */
  private static final int INT_DIGITS = 9;

  private static final int LONG_DIGITS = 18;

  private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
  private static final long FALSE = 'f' | 'a' << 8 | 'l' << 16 | 's' << 24 | (long) 'e' << 32;
  private static final long FALSE_MASK = (1L << 40) - 1;

  private GeneratedInput() {}

  /** The interpreting reader of an object, for all that is unusual about it. */
  public interface Fallback {

    /**
     * Reads the value of a member, in whatever form.
     *
     * @param in the reader, before the value
     * @param i the place of the member
     * @return the value
     */
    Object readField(JsonReader in, int i);

    /**
     * Names the member in an error about its value.
     *
     * @param i the place of the member
     * @param e the error
     * @return the error, to be thrown
     */
    MismatchException named(int i, MismatchException e);

    /**
     * Reads, passes over or refuses a member that is not known.
     *
     * @param in the reader, before the value
     */
    void unknown(JsonReader in);

    /**
     * Makes the value of an object some of whose members are missing.
     *
     * @param in the reader, behind the object
     * @param values the values that came, as the reader that this stands for keeps them
     * @return the value
     */
    Object finish(JsonReader in, Object[] values);

    /**
     * Says that a member came again.
     *
     * @param in the reader, before the value
     * @param i the place of the member
     */
    void repeated(JsonReader in, int i);
  }

  // ---------------------------------------------------------------- structure

  /**
   * Passes over a token of up to eight bytes, if it comes next.
   *
   * @param in the reader
   * @param word its bytes, the first one lowest
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long word, int n) {
    int p = in.pos;
    if (p + 8 > in.limit || (Words.get(in.buf, p) ^ word) << 64 - 8 * n != 0) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of nine to sixteen bytes, if it comes next.
   *
   * @param in the reader
   * @param head its first eight bytes, the first one lowest
   * @param tail its last eight bytes
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long head, long tail, int n) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + n > in.limit || Words.get(b, p) != head || Words.get(b, p + n - 8) != tail) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of 17 to 24 bytes, if it comes next.
   *
   * @param in the reader
   * @param head its first eight bytes, the first one lowest
   * @param middle the next eight bytes
   * @param tail its last eight bytes
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long head, long middle, long tail, int n) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + n > in.limit
        || Words.get(b, p) != head
        || Words.get(b, p + 8) != middle
        || Words.get(b, p + n - 8) != tail) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of any length, if it comes next.
   *
   * @param in the reader
   * @param token its bytes
   * @return whether it came
   */
  public static boolean token(JsonReader in, byte[] token) {
    int p = in.pos;
    int end = p + token.length;
    if (end > in.limit || !Arrays.equals(in.buf, p, end, token, 0, token.length)) {
      return false;
    }
    in.pos = end;
    return true;
  }

  /**
   * Goes into an object whose brace was passed over.
   *
   * @param in the reader
   */
  public static void enterObject(JsonReader in) {
    in.enterObject();
  }

  /**
   * Leaves an object, if its end comes next without a blank.
   *
   * @param in the reader, behind a value
   * @return whether it did
   */
  public static boolean endObject(JsonReader in) {
    int p = in.pos;
    if (p >= in.limit || in.buf[p] != '}') {
      return false;
    }
    in.pos = p + 1;
    in.depth--;
    in.setAfter(true);
    return true;
  }

  /**
   * Goes into an array, if one comes next.
   *
   * @param in the reader, before a value
   * @return whether one did
   */
  public static boolean beginArray(JsonReader in) {
    if (first(in) != '[') {
      return false;
    }
    in.setAfter(false);
    in.beginArray();
    return true;
  }

  /**
   * Leaves an array that was begun, if it has no items.
   *
   * @param in the reader
   * @return whether it did
   */
  public static boolean endArray(JsonReader in) {
    int c = first(in);
    if (c != ']') {
      if (c == '}') {
        throw in.syntax("']'", in.pos);
      }
      return false;
    }
    in.depth--;
    in.pos++;
    in.setAfter(true);
    return true;
  }

  /**
   * Goes behind the comma that follows an item, or leaves the array.
   *
   * @param in the reader, behind an item
   * @return whether another item comes
   */
  public static boolean nextItem(JsonReader in) {
    int c = first(in);
    if (c == ',') {
      int next = in.nextItem();
      if (next == ']' || next == '}') {
        throw in.syntax("a value after the comma", in.pos);
      }
      return true;
    }
    if (c != ']') {
      throw in.syntax(c == '}' ? "']'" : "',' or the end of the array or object", in.pos);
    }
    in.depth--;
    in.pos++;
    in.setAfter(true);
    return false;
  }

  /**
   * Says that a member came again, whose name may have been passed over as a token.
   *
   * @param in the reader, before the value
   * @param names the names that are known
   * @param i the place of the name
   */
  public static void repeated(JsonReader in, KnownNames names, int i) {
    byte[] token = names.key(i).token;
    int at = in.pos - token.length;
    if (at >= 0 && Arrays.equals(in.buf, at, in.pos, token, 0, token.length)) {
      in.nameAt = at;
    }
    in.repeated(names.get(i));
  }

  // ---------------------------------------------------------------- what comes next

  /** The first byte of what comes next, or -1 at the end. */
  private static int first(JsonReader in) {
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

  // ---------------------------------------------------------------- other values

  /**
   * Reads a value by a handler, with all that can stand for it.
   *
   * @param in the reader, before a value
   * @param handler the handler
   * @return the value
   */
  public static Object readValue(JsonReader in, TypeHandler<?> handler) {
    in.setAfter(false);
    return in.readValue(handler);
  }

  /**
   * Reads an object by a generated reader; null and values with hints as {@link #readValue} does.
   *
   * @param in the reader, before a value
   * @param handler the handler
   * @return the value
   */
  public static Object readObject(JsonReader in, TypeHandler<?> handler) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + 3 >= in.limit || b[p] != '{' || b[p + 1] != '"' || b[p + 2] == '_') {
      return readValue(in, handler);
    }
    in.setAfter(false);
    try {
      return handler.read(in);
    } catch (DatasonException e) {
      throw e;
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw ReadErrors.rejected(in, handler.type(), p, e);
    }
  }

  /**
   * Reads a value of any kind.
   *
   * @param in the reader, before a value
   * @return the value
   */
  public static Object readAny(JsonReader in) {
    in.setAfter(false);
    return in.readValue();
  }

  /**
   * Has the methods of the reader read the value that comes next.
   *
   * @param in the reader, before a value
   * @return the reader
   */
  public static JsonReader general(JsonReader in) {
    in.setAfter(false);
    return in;
  }
}
