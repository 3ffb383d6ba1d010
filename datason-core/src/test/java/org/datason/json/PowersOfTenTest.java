package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PowersOfTenTest {

  @Test
  void everyEntryIsTheCeilingOf128Bits() {
    for (int n = PowersOfTen.MIN; n <= PowersOfTen.MAX; n++) {
      BigInteger expected =
          new BigDecimal(BigInteger.ONE, -n)
              .multiply(powerOfTwo(127 - PowersOfTen.log2(n)))
              .setScale(0, RoundingMode.CEILING)
              .toBigIntegerExact();
      BigInteger entry =
          new BigInteger(Long.toUnsignedString(PowersOfTen.high(n)))
              .shiftLeft(64)
              .add(new BigInteger(Long.toUnsignedString(PowersOfTen.low(n))));

      assertEquals(expected, entry, "10^" + n);
      assertEquals(128, entry.bitLength(), "10^" + n);
    }
  }

  @Test
  void logarithmsAreFloors() {
    for (int n = PowersOfTen.MIN; n <= PowersOfTen.MAX; n++) {
      int log2 = PowersOfTen.log2(n);
      BigDecimal power = new BigDecimal(BigInteger.ONE, -n);
      assertEquals(true, powerOfTwo(log2).compareTo(power) <= 0, "10^" + n);
      assertEquals(true, powerOfTwo(log2 + 1).compareTo(power) > 0, "10^" + n);
    }
    BigDecimal threeQuarters = new BigDecimal("0.75");
    for (int n = -1074; n <= 1023; n++) {
      BigDecimal power = powerOfTwo(n);
      assertEquals(log10(power), PowersOfTen.log10OfPowerOfTwo(n), "2^" + n);
      assertEquals(
          log10(power.multiply(threeQuarters)), PowersOfTen.log10OfThreeQuarters(n), "2^" + n);
    }
  }

  @Property
  void multiplyHighIsUnsigned(@ForAll long a, @ForAll long b) {
    BigInteger product =
        new BigInteger(Long.toUnsignedString(a)).multiply(new BigInteger(Long.toUnsignedString(b)));

    assertEquals(product.shiftRight(64).longValue(), PowersOfTen.multiplyHigh(a, b));
  }

  private static BigDecimal powerOfTwo(int n) {
    BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(n)));
    return n >= 0 ? power : BigDecimal.ONE.divide(power);
  }

  private static int log10(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
