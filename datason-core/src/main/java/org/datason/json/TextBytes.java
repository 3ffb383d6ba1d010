package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

/**
 * Texts as bytes in one growing array, for those who keep many: UTF-8, in which a lone surrogate,
 * for which UTF-8 has no form, takes three bytes as any other char of its size ("WTF-8"). Not
 * thread-safe.
 *
 * <pre>{@code
 * TextBytes texts = new TextBytes();
 * in.readText(texts);
 * int end = texts.length();
 * TextBytes.decode(texts.bytes(), 0, end);
 * }</pre>
 */
public final class TextBytes {

  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[64];
  private int length;

  /** No text. */
  public TextBytes() {}

  /**
   * The array with the bytes, which is replaced as it grows.
   *
   * @return the array; of it, {@link #length} bytes count
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * How many bytes there are.
   *
   * @return 0 or more
   */
  public int length() {
    return length;
  }

  /**
   * Takes back all bytes from a place on.
   *
   * @param to how many stay
   */
  public void setLength(int to) {
    length = to;
  }

  /**
   * Appends a text.
   *
   * @param text the text
   * @throws IllegalArgumentException if all texts together have more bytes than an array holds
   */
  public void append(String text) {
    if (isWhole(text)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      append(utf8, 0, utf8.length);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c > 0xFFFF) {
        i++;
      }
      byte[] utf8 =
          c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
              ? new byte[] {(byte) 0xED, (byte) (0x80 | c >> 6 & 0x3F), (byte) (0x80 | c & 0x3F)}
              : Character.toString(c).getBytes(StandardCharsets.UTF_8);
      append(utf8, 0, utf8.length);
    }
  }

  /** Whether a text has no lone surrogate. */
  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (text.codePointAt(i) <= 0xFFFF) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * Appends bytes of a text.
   *
   * @param source the array
   * @param from the first
   * @param to after the last
   * @throws IllegalArgumentException if all texts together have more bytes than an array holds
   */
  public void append(byte[] source, int from, int to) {
    int n = to - from;
    if (bytes.length - length < n) {
      grow(n);
    }
    System.arraycopy(source, from, bytes, length, n);
    length += n;
  }

  /**
   * Appends chars of a text.
   *
   * @param source the array
   * @param from the first
   * @param to after the last
   * @throws IllegalArgumentException if all texts together have more bytes than an array holds
   */
  public void append(char[] source, int from, int to) {
    if (bytes.length - length < to - from) {
      grow(to - from);
    }
    byte[] b = bytes;
    int n = length;
    for (int i = from; i < to; i++) {
      char c = source[i];
      if (c >= 0x80) {
        length = n;
        append(new String(source, i, to - i));
        return;
      }
      b[n++] = (byte) c;
    }
    length = n;
  }

  /**
   * Appends the digits of an integer.
   *
   * @param value the integer
   */
  public void appendLong(long value) {
    room(IntegerText.MAX_LONG_LENGTH);
    length = IntegerText.write(bytes, length, value);
  }

  /**
   * Appends a floating-point number as JSON has it: by its shortest digits, with a point or an
   * exponent; what JSON has no number for as {@link NonFinite#toText(double)} has it.
   *
   * @param value the number
   */
  public void appendDouble(double value) {
    if (Double.isFinite(value)) {
      room(DoubleText.MAX_LENGTH);
      length = DoubleText.write(bytes, length, value);
    } else {
      append(NonFinite.toText(value));
    }
  }

  /**
   * Appends a floating-point number by the digits that a float needs; otherwise as {@link
   * #appendDouble}.
   *
   * @param value the number
   */
  public void appendFloat(float value) {
    if (Float.isFinite(value)) {
      room(DoubleText.MAX_LENGTH);
      length = FloatText.write(bytes, length, value);
    } else {
      append(NonFinite.toText(value));
    }
  }

  /**
   * Appends a date, a time or both in ISO 8601, with no, three, six or nine digits of a second's
   * fraction.
   *
   * @param date the date, or null
   * @param time the time, or null
   */
  public void appendTime(LocalDate date, LocalTime time) {
    room(TimeText.LONGEST);
    length = TimeText.put(bytes, length, date, time, null, false);
  }

  /**
   * Appends a date and a time in ISO 8601, without an offset.
   *
   * @param epochSecond the seconds since 1970-01-01T00:00, of the years 0 to 9999
   * @param nano the nanoseconds beyond them, from 0 to 999,999,999
   */
  public void appendTime(long epochSecond, int nano) {
    room(TimeText.LONGEST);
    length = TimeText.put(bytes, length, epochSecond, nano);
  }

  /**
   * Appends the canonical text of a UUID.
   *
   * @param high its higher half
   * @param low its lower half
   */
  public void appendUuid(long high, long low) {
    room(UuidText.LENGTH);
    UuidText.put(bytes, length, high, low);
    length += UuidText.LENGTH;
  }

  private void room(int n) {
    if (bytes.length - length < n) {
      grow(n);
    }
  }

  private void grow(int n) {
    long needed = (long) length + n;
    if (needed > GREATEST_LENGTH) {
      throw new IllegalArgumentException(
          "the texts of one column have more bytes than an array holds");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, 2L * length), GREATEST_LENGTH));
  }

  /**
   * The text that bytes stand for.
   *
   * @param bytes the array
   * @param from the first
   * @param to after the last
   * @return the text
   */
  public static String decode(byte[] bytes, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (isSurrogate(bytes, i)) {
        return decodeParts(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean isSurrogate(byte[] bytes, int at) {
    return bytes[at] == (byte) 0xED && (bytes[at + 1] & 0xE0) == 0xA0;
  }

  private static String decodeParts(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    int start = from;
    for (int i = from; i + 2 < to; i++) {
      if (isSurrogate(bytes, i)) {
        text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
        start = i + 3;
        i += 2;
      }
    }
    return text.append(new String(bytes, start, to - start, StandardCharsets.UTF_8)).toString();
  }
}
