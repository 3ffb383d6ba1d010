package org.datason.json;

import java.nio.charset.StandardCharsets;

/**
 * Conversion of decimals with more digits than fit in a {@code long} to floating point.
 *
 * <p>The first 19 digits are converted by themselves and with one more in the last place, as Daniel
 * Lemire describes ("Number Parsing at a Gigabyte per Second", 2021): the number is between the
 * two. If they round to the same value, that is the number's too; if not, all digits decide.
 */
final class LongDecimal {

  /**
   * Digits beyond which only a difference from zero matters: no double, nor a middle between two,
   * has more than 768.
   */
  private static final int MAX_EXACT_DIGITS = 800;

  private LongDecimal() {}

  /**
   * The bits of the nearest double, or of the nearest float in the lower half.
   *
   * @param buf holds the digits, maybe with a point among them
   * @param first position of the first digit, which is not zero
   * @param count of the digits, more than 19
   * @param exponent10 of the last digit
   */
  static long toBits(byte[] buf, int first, int count, long exponent10, boolean single) {
    long significand = 0;
    int pos = first;
    int left = count;
    for (; left > count - DecimalParser.MAX_DIGITS; pos++) {
      if (buf[pos] != '.') {
        significand = significand * 10 + (buf[pos] - '0');
        left--;
      }
    }
    long exponent = exponent10 + left;
    long bits = DecimalParser.toBits(significand, exponent, single);
    if (bits == DecimalParser.toBits(significand + 1, exponent, single)
        || !hasMore(buf, pos, left)) {
      return bits;
    }
    return exact(buf, first, count, exponent10, single);
  }

  private static long exact(byte[] buf, int first, int count, long exponent10, boolean single) {
    byte[] digits = new byte[Math.min(count, MAX_EXACT_DIGITS + 1)];
    int pos = first;
    for (int i = 0; i < Math.min(count, MAX_EXACT_DIGITS); pos++) {
      if (buf[pos] != '.') {
        digits[i++] = buf[pos];
      }
    }
    if (count > MAX_EXACT_DIGITS) {
      // One digit stands for all that are left.
      boolean more = hasMore(buf, pos, count - MAX_EXACT_DIGITS);
      digits[MAX_EXACT_DIGITS] = (byte) (more ? '1' : '0');
    }
    // With a digit other than zero in front and the exponent in bounds, the platform's conversion
    // is
    // right for all texts.
    int exponent = DecimalParser.clamp(exponent10 + count - digits.length);
    String text = new String(digits, StandardCharsets.ISO_8859_1) + "e" + exponent;
    return single
        ? Float.floatToRawIntBits(Float.parseFloat(text))
        : Double.doubleToRawLongBits(Double.parseDouble(text));
  }

  /** Whether any of the next digits is not zero. */
  private static boolean hasMore(byte[] buf, int pos, int count) {
    int left = count;
    for (int i = pos; left > 0; i++) {
      if (buf[i] != '.') {
        if (buf[i] != '0') {
          return true;
        }
        left--;
      }
    }
    return false;
  }
}
