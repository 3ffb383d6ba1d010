package org.datason.json;

import java.nio.charset.StandardCharsets;

/**
 * Reader of decimal numbers as {@code double} and {@code float}, correctly rounded in all cases.
 *
 * <p>Small significands with small exponents take one exact division or multiplication (William D.
 * Clinger, "How to Read Floating Point Numbers Accurately", 1990), others go by {@link
 * EiselLemire}. Of more than 19 digits the first 19 are converted with and without one more in the
 * last place; if that makes a difference, the whole text decides.
 */
final class DecimalParser {

  /** Digits that an unsigned {@code long} holds, whichever they are. */
  private static final int MAX_DIGITS = 19;

  /**
   * Digits beyond which only a difference from zero matters: no double, nor a middle between two,
   * has more than 768.
   */
  private static final int MAX_EXACT_DIGITS = 800;

  /** An exponent of ten that no number of digits in an array makes up for. */
  private static final long EXPONENT_BOUND = 1L << 40;

  private static final int DOUBLE_PRECISION = 53;
  private static final int DOUBLE_BIAS = 1023;
  private static final int FLOAT_PRECISION = 24;
  private static final int FLOAT_BIAS = 127;

  /** The powers of ten that a double holds exactly; the first 11 are exact as floats too. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int MAX_EXACT_DOUBLE_POWER = 22;
  private static final int MAX_EXACT_FLOAT_POWER = 10;

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
    if (significand >= 0
        && significand < 1_000_000_000_000_000L
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
    if (significand >>> FLOAT_PRECISION == 0
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
    long bits;
    if (count + scale > MAX_DIGITS) {
      bits = parseLong(buf, start, to, single);
    } else {
      long exponent = pos < to ? parseExponent(buf, pos + 1, to) : 0;
      bits = toBits(significand, clamp(exponent - scale), single);
    }
    return bits | (long) sign << (single ? 31 : 63);
  }

  /** The position of the first byte that is not a digit, or the end. */
  private static int skipDigits(byte[] buf, int pos, int to) {
    while (pos <= buf.length - 8) {
      long word = Digits.load(buf, pos);
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
      number = number * POWERS[8] + Digits.parseEightDigits(Digits.load(buf, pos));
    }
    if (pos <= buf.length - 8) {
      // The digits move to the end of the word and leave zeros before them. One shift for all of it
      // would do nothing when there are none.
      int half = 32 - 4 * (to - pos);
      int value = Digits.parseEightDigits(Digits.load(buf, pos) << half << half);
      return number * POWERS[to - pos] + value;
    }
    for (; pos < to; pos++) {
      number = number * 10 + (buf[pos] - '0');
    }
    return number;
  }

  /** As {@link #parse} for a number of any length without its sign. */
  private static long parseLong(byte[] buf, int from, int to, boolean single) {
    byte[] digits = new byte[MAX_EXACT_DIGITS + 1];
    int count = 0;
    long exponent = 0;
    boolean point = false;
    boolean more = false;
    int pos = from;
    for (; pos < to; pos++) {
      byte b = buf[pos];
      if (b == '.') {
        point = true;
      } else if (!isDigit(b)) {
        break;
      } else if (count < MAX_EXACT_DIGITS) {
        if (count > 0 || b != '0') {
          digits[count++] = b;
        }
        exponent -= point ? 1 : 0;
      } else {
        more |= b != '0';
        exponent += point ? 0 : 1;
      }
    }
    if (pos < to) {
      exponent += parseExponent(buf, pos + 1, to);
    }
    if (more) {
      digits[count++] = '1';
      exponent--;
    } else {
      while (count > 0 && digits[count - 1] == '0') {
        count--;
        exponent++;
      }
    }
    long significand = 0;
    for (int i = 0; i < Math.min(count, MAX_DIGITS); i++) {
      significand = significand * 10 + (digits[i] - '0');
    }
    if (count <= MAX_DIGITS) {
      return toBits(significand, clamp(exponent), single);
    }
    int exponentOfLeading = clamp(exponent + count - MAX_DIGITS);
    long bits = toBits(significand, exponentOfLeading, single);
    if (bits == toBits(significand + 1, exponentOfLeading, single)) {
      return bits;
    }
    String text = new String(digits, 0, count, StandardCharsets.ISO_8859_1) + "e" + clamp(exponent);
    return single
        ? Float.floatToRawIntBits(Float.parseFloat(text))
        : Double.doubleToRawLongBits(Double.parseDouble(text));
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

  /**
   * Brings an exponent into the range of {@code int}, where it means zero or infinity as before.
   */
  private static int clamp(long exponent) {
    return (int) Math.max(-10_000, Math.min(exponent, 10_000));
  }

  private static long toBits(long significand, int exponent10, boolean single) {
    return single
        ? Float.floatToRawIntBits(toFloat(significand, exponent10))
        : Double.doubleToRawLongBits(toDouble(significand, exponent10));
  }

  private static String text(long significand, int exponent10) {
    return Long.toUnsignedString(significand) + "e" + exponent10;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
