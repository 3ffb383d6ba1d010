package org.datason.frame;

/** Conversions of IEEE 754's binary16: one sign bit, five of exponent, ten of fraction. */
final class HalfFloat {

  /** The plain NaN. */
  static final short NAN = 0x7E00;

  private static final float SMALLEST_NORMAL = 0x1p-14f;
  private static final float SUBNORMAL_STEP = 0x1p-24f;

  private HalfFloat() {}

  /** The float of the same value; of a NaN, one with the same fraction. */
  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1F;
    int fraction = half & 0x3FF;
    if (exponent == 0) {
      float value = fraction * SUBNORMAL_STEP;
      return sign == 0 ? value : -value;
    }
    int wide = exponent == 0x1F ? 0xFF : exponent + 112;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }

  /**
   * The binary16 of the same value.
   *
   * @throws IllegalArgumentException if there is none
   */
  static short ofFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float size = Math.abs(value);
    int half;
    if (value != value || size == Float.POSITIVE_INFINITY) {
      half = 0x7C00 | bits >> 13 & 0x3FF;
    } else if (size < SMALLEST_NORMAL) {
      half = (int) (size / SUBNORMAL_STEP);
    } else {
      half = Math.min((bits >> 23 & 0xFF) - 112, 0x1F) << 10 | bits >> 13 & 0x3FF;
    }
    short result = (short) (sign | half);
    if (Float.floatToRawIntBits(toFloat(result)) != bits) {
      throw new IllegalArgumentException(value + " is no float16");
    }
    return result;
  }
}
