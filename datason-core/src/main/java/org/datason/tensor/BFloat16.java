package org.datason.tensor;

/**
 * Conversion of bfloat16: the upper 16 bits of a float, which are kept in a short.
 *
 * <pre>{@code
 * BFloat16.toBits(1.0); // 0x3f80
 * BFloat16.toFloat((short) 0x3f80); // 1.0f
 * }</pre>
 */
public final class BFloat16 {

  private BFloat16() {}

  /**
   * The number of such bits: exact, and with the payload of a NaN.
   *
   * @param bits the bits
   * @return the number
   */
  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /**
   * The bits of the bfloat16 nearest to a number, ties to the even one; a NaN keeps the upper bits
   * of its payload.
   *
   * @param value the number
   * @return the bits
   */
  public static short toBits(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int sign = (int) (bits >>> 48) & 0x8000;
    if (Double.isNaN(value)) {
      int payload = (int) (bits >>> 45) & 0x7F;
      return (short) (sign | 0x7F80 | (payload == 0 ? 0x40 : payload));
    }
    double size = Math.abs(value);
    if (size >= 0x1.FFp127) { // halfway from the greatest one to 2^128
      return (short) (sign | 0x7F80);
    }
    int exponent = Math.max(Math.getExponent(size), -126);
    double steps = Math.rint(Math.scalb(size, 7 - exponent)); // exact but for the rounding
    return (short) (sign | ((exponent + 126 << 7) + (int) steps));
  }
}
