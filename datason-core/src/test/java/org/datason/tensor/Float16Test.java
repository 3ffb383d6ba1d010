package org.datason.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Float16Test {

  @Test
  void everyHalfSurvives() {
    for (int i = 0; i < 1 << 16; i++) {
      short bits = (short) i;
      float half = Float16.toFloat(bits);
      float brain = BFloat16.toFloat(bits);
      if (half == half) {
        assertEquals(bits, Float16.toBits(half));
      } else {
        assertEquals(i << 13 & 0x7FE000, Float.floatToRawIntBits(half) & 0x7FFFFF);
      }
      if (brain == brain) {
        assertEquals(bits, BFloat16.toBits(brain));
      }
    }
  }

  /** Values and bits as numpy 2.4 makes them: np.array(x, "float16").view("uint16"). */
  @Test
  void asNumpyRounds() {
    assertHalf(0x2E66, 0.1);
    assertHalf(0x7BFF, 65519.999);
    assertHalf(0x7C00, 65520);
    assertHalf(0xFC00, Double.NEGATIVE_INFINITY);
    assertHalf(0x0000, 0x1p-25);
    assertHalf(0x0001, 0x1.0000001p-25);
    assertHalf(0x0002, 0x1.8p-24);
    assertHalf(0x0400, 0x1.FFFp-15);
    assertHalf(0x03FF, 0x1.FF8p-15);
    assertHalf(0x3C00, 1.00048828125);
    assertHalf(0x3C02, 1.00146484375);
    assertHalf(0x8000, -0.0);
    assertHalf(0x8000, -Double.MIN_VALUE);
    assertHalf(0x7E00, Double.NaN);
    assertHalf(0x7E00, Double.longBitsToDouble(0x7FF0000000000001L));
  }

  private static void assertHalf(int bits, double value) {
    assertEquals(bits, Float16.toBits(value) & 0xFFFF, Double.toHexString(value));
  }

  @Test
  void brainFloats() {
    assertEquals(0x3DCD, BFloat16.toBits(0.1));
    assertEquals(0x7F7F, BFloat16.toBits(3.39e38));
    assertEquals(0x7F80, BFloat16.toBits(0x1.FFp127));
    assertEquals(0x0001, BFloat16.toBits(0x1.0p-133));
    assertEquals(0x0000, BFloat16.toBits(0x1.0p-134));
    assertEquals(0x7FC0, BFloat16.toBits(Double.NaN));
    assertEquals((short) 0xFF80, BFloat16.toBits(Double.NEGATIVE_INFINITY));
  }

  /** The nearest of the neighbours, which differ by one in their bits. */
  @Property
  void roundsToTheNearest(@ForAll short bits, @ForAll double share) {
    double x = Float16.toFloat(bits);
    double y = Float16.toFloat((short) (bits ^ 1));
    double part = Math.abs(share) % 1;
    double between = x + (y - x) * part;
    if (Double.isFinite(between)) {
      double back = Float16.toFloat(Float16.toBits(between));
      double error = Math.abs(back - between);
      assertTrue(error <= Math.abs(x - between) && error <= Math.abs(y - between));
    }
  }
}
