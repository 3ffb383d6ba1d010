package org.datason.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** UUIDs in their canonical form of 36 characters, from and to bytes. */
final class UuidText {

  private static final int LENGTH = 36;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** The value of each hexadecimal digit, and -1 for all other bytes. */
  private static final byte[] DIGITS = new byte[256];

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < HEX.length; i++) {
      DIGITS[HEX[i]] = (byte) i;
      DIGITS[Character.toUpperCase(HEX[i])] = (byte) i;
    }
  }

  private UuidText() {}

  static byte[] format(long high, long low) {
    byte[] text = new byte[LENGTH];
    hex(text, 0, 8, high >>> 32);
    hex(text, 9, 4, high >>> 16);
    hex(text, 14, 4, high);
    hex(text, 19, 4, low >>> 48);
    hex(text, 24, 12, low);
    text[8] = text[13] = text[18] = text[23] = '-';
    return text;
  }

  private static void hex(byte[] text, int from, int digits, long value) {
    for (int i = from + digits - 1; i >= from; i--) {
      text[i] = HEX[(int) value & 15];
      value >>>= 4;
    }
  }

  /**
   * The halves of the UUID that stands in bytes, into two longs.
   *
   * @throws IllegalArgumentException if none does
   */
  static void parse(byte[] text, int from, int to, long[] halves, int at) {
    if (to - from != LENGTH
        || text[from + 8] != '-'
        || text[from + 13] != '-'
        || text[from + 18] != '-'
        || text[from + 23] != '-') {
      throw wrong(text, from, to);
    }
    long first = hex(text, from, 8);
    long second = hex(text, from + 9, 4);
    long third = hex(text, from + 14, 4);
    long fourth = hex(text, from + 19, 4);
    long last = hex(text, from + 24, 12);
    if ((first | second | third | fourth | last) < 0) {
      throw wrong(text, from, to);
    }
    halves[at] = first << 32 | second << 16 | third;
    halves[at + 1] = fourth << 48 | last;
  }

  /** The number of hexadecimal digits; below 0 if some are none. */
  private static long hex(byte[] text, int from, int digits) {
    long value = 0;
    int all = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = DIGITS[text[i] & 0xFF];
      all |= digit;
      value = value << 4 | digit;
    }
    return all < 0 ? -1 : value;
  }

  private static IllegalArgumentException wrong(byte[] text, int from, int to) {
    return new IllegalArgumentException(
        "'" + new String(text, from, to - from, StandardCharsets.UTF_8) + "' is no UUID");
  }

  /** The halves of a UUID, into two longs. */
  static void put(UUID value, long[] halves, int at) {
    halves[at] = value.getMostSignificantBits();
    halves[at + 1] = value.getLeastSignificantBits();
  }
}
