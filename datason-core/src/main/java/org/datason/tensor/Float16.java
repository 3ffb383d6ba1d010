package org.datason.tensor;

/**
 * Conversion of IEEE 754's binary16, "half precision": a sign, 5 bits of exponent, 10 of fraction.
 * Java has no such type before 20; its bits are kept in a short.
 *
 * <pre>{@code
 * Float16.toBits(1.0); // 0x3c00
 * Float16.toFloat((short) 0x3c00); // 1.0f
 * }</pre>
 */
public final class Float16 {

  /** 2<sup>-24</sup>, the least positive half, so that a subnormal is its fraction times this. */
  private static final float LEAST = 0x1p-24f;

  /** From this on a number is nearer to infinity than to the greatest half, 65504. */
  private static final double OVERFLOW = 65520;

  private Float16() {}

  /**
   * The number of a half's bits: exact, and with the payload of a NaN.
   *
   * @param bits the bits
   * @return the number
   */
  public static float toFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * LEAST));
    }
    int wide = exponent == 0x1F ? 0xFF : exponent + 112;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }

  /**
   * The bits of the half nearest to a number, ties to the even one; a NaN keeps the upper bits of
   * its payload.
   *
   * @param value the number
   * @return the bits
   */
  public static short toBits(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int sign = (int) (bits >>> 48) & 0x8000;
    if (Double.isNaN(value)) {
      int payload = (int) (bits >>> 42) & 0x3FF;
      return (short) (sign | 0x7C00 | (payload == 0 ? 0x200 : payload));
    }
    double size = Math.abs(value);
    if (size >= OVERFLOW) {
      return (short) (sign | 0x7C00);
    }
    // The last bit of a half with this exponent; the subnormals share that of the least normal one.
    int exponent = Math.max(Math.getExponent(size), -14);
    double steps = Math.rint(size * Math.scalb(1.0, 10 - exponent)); // exact but for the rounding
    return (short) (sign | ((exponent + 14 << 10) + (int) steps));
  }
}
