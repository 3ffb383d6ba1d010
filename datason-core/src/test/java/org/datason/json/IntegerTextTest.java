package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntegerTextTest {

  @Test
  void smallNumbersAndTheirNegatives() {
    for (int i = -20_000; i <= 20_000; i++) {
      assertInt(i);
      assertLong(i);
    }
  }

  @Test
  void edgesOfInt() {
    for (int power = 1, digits = 0; digits < 10; digits++, power *= 10) {
      for (int distance = -2; distance <= 2; distance++) {
        assertInt(power + distance);
        assertInt(-(power + distance));
      }
    }
    for (int bit = 0; bit < 32; bit++) {
      for (int distance = -2; distance <= 2; distance++) {
        assertInt((1 << bit) + distance);
      }
    }
    assertInt(Integer.MAX_VALUE);
    assertInt(Integer.MIN_VALUE);
    assertInt(Integer.MIN_VALUE + 1);
  }

  @Test
  void edgesOfLong() {
    long power = 1;
    for (int digits = 0; digits < 19; digits++, power *= 10) {
      for (int distance = -2; distance <= 2; distance++) {
        assertLong(power + distance);
        assertLong(-(power + distance));
      }
    }
    for (int bit = 0; bit < 64; bit++) {
      for (int distance = -2; distance <= 2; distance++) {
        assertLong((1L << bit) + distance);
      }
    }
    assertLong(Long.MAX_VALUE);
    assertLong(Long.MIN_VALUE);
    assertLong(Long.MIN_VALUE + 1);
  }

  @Property(tries = 20_000)
  void anyInt(@ForAll int value, @ForAll @IntRange(max = 31) int shift) {
    assertInt(value);
    assertInt(value >> shift);
  }

  @Property(tries = 20_000)
  void anyLong(@ForAll long value, @ForAll @IntRange(max = 63) int shift) {
    assertLong(value);
    assertLong(value >> shift);
  }

  private static void assertInt(int value) {
    byte[] buf = new byte[3 + IntegerText.MAX_INT_LENGTH];
    int end = IntegerText.write(buf, 3, value);
    assertEquals(Integer.toString(value), text(buf, end));
  }

  private static void assertLong(long value) {
    byte[] buf = new byte[3 + IntegerText.MAX_LONG_LENGTH];
    int end = IntegerText.write(buf, 3, value);
    assertEquals(Long.toString(value), text(buf, end));
  }

  /** What was written from position 3 on, after a check that nothing was before it. */
  private static String text(byte[] buf, int end) {
    assertEquals(0, buf[0] | buf[1] | buf[2]);
    return new String(buf, 3, end - 3, StandardCharsets.ISO_8859_1);
  }
}
