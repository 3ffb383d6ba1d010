package org.datason.json;

/**
 * Reader of decimal numbers as {@code double} and {@code float}, correctly rounded in all cases.
 *
 * <p>Small significands with small exponents take one exact division or multiplication (William D.
 * Clinger, "How to Read Floating Point Numbers Accurately", 1990), others go by {@link
 * EiselLemire}. Numbers of more than 19 digits are left to {@link LongDecimal}.
 */
final class DecimalParser {

  /** Digits that an unsigned {@code long} holds, whichever they are. */
  static final int MAX_DIGITS = 19;

  /** An exponent of ten that no number of digits in an array makes up for. */
  private static final long EXPONENT_BOUND = 1L << 40;

  private static final int DOUBLE_PRECISION = 53;
  private static final int DOUBLE_BIAS = 1023;
  private static final int FLOAT_PRECISION = 24;
  private static final int FLOAT_BIAS = 127;

  /**
   * Bits of the significands that are converted by one division or multiplication, for double. 53
   * would be right, but the numbers that need all of a double have 16 and 17 digits at random, and
   * it pays to let all of them go the same way.
   */
  private static final int SHORT_DOUBLE_BITS = 50;

  /** The same for float. */
  private static final int SHORT_FLOAT_BITS = 24;

  /** The powers of ten that a double holds exactly; the first 11 are exact as floats too. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int MAX_EXACT_DOUBLE_POWER = 22;
  private static final int MAX_EXACT_FLOAT_POWER = 10;

  /** The integer powers for up to eight digits. */
  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private DecimalParser() {}

  /**
   * The double nearest to {@code significand} times ten to the {@code exponent10}; infinity or zero
   * beyond the range.
   *
   * @param significand all digits, unsigned
   */
  static double toDouble(long significand, int exponent10) {
    if (significand >>> SHORT_DOUBLE_BITS == 0
        && exponent10 >= -MAX_EXACT_DOUBLE_POWER
        && exponent10 <= MAX_EXACT_DOUBLE_POWER) {
      return exponent10 < 0
          ? significand / EXACT_POWERS[-exponent10]
          : significand * EXACT_POWERS[exponent10];
    }
    if (significand == 0) {
      return 0;
    }
    long bits = EiselLemire.toBits(significand, exponent10, DOUBLE_PRECISION, DOUBLE_BIAS);
    if (bits == EiselLemire.UNDECIDED) {
      return Double.parseDouble(text(significand, exponent10));
    }
    return Double.longBitsToDouble(bits);
  }

  /**
   * The float nearest to {@code significand} times ten to the {@code exponent10}, rounded once;
   * infinity or zero beyond the range.
   *
   * @param significand all digits, unsigned
   */
  static float toFloat(long significand, int exponent10) {
    if (significand >>> SHORT_FLOAT_BITS == 0
        && exponent10 >= -MAX_EXACT_FLOAT_POWER
        && exponent10 <= MAX_EXACT_FLOAT_POWER) {
      return exponent10 < 0
          ? significand / (float) EXACT_POWERS[-exponent10]
          : significand * (float) EXACT_POWERS[exponent10];
    }
    if (significand == 0) {
      return 0;
    }
    long bits = EiselLemire.toBits(significand, exponent10, FLOAT_PRECISION, FLOAT_BIAS);
    if (bits == EiselLemire.UNDECIDED) {
      return Float.parseFloat(text(significand, exponent10));
    }
    return Float.intBitsToFloat((int) bits);
  }

  /** The double nearest to the number, valid by JSON's grammar, that the range of bytes spells. */
  static double parseDouble(byte[] buf, int from, int to) {
    return Double.longBitsToDouble(parse(buf, from, to, false));
  }

  /** The float nearest to the number, valid by JSON's grammar, that the range of bytes spells. */
  static float parseFloat(byte[] buf, int from, int to) {
    return Float.intBitsToFloat((int) parse(buf, from, to, true));
  }

  /** The bits of the double, or of the float in the lower half. */
  private static long parse(byte[] buf, int from, int to, boolean single) {
    int sign = buf[from] == '-' ? 1 : 0;
    int start = from + sign;
    int pos = skipDigits(buf, start, to);
    long significand = appendDigits(0, buf, start, pos);
    int count = pos - start;
    int scale = 0;
    if (pos < to && buf[pos] == '.') {
      int point = pos + 1;
      pos = skipDigits(buf, point, to);
      significand = appendDigits(significand, buf, point, pos);
      scale = pos - point;
    }
    long exponent = (pos < to ? parseExponent(buf, pos + 1, to) : 0) - scale;
    long bits;
    int digits = count + scale;
    int first = start;
    if (digits > MAX_DIGITS) {
      for (; first < pos && (buf[first] == '0' || buf[first] == '.'); first++) {
        digits -= buf[first] == '0' ? 1 : 0;
      }
    }
    if (digits > MAX_DIGITS) {
      bits = LongDecimal.toBits(buf, first, digits, exponent, single);
    } else {
      bits = toBits(significand, exponent, single);
    }
    return bits | (long) sign << (single ? 31 : 63);
  }

  /** The position of the first byte that is not a digit, or the end. */
  private static int skipDigits(byte[] buf, int pos, int to) {
    while (pos <= buf.length - 8) {
      long word = Words.get(buf, pos);
      if (pos > to - 8 || !Digits.isEightDigits(word)) {
        return Math.min(pos + Digits.countLeadingDigits(word), to);
      }
      pos += 8;
    }
    while (pos < to && isDigit(buf[pos])) {
      pos++;
    }
    return pos;
  }

  /** Adds digits to the end of a number, which loses its upper bits when it gets too large. */
  private static long appendDigits(long number, byte[] buf, int pos, int to) {
    for (; pos <= to - 8; pos += 8) {
      number = number * POWERS[8] + Digits.parseEightDigits(Words.get(buf, pos));
    }
    if (pos <= buf.length - 8) {
      // The digits move to the end of the word and leave zeros before them. One shift for all of it
      // would do nothing when there are none.
      int half = 32 - 4 * (to - pos);
      int value = Digits.parseEightDigits(Words.get(buf, pos) << half << half);
      return number * POWERS[to - pos] + value;
    }
    for (; pos < to; pos++) {
      number = number * 10 + (buf[pos] - '0');
    }
    return number;
  }

  /** The number behind the letter e, or one beyond all bounds for one beyond all bounds. */
  private static long parseExponent(byte[] buf, int from, int to) {
    int pos = from;
    boolean negative = buf[pos] == '-';
    if (negative || buf[pos] == '+') {
      pos++;
    }
    long value = 0;
    if (to - pos <= 8) {
      value = appendDigits(value, buf, pos, to);
    } else {
      for (; pos < to; pos++) {
        value = Math.min(value * 10 + (buf[pos] - '0'), EXPONENT_BOUND);
      }
    }
    return negative ? -value : value;
  }

  /** The bits of the nearest double, or of the nearest float in the lower half. */
  static long toBits(long significand, long exponent10, boolean single) {
    int exponent = clamp(exponent10);
    return single
        ? Float.floatToRawIntBits(toFloat(significand, exponent))
        : Double.doubleToRawLongBits(toDouble(significand, exponent));
  }

  /**
   * Brings an exponent into the range of {@code int}, where it means zero or infinity as before.
   */
  static int clamp(long exponent10) {
    return (int) Math.max(-10_000, Math.min(exponent10, 10_000));
  }

  private static String text(long significand, int exponent10) {
    return Long.toUnsignedString(significand) + "e" + exponent10;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
