package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SchubfachTest {

  @Property(tries = 50_000)
  void estimateAgreesWithExactSearch(
      @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long c,
      @ForAll @IntRange(min = -1074, max = 971) int q) {
    int k = PowersOfTen.log10OfPowerOfTwo(q);
    assertEquals(Schubfach.exact(c, q, k, 2), Schubfach.shortest(c, q, k));
  }

  @Property(tries = 20_000)
  void estimateAgreesWithExactSearchNearShortDecimals(
      @ForAll @LongRange(min = 1, max = 9_999_999) long digits,
      @ForAll @IntRange(min = -20, max = 15) int exponent,
      @ForAll @IntRange(min = -3, max = 3) int distance) {
    double value = Double.parseDouble(digits + "e" + exponent);
    long bits = Double.doubleToRawLongBits(value) + distance;
    long c = (bits & ((1L << 52) - 1)) | (1L << 52);
    int q = (int) (bits >>> 52) - 1075;
    int k = PowersOfTen.log10OfPowerOfTwo(q);
    assertEquals(Schubfach.exact(c, q, k, 2), Schubfach.shortest(c, q, k));
  }
}
