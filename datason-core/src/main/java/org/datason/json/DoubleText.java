package org.datason.json;

/**
 * Writer of {@code double} as the shortest decimal text that reads back to the same value.
 *
 * <p>Of the shortest decimals the closest to the value is taken (see {@link Schubfach}).
 *
 * <p>The caller ensures {@link #MAX_LENGTH} bytes, whatever the value: the bytes between the
 * returned position and that bound may be overwritten. The value is finite.
 */
final class DoubleText {

  /** Room that writing a number needs. */
  static final int MAX_LENGTH = DecimalLayout.MAX_LENGTH;

  private static final int FRACTION_BITS = 52;
  private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
  private static final int BIASED_EXPONENT_MASK = 0x7FF;

  /** What makes a biased exponent that of the significand's last bit. */
  private static final int BIAS = 1075;

  private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;

  private DoubleText() {}

  /**
   * Writes a finite value with a point or an exponent, as in {@code 1.0}, {@code 0.0001}, {@code
   * 1e16} and {@code 1.5e-7}, and returns the position after it.
   */
  static int write(byte[] buf, int pos, double value) {
    return write(buf, pos, value, false);
  }

  /**
   * Writes a finite value exactly as ECMAScript's {@code Number::toString} does, which RFC 8785
   * asks for, and returns the position after it.
   */
  static int writeCanonical(byte[] buf, int pos, double value) {
    return write(buf, pos, value, true);
  }

  private static int write(byte[] buf, int pos, double value, boolean canonical) {
    long bits = Double.doubleToRawLongBits(value);
    buf[pos] = '-';
    pos += (int) (bits >>> 63);
    int biased = (int) (bits >>> FRACTION_BITS) & BIASED_EXPONENT_MASK;
    long c = bits & (HIDDEN_BIT - 1);
    if (biased == 0) {
      if (c == 0) {
        return writeInteger(buf, canonical ? pos + (int) (bits >> 63) : pos, 0, canonical);
      }
      biased = 1;
    } else {
      c |= HIDDEN_BIT;
      int bitsBehindPoint = BIAS - biased;
      if (bitsBehindPoint >= 0
          && bitsBehindPoint <= FRACTION_BITS
          && (c & ((1L << bitsBehindPoint) - 1)) == 0) {
        return writeInteger(buf, pos, c >>> bitsBehindPoint, canonical);
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
    // Mostly there are 16 or 17 digits, which one cannot foretell; the subnormals have fewer.
    long missing = (digits - SEVENTEEN_DIGITS) >> 63;
    digits += (9 * digits) & missing;
    int exponent = k + 16 + (int) missing;
    while (digits < SEVENTEEN_DIGITS) {
      digits *= 10;
      exponent--;
    }
    return DecimalLayout.write(buf, pos, digits, exponent, canonical);
  }

  /** Writes an integer below 2<sup>53</sup>, which is its own shortest decimal. */
  private static int writeInteger(byte[] buf, int pos, long value, boolean canonical) {
    pos = IntegerText.write(buf, pos, value);
    if (canonical) {
      return pos;
    }
    buf[pos] = '.';
    buf[pos + 1] = '0';
    return pos + 2;
  }
}
