package org.datason.json;

import java.nio.charset.StandardCharsets;

/**
 * UUIDs in their canonical form of 36 characters, between bytes and two longs: eight hexadecimal
 * digits at a time, without a {@code String}. Thread-safe, as it holds nothing.
 *
 * <pre>{@code
 * long[] halves = new long[2];
 * boolean isUuid = UuidText.parse(bytes, 0, bytes.length, halves, 0);
 * }</pre>
 */
public final class UuidText {

  /** The characters of a UUID. */
  public static final int LENGTH = 36;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x80 * ONES;
  private static final long ZEROS = '0' * ONES;

  private UuidText() {}

  /**
   * Parses a UUID, in capitals or not.
   *
   * @param text the bytes
   * @param from the first
   * @param to after the last
   * @param halves where the two halves go, the most significant first
   * @param at the place of the first one
   * @return whether the bytes are a UUID; if not, {@code halves} may have changed all the same
   */
  public static boolean parse(byte[] text, int from, int to, long[] halves, int at) {
    if (to - from != LENGTH || !hasForm(text, from)) {
      return false;
    }
    halves[at] = high(text, from);
    halves[at + 1] = low(text, from);
    return isHex(text, from);
  }

  /** Whether the dashes of a UUID stand in 36 bytes. */
  static boolean hasForm(byte[] b, int from) {
    return b[from + 8] == '-' && b[from + 13] == '-' && b[from + 18] == '-' && b[from + 23] == '-';
  }

  /** Whether all other bytes of 36 are hexadecimal digits. */
  static boolean isHex(byte[] b, int from) {
    return (hexDigits(Words.get(b, from))
            & hexDigits(middle(b, from))
            & hexDigits(low(Words.get(b, from + 19), Words.get(b, from + 24)))
            & hexDigits(Words.get(b, from + 28)))
        == HIGHS;
  }

  /** The high half of 36 bytes that are a UUID. */
  static long high(byte[] b, int from) {
    return (long) number(Words.get(b, from)) << 32 | number(middle(b, from)) & 0xFFFFFFFFL;
  }

  /** The low half of 36 bytes that are a UUID. */
  static long low(byte[] b, int from) {
    int first = number(low(Words.get(b, from + 19), Words.get(b, from + 24)));
    return (long) first << 32 | number(Words.get(b, from + 28)) & 0xFFFFFFFFL;
  }

  /** The second and the third group as one word. */
  private static long middle(byte[] b, int from) {
    return low(Words.get(b, from + 9), Words.get(b, from + 14));
  }

  /** The first four bytes of two words. */
  private static long low(long first, long second) {
    return first & 0xFFFFFFFFL | second << 32;
  }

  /** The high bit of each byte that is a hexadecimal digit. */
  private static long hexDigits(long word) {
    // Without the high bits no sum carries into the next byte.
    long ascii = word & ~HIGHS;
    long beyondNine = (ascii ^ ZEROS) + (0x80 - 10) * ONES;
    long letter = (ascii | 0x20 * ONES) ^ 0x60 * ONES; // a to f are 1 to 6
    long letters = letter + 0x7F * ONES & ~(letter + (0x80 - 7) * ONES);
    return (~beyondNine | letters) & ~word & HIGHS;
  }

  /** The number of eight hexadecimal digits. */
  private static int number(long word) {
    // Letters have bit 6, and the low half of A is 1.
    long digits = (word & 0x0F * ONES) + (word >>> 6 & ONES) * 9;
    long bytes = (digits << 4 | digits >>> 8) & 0x00FF00FF00FF00FFL;
    long pairs = (bytes | bytes >>> 8) & 0x0000FFFF0000FFFFL;
    return Integer.reverseBytes((int) (pairs | pairs >>> 16));
  }

  /**
   * The text of a UUID, in lower case.
   *
   * @param high the most significant half
   * @param low the least significant half
   * @return 36 characters
   */
  public static String of(long high, long low) {
    byte[] text = new byte[LENGTH];
    put(text, 0, high, low);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Writes a UUID in lower case; 36 bytes must be left. */
  static void put(byte[] text, int at, long high, long low) {
    long middle = digits((int) high);
    long second = digits((int) (low >>> 32));
    Words.set(text, at, digits((int) (high >>> 32)));
    Words.set(text, at + 9, middle); // what is too much is written over
    Words.set(text, at + 14, middle >>> 32);
    Words.set(text, at + 19, second);
    Words.set(text, at + 24, second >>> 32);
    Words.set(text, at + 28, digits((int) low));
    text[at + 8] = '-';
    text[at + 13] = '-';
    text[at + 18] = '-';
    text[at + 23] = '-';
  }

  /** The eight hexadecimal digits of a number as a word. */
  private static long digits(int number) {
    long bytes = Integer.reverseBytes(number) & 0xFFFFFFFFL;
    bytes = (bytes | bytes << 16) & 0x0000FFFF0000FFFFL;
    bytes = (bytes | bytes << 8) & 0x00FF00FF00FF00FFL;
    long values = bytes >>> 4 & 0x000F000F000F000FL | (bytes & 0x000F000F000F000FL) << 8;
    long letters = values + 6 * ONES >>> 4 & ONES;
    return values + ZEROS + letters * ('a' - '9' - 1);
  }
}
