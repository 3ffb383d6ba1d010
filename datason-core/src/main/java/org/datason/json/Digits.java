package org.datason.json;

/**
 * Decimal digits eight at a time, held in the bytes of a {@code long}.
 *
 * <p>A word is always little endian: the first digit of the text is its lowest byte. Text words
 * hold ASCII, digit words hold the bare values 0 to 9. The steps double the width of the lanes each
 * time (bytes, pairs, fours, eight), the technique called SWAR, "SIMD within a register" (Leslie
 * Lamport, "Multiple byte processing with full-word instructions", 1975).
 */
final class Digits {

  /** What turns a digit word into ASCII when it is added or or-ed. */
  static final long ASCII_ZEROS = 0x3030303030303030L;

  private Digits() {}

  /** Whether all eight bytes of a text word are ASCII digits. */
  static boolean isEightDigits(long littleEndianWord) {
    // A digit keeps 3 as its upper half when 6 is added, every other byte has or gets another one.
    // A byte whose sum carries into its neighbour starts with F and so fails by itself.
    long upperHalves = littleEndianWord & (littleEndianWord + 0x0606060606060606L);
    return (upperHalves & 0xF0F0F0F0F0F0F0F0L) == ASCII_ZEROS;
  }

  /** How many bytes of a text word, from its first on, are ASCII digits: 0 to 8. */
  static int countLeadingDigits(long littleEndianWord) {
    long values = littleEndianWord ^ ASCII_ZEROS;
    // Values of 10 and more get their top bit here, without a carry into the next byte.
    long above = (values & 0x7F7F7F7F7F7F7F7FL) + 0x7676767676767676L;
    return Long.numberOfTrailingZeros((above | values) & 0x8080808080808080L) >>> 3;
  }

  /**
   * The number that the eight digits of a word spell. Takes text words and digit words, as only the
   * lower half of each byte counts.
   */
  static int parseEightDigits(long littleEndianWord) {
    long word = littleEndianWord & 0x0F0F0F0F0F0F0F0FL;
    word = ((word * (10 * 0x100L + 1)) >>> 8) & 0x00FF00FF00FF00FFL;
    word = ((word * (100 * 0x10000L + 1)) >>> 16) & 0x0000FFFF0000FFFFL;
    return (int) ((word * (10000 * 0x100000000L + 1)) >>> 32);
  }

  /** The digit word of a number below 10<sup>8</sup>, with leading zeros. */
  static long toEightDigits(int value) {
    // Each step divides all lanes by a reciprocal that is exact for what a lane can hold, and puts
    // the remainders r = n - q * d into the lanes above: q + (r << s) = (n << s) - q * ((d << s) -
    // 1).
    long lanes = value;
    long quotients = (lanes * 109951163) >>> 40;
    lanes = (lanes << 32) - quotients * ((10000L << 32) - 1);
    quotients = ((lanes * 10486) >>> 20) & 0x0000007F0000007FL;
    lanes = (lanes << 16) - quotients * ((100 << 16) - 1);
    quotients = ((lanes * 103) >>> 10) & 0x000F000F000F000FL;
    return (lanes << 8) - quotients * ((10 << 8) - 1);
  }
}
