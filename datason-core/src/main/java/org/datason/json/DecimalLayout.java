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
   * Writes a positive number in the form with a point: plain when the exponent is above -5 and
   * below 16, otherwise scientific.
   *
   * @param digits the 17 digits of the significand, the first of them not zero
   * @param exponent the decimal exponent of the first digit
   * @return the position after the text
   */
  static int write(byte[] buf, int pos, long digits, int exponent) {
    int top = (int) (digits / EIGHT_DIGITS);
    int lead = top / EIGHT_DIGITS;
    long high = Digits.toEightDigits(top - lead * EIGHT_DIGITS);
    long low = Digits.toEightDigits((int) (digits - (long) top * EIGHT_DIGITS));
    int count = countDigits(high, low);
    high |= Digits.ASCII_ZEROS;
    low |= Digits.ASCII_ZEROS;
    if (exponent < -4 || exponent > 15) {
      pos = putScientific(buf, pos, lead, high, low, count);
      return putExponent(buf, pos, exponent);
    }
    if (exponent < 0) {
      return putBelowOne(buf, pos, lead, high, low, exponent) + count;
    }
    putPlain(buf, pos, lead, high, low, exponent);
    return pos + Math.max(count + 1, exponent + 3);
  }

  /**
   * Writes a positive number in the form of ECMAScript's {@code Number::toString}.
   *
   * @param digits the 17 digits of the significand, the first of them not zero
   * @param exponent the decimal exponent of the first digit
   * @return the position after the text
   */
  static int writeCanonical(byte[] buf, int pos, long digits, int exponent) {
    int top = (int) (digits / EIGHT_DIGITS);
    int lead = top / EIGHT_DIGITS;
    long high = Digits.toEightDigits(top - lead * EIGHT_DIGITS);
    long low = Digits.toEightDigits((int) (digits - (long) top * EIGHT_DIGITS));
    int count = countDigits(high, low);
    high |= Digits.ASCII_ZEROS;
    low |= Digits.ASCII_ZEROS;
    if (exponent < -6 || exponent > 20) {
      pos = putScientific(buf, pos, lead, high, low, count);
      if (exponent < 0) {
        return putExponent(buf, pos, exponent);
      }
      // The same with a plus sign: written one byte on, then given its letter and sign.
      int end = putExponent(buf, pos + 1, exponent);
      buf[pos] = 'e';
      buf[pos + 1] = '+';
      return end;
    }
    if (exponent < 0) {
      return putBelowOne(buf, pos, lead, high, low, exponent) + count;
    }
    if (exponent >= count - 1) {
      buf[pos] = (byte) ('0' + lead);
      Digits.store(buf, pos + 1, high);
      Digits.store(buf, pos + 9, low);
      Digits.store(buf, pos + 17, Digits.ASCII_ZEROS);
      return pos + exponent + 1;
    }
    putPlain(buf, pos, lead, high, low, exponent);
    return pos + count + 1;
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
    Digits.store(buf, pos + 2, high);
    Digits.store(buf, pos + 10, low);
    // One byte for the point, unless it would be the last.
    return count == 1 ? pos + 1 : pos + count + 1;
  }

  private static int putExponent(byte[] buf, int pos, int exponent) {
    buf[pos] = 'e';
    buf[pos + 1] = '-';
    pos += 1 + (exponent >>> 31);
    return IntegerText.writeSmall(buf, pos, Math.abs(exponent));
  }

  /** Writes {@code 0.000ddd} with all digits and returns the position of the first of them. */
  private static int putBelowOne(byte[] buf, int pos, int lead, long high, long low, int exponent) {
    Digits.store(buf, pos, ZERO_POINT_ZEROS);
    pos += 1 - exponent;
    buf[pos] = (byte) ('0' + lead);
    Digits.store(buf, pos + 1, high);
    Digits.store(buf, pos + 9, low);
    return pos;
  }

  /** Writes {@code ddd.ddd} with all digits, the exponent being 0 to 15. */
  private static void putPlain(byte[] buf, int pos, int lead, long high, long low, int exponent) {
    buf[pos] = (byte) ('0' + lead);
    Digits.store(buf, pos + 1, high);
    int point = pos + exponent + 1;
    if (exponent <= 8) {
      // The digits behind the point are stored again, one byte on. With an exponent of 8 the shift
      // does nothing, and the second word covers what it left.
      buf[point] = '.';
      Digits.store(buf, point + 1, high >>> (exponent << 3));
      Digits.store(buf, pos + 10, low);
    } else {
      Digits.store(buf, pos + 9, low);
      buf[point] = '.';
      Digits.store(buf, point + 1, low >>> ((exponent - 8) << 3));
    }
  }
}
