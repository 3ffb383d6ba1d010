package org.datason.json;

/**
 * Search for the shortest decimal in the rounding interval of a binary floating-point number.
 *
 * <p>The method is Raffaele Giulietti's ("The Schubfach way to render doubles", 2020) with 128-bit
 * powers of ten. For a value v = c &middot; 2<sup>q</sup> the exponent k is chosen such that
 * 10<sup>k</sup> is at most as wide as the rounding interval and 10<sup>k+1</sup> is wider. So the
 * multiple of 10<sup>k</sup> nearest to v is inside, and at most one multiple of 10<sup>k+1</sup>,
 * which is then the shorter decimal. Nothing here depends on the width of the binary format, so it
 * serves floats and doubles.
 */
final class Schubfach {

  /** Binary places of the estimates that {@link #shortest} compares. */
  private static final int PLACES = 59;

  /** More than what the estimates of {@link #shortest} can differ from the truth together. */
  private static final long MARGIN = 4;

  private Schubfach() {}

  /**
   * The decimal significand for c &middot; 2<sup>q</sup>, where the interval reaches as far down as
   * up. A decimal that is shorter by a digit has a zero at its end here.
   *
   * <p>Looks at one product, the estimate of v / 10<sup>k</sup>, and asks {@link #exact} if that is
   * too near to an end of the interval or to the middle of two candidates.
   *
   * @param c the binary significand, below 2<sup>53</sup>
   * @param q the binary exponent
   * @param k the decimal exponent, {@link PowersOfTen#log10OfPowerOfTwo} of q
   */
  static long shortest(long c, int q, int k) {
    long high = PowersOfTen.high(-k);
    long low = PowersOfTen.low(-k);
    int h = q + PowersOfTen.log2(-k) + 1;
    long factor = c << h;
    long carried = Math.multiplyHigh(low, factor) + (factor & (low >> 63));
    long product = high * factor;
    long fraction = product + carried;
    long integer = Math.multiplyHigh(high, factor) + factor + carry(product, carried, fraction);

    // The way down to a multiple of ten, its distance to the next, and half the interval.
    long tens = integer / 10 * 10;
    long rest = ((integer - tens) << PLACES) | (fraction >>> (64 - PLACES));
    long radius = high >>> (65 - PLACES - h);
    long insideDown = radius - rest;
    long insideUp = radius + rest - (10L << PLACES);
    long aboveMiddle = (fraction >>> 1) - (1L << 62);
    if (Math.abs(insideDown) <= MARGIN
        || Math.abs(insideUp) <= MARGIN
        || Math.abs(aboveMiddle) <= MARGIN) {
      return exact(c, q, k, 2);
    }
    long nearest = integer + (fraction >>> 63);
    // All bits set when the multiple of ten is inside. Choosing without a branch is worth it, as it
    // is a toss-up on most data.
    long down = -insideDown >> 63;
    long up = -insideUp >> 63;
    long shorter = tens + (10 & up);
    return nearest ^ ((nearest ^ shorter) & (down | up));
  }

  /**
   * The same for all intervals, deciding every case.
   *
   * @param below the distance to the lower end of the interval, in quarters of 2<sup>q</sup>: 2, or
   *     1 where the next number below is nearer, with {@link PowersOfTen#log10OfThreeQuarters} as k
   */
  static long exact(long c, int q, int k, int below) {
    long high = PowersOfTen.high(-k);
    long low = PowersOfTen.low(-k);
    int h = q + PowersOfTen.log2(-k) + 1;
    long quarters = c << 2;
    // The ends belong to the interval when c is even.
    long out = c & 1;
    long value = roundToOdd(high, low, quarters << h);
    long lower = roundToOdd(high, low, (quarters - below) << h) + out;
    long upper = roundToOdd(high, low, (quarters + 2) << h) - out;

    long floor = value >> 2;
    long tens = floor / 10 * 10;
    boolean tensInside = lower <= tens << 2;
    boolean nextTensInside = (tens + 10) << 2 <= upper;
    if (tensInside != nextTensInside) {
      return tensInside ? tens : tens + 10;
    }
    boolean inside = lower <= floor << 2;
    boolean nextInside = (floor + 1) << 2 <= upper;
    if (inside != nextInside) {
      return inside ? floor : floor + 1;
    }
    long middle = (floor << 2) + 2;
    boolean up = value > middle || (value == middle && (floor & 1) != 0);
    return up ? floor + 1 : floor;
  }

  /**
   * The integer part of the power of ten times {@code factor} over 2<sup>128</sup>, with its last
   * bit set when there is a fraction.
   */
  private static long roundToOdd(long high, long low, long factor) {
    long carried = Math.multiplyHigh(low, factor) + (factor & (low >> 63));
    long product = high * factor;
    long sum = product + carried;
    long integer = Math.multiplyHigh(high, factor) + factor + carry(product, carried, sum);
    // A fraction of one unit is the excess of the power.
    return integer | (sum >>> 1 != 0 ? 1 : 0);
  }

  /** The bit that the unsigned addition of two numbers carries out. */
  private static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }
}
