package org.datason.json;

import java.math.BigInteger;

/**
 * Table of the powers of ten with 128 leading bits each, for the conversions between binary and
 * decimal.
 *
 * <p>An entry for 10<sup>n</sup> is the integer T with 2<sup>127</sup> &le; T &lt; 2<sup>128</sup>
 * and T = &lceil;10<sup>n</sup> &middot; 2<sup>127 - log2(n)</sup>&rceil;. It is exact for n from
 * {@link #MIN_EXACT} to {@link #MAX_EXACT} and too large by less than one otherwise. Both sides
 * rest on that: Raffaele Giulietti's "The Schubfach way to render doubles" asks for estimates from
 * above, and the parser takes them so too (see {@link EiselLemire}).
 */
final class PowersOfTen {

  /** The smallest power in the table; the parser's least, as 2<sup>64</sup> times less is zero. */
  static final int MIN = -342;

  /** The largest power in the table, which the writer needs for the subnormals. */
  static final int MAX = 324;

  /** The smallest power whose entry is exact. */
  static final int MIN_EXACT = 0;

  /** The largest power whose entry is exact: 5<sup>55</sup> is the last below 2<sup>128</sup>. */
  static final int MAX_EXACT = 55;

  /** Enough for 128 bits and more of every reciprocal: 5<sup>342</sup> has 795 bits. */
  private static final int RECIPROCAL_BITS = 928;

  /** Upper and lower half of each entry by turns. */
  private static final long[] TABLE = new long[2 * (MAX - MIN + 1)];

  static {
    BigInteger five = BigInteger.valueOf(5);
    BigInteger power = BigInteger.ONE;
    for (int n = 0; n <= MAX; n++) {
      put(n, power, n <= MAX_EXACT);
      power = power.multiply(five);
    }
    // The floor of a floor divided is the floor of the whole, so each step is exact.
    BigInteger reciprocal = BigInteger.ONE.shiftLeft(RECIPROCAL_BITS);
    for (int n = -1; n >= MIN; n--) {
      reciprocal = reciprocal.divide(five);
      put(n, reciprocal, false);
    }
  }

  private PowersOfTen() {}

  private static void put(int n, BigInteger value, boolean exact) {
    BigInteger entry = value.shiftRight(value.bitLength() - 128);
    if (!exact) {
      entry = entry.add(BigInteger.ONE);
    }
    TABLE[2 * (n - MIN)] = entry.shiftRight(64).longValue();
    TABLE[2 * (n - MIN) + 1] = entry.longValue();
  }

  /** The upper 64 bits of the entry for 10<sup>n</sup>. */
  static long high(int n) {
    return TABLE[2 * (n - MIN)];
  }

  /** The lower 64 bits of the entry for 10<sup>n</sup>. */
  static long low(int n) {
    return TABLE[2 * (n - MIN) + 1];
  }

  /** The floor of the binary logarithm of 10<sup>n</sup>, right for n from -1233 to 1233. */
  static int log2(int n) {
    return (n * 1741647) >> 19;
  }

  /** The floor of the decimal logarithm of 2<sup>n</sup>, right for n from -1500 to 1500. */
  static int log10OfPowerOfTwo(int n) {
    return (n * 1262611) >> 22;
  }

  /** The floor of the decimal logarithm of 3/4 of 2<sup>n</sup>, right for n from -1500 to 1500. */
  static int log10OfThreeQuarters(int n) {
    return (n * 1262611 - 524031) >> 22;
  }

  /** The upper 64 bits of the unsigned product. */
  static long multiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + (a & (b >> 63)) + (b & (a >> 63));
  }
}
