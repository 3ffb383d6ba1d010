package org.datason.json;

/**
 * Writer of {@code float} as the shortest decimal text that reads back to the same value.
 *
 * <p>Of the shortest decimals the closest to the value is taken (see {@link Schubfach}).
 *
 * <p>The caller ensures {@link #MAX_LENGTH} bytes, whatever the value: the bytes between the
 * returned position and that bound may be overwritten. The value is finite.
 */
final class FloatText {

  /** Room that writing a number needs, which is more than its text ever has. */
  static final int MAX_LENGTH = DecimalLayout.MAX_LENGTH;

  private static final int FRACTION_BITS = 23;
  private static final int HIDDEN_BIT = 1 << FRACTION_BITS;
  private static final int BIASED_EXPONENT_MASK = 0xFF;

  /** What makes a biased exponent that of the significand's last bit. */
  private static final int BIAS = 150;

  private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;
  private static final long EIGHT_DIGITS = 100_000_000;

  private FloatText() {}

  /**
   * Writes a finite value with a point or an exponent, as in {@code 1.0}, {@code 0.0001}, {@code
   * 1e16} and {@code 1.5e-7}, and returns the position after it.
   */
  static int write(byte[] buf, int pos, float value) {
    int bits = Float.floatToRawIntBits(value);
    buf[pos] = '-';
    pos += bits >>> 31;
    int biased = (bits >>> FRACTION_BITS) & BIASED_EXPONENT_MASK;
    int c = bits & (HIDDEN_BIT - 1);
    if (biased == 0) {
      if (c == 0) {
        return writeInteger(buf, pos, 0);
      }
      biased = 1;
    } else {
      c |= HIDDEN_BIT;
      int bitsBehindPoint = BIAS - biased;
      if (bitsBehindPoint >= 0
          && bitsBehindPoint <= FRACTION_BITS
          && (c & ((1 << bitsBehindPoint) - 1)) == 0) {
        return writeInteger(buf, pos, c >>> bitsBehindPoint);
      }
    }
    int q = biased - BIAS;
    int k;
    long digits;
    if (c == HIDDEN_BIT && biased > 1) {
      k = PowersOfTen.log10OfThreeQuarters(q);
      digits = Schubfach.exact(c, q, k, 1);
    } else {
      k = PowersOfTen.log10OfPowerOfTwo(q);
      digits = Schubfach.shortest(c, q, k);
    }
    // Seven to nine digits become 15 to 17 here, mostly 16 or 17; the subnormals have fewer.
    digits *= EIGHT_DIGITS;
    long missing = (digits - SEVENTEEN_DIGITS) >> 63;
    digits += (9 * digits) & missing;
    int exponent = k + 8 + (int) missing;
    while (digits < SEVENTEEN_DIGITS) {
      digits *= 10;
      exponent--;
    }
    return DecimalLayout.write(buf, pos, digits, exponent, false);
  }

  /** Writes an integer below 2<sup>24</sup>, which is its own shortest decimal. */
  private static int writeInteger(byte[] buf, int pos, int value) {
    pos = IntegerText.write(buf, pos, value);
    buf[pos] = '.';
    buf[pos + 1] = '0';
    return pos + 2;
  }
}
