package org.datason.json;

/**
 * Correctly rounded conversion of a decimal significand and exponent to binary floating point.
 *
 * <p>The method of Michael Eisel and Daniel Lemire ("Number Parsing at a Gigabyte per Second",
 * Software: Practice and Experience 51, 2021): the significand times 128 bits of the power of ten,
 * of which the leading bits decide unless the product lies next to a boundary. With a table whose
 * entries are at most one too large (see {@link PowersOfTen}), the true product X and the leading
 * 128 bits Z of the computed one satisfy Z - 1 &lt; X &lt; Z + 1. A boundary of rounding is an
 * integer multiple B of a high power of two. When Z is not such a multiple, X and Z lie between the
 * same two of them. When Z = B:
 *
 * <ul>
 *   <li>an exact entry gives X exactly, by the product's bits below Z;
 *   <li>a power 10<sup>-n</sup> with n &le; 27 means X = B: X - B is a multiple of a power of two
 *       above 5<sup>n</sup>, over 5<sup>n</sup>, and so cannot be less than one without being zero;
 *   <li>anything else is left undecided to the caller.
 * </ul>
 */
final class EiselLemire {

  /** Returned instead of bits, which are never negative. */
  static final long UNDECIDED = -1;

  /** The least exponent of ten whose exact products are known to be exact. */
  private static final int MIN_DIVISIBLE = -27;

  private EiselLemire() {}

  /**
   * The bits of the number nearest to {@code significand} times ten to the {@code exponent10}, ties
   * to even.
   *
   * @param significand unsigned and not zero
   * @param exponent10 any
   * @param precision bits of the target's significand, the hidden one included
   * @param bias of the target's exponent
   */
  static long toBits(long significand, int exponent10, int precision, int bias) {
    if (exponent10 < PowersOfTen.MIN) {
      return 0;
    }
    long infinity = (2L * bias + 1) << (precision - 1);
    if (exponent10 > 308) {
      return infinity;
    }
    int leadingZeros = Long.numberOfLeadingZeros(significand);
    long factor = significand << leadingZeros;
    long power = PowersOfTen.high(exponent10);
    // Both have their top bit set, which the signed product took for a minus.
    long high = Math.multiplyHigh(factor, power) + factor + power;
    long low = factor * power;
    int exponent = PowersOfTen.log2(exponent10) + 63 - leadingZeros + bias;
    long tail = (1L << (62 - precision)) - 1;
    if (((high + 1) & tail) <= 1 || exponent <= 0) {
      // The lower half of the power can make a difference.
      long carried = PowersOfTen.multiplyHigh(factor, PowersOfTen.low(exponent10));
      low += carried;
      if (Long.compareUnsigned(low, carried) < 0) {
        high++;
      }
    }
    int top = (int) (high >>> 63);
    exponent += top;
    // What is left after the shift is the significand and one bit to round by.
    int shift = top + 62 - precision;
    if (exponent <= 0) {
      shift += 1 - exponent;
      exponent = 1;
      if (shift > 63) {
        return 0;
      }
    }
    if (exponent > 2 * bias) {
      return infinity;
    }
    long rounded = high >>> shift;
    if ((low | (high & ((1L << shift) - 1))) != 0) {
      rounded = (rounded + 1) >>> 1;
    } else {
      if (exponent10 < MIN_DIVISIBLE || exponent10 > PowersOfTen.MAX_EXACT) {
        return UNDECIDED;
      }
      boolean above = exponent10 >= 0 && factor * PowersOfTen.low(exponent10) != 0;
      rounded = (rounded + (above ? 1 : (rounded >>> 1) & 1)) >>> 1;
    }
    // Adding lets a carry out of the significand, and the hidden bit, raise the exponent.
    return ((long) (exponent - 1) << (precision - 1)) + rounded;
  }
}
