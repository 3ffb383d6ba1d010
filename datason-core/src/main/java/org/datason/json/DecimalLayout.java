package org.datason.json;

/**
 * Placement of the digits, point and exponent of a floating-point number in its text.
 *
 * <p>All digits are stored by whole words, trailing zeros and all, and the end of the text is
 * counted afterwards: what lies behind it, up to {@link #MAX_LENGTH} bytes from the sign on, is
 * scratch.
 */
final class DecimalLayout {

  /**
   * Room that a number needs. The longest texts are those of 17 digits with {@code -0.00000} before
   * them in canonical form, 25 bytes; the stores go up to one byte farther.
   */
  static final int MAX_LENGTH = 26;

  /** The text {@code 0.000000}, as a little endian word. */
  private static final long ZERO_POINT_ZEROS = 0x3030303030302E30L;

  private static final int EIGHT_DIGITS = 100_000_000;

  private DecimalLayout() {}

  /**
   * Writes a positive number, either in the form with a point, plain when the exponent is above -5
   * and below 16 and scientific otherwise, or in the form of ECMAScript's {@code Number::toString}.
   *
   * @param digits the 17 digits of the significand, the first of them not zero
   * @param exponent the decimal exponent of the first digit
   * @param canonical whether in ECMAScript's form
   * @return the position after the text
   */
  static int write(byte[] buf, int pos, long digits, int exponent, boolean canonical) {
    int top = (int) (digits / EIGHT_DIGITS);
    int lead = top / EIGHT_DIGITS;
    long high = Digits.toEightDigits(top - lead * EIGHT_DIGITS);
    long low = Digits.toEightDigits((int) (digits - (long) top * EIGHT_DIGITS));
    int count = countDigits(high, low);
    high |= Digits.ASCII_ZEROS;
    low |= Digits.ASCII_ZEROS;
    if (exponent < (canonical ? -6 : -4) || exponent > (canonical ? 20 : 15)) {
      int end = putScientific(buf, pos, lead, high, low, count);
      return putExponent(buf, end, exponent, canonical);
    }
    if (exponent < 0) {
      return putBelowOne(buf, pos, lead, high, low, exponent) + count;
    }
    if (canonical && exponent >= count - 1) {
      putInteger(buf, pos, lead, high, low);
      return pos + exponent + 1;
    }
    putPlain(buf, pos, lead, high, low, exponent);
    return pos + Math.max(count + 1, exponent + 3);
  }

  /** How many of the 17 digits are left without the trailing zeros. */
  private static int countDigits(long high, long low) {
    return low != 0
        ? 17 - (Long.numberOfLeadingZeros(low) >>> 3)
        : 9 - (Long.numberOfLeadingZeros(high) >>> 3);
  }

  /** Writes {@code d.ddd}, or {@code d} for a single digit. */
  private static int putScientific(byte[] buf, int pos, int lead, long high, long low, int count) {
    buf[pos] = (byte) ('0' + lead);
    buf[pos + 1] = '.';
    Words.set(buf, pos + 2, high);
    Words.set(buf, pos + 10, low);
    // One byte for the point, unless it would be the last.
    return count == 1 ? pos + 1 : pos + count + 1;
  }

  private static int putExponent(byte[] buf, int pos, int exponent, boolean plus) {
    buf[pos] = 'e';
    buf[pos + 1] = (byte) (exponent < 0 ? '-' : '+');
    int signs = plus ? 1 : exponent >>> 31;
    return IntegerText.writeSmall(buf, pos + 1 + signs, Math.abs(exponent));
  }

  /** Writes {@code 0.000ddd} with all digits and returns the position of the first of them. */
  private static int putBelowOne(byte[] buf, int pos, int lead, long high, long low, int exponent) {
    Words.set(buf, pos, ZERO_POINT_ZEROS);
    pos += 1 - exponent;
    buf[pos] = (byte) ('0' + lead);
    Words.set(buf, pos + 1, high);
    Words.set(buf, pos + 9, low);
    return pos;
  }

  /** Writes {@code ddd000} with 25 digits. */
  private static void putInteger(byte[] buf, int pos, int lead, long high, long low) {
    buf[pos] = (byte) ('0' + lead);
    Words.set(buf, pos + 1, high);
    Words.set(buf, pos + 9, low);
    Words.set(buf, pos + 17, Digits.ASCII_ZEROS);
  }

  /** Writes {@code ddd.ddd} with all digits, the exponent being 0 to 15. */
  private static void putPlain(byte[] buf, int pos, int lead, long high, long low, int exponent) {
    buf[pos] = (byte) ('0' + lead);
    Words.set(buf, pos + 1, high);
    int point = pos + exponent + 1;
    if (exponent <= 8) {
      // The digits behind the point are stored again, one byte on. With an exponent of 8 the shift
      // does nothing, and the second word covers what it left.
      buf[point] = '.';
      Words.set(buf, point + 1, high >>> (exponent << 3));
      Words.set(buf, pos + 10, low);
    } else {
      Words.set(buf, pos + 9, low);
      buf[point] = '.';
      Words.set(buf, point + 1, low >>> ((exponent - 8) << 3));
    }
  }
}
