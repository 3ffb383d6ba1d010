package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-1, -1.0",
    "100, 100.0",
    "0.1, 0.1",
    "0.0001, 0.0001",
    "0.00012345678901234567, 0.00012345678901234567",
    "-0.00012345678901234567, -0.00012345678901234567",
    "0.00001, 1e-5",
    "0.000015, 1.5e-5",
    "1.5e-7, 1.5e-7",
    "123.456, 123.456",
    "123456789.5, 123456789.5",
    "1234567890.25, 1234567890.25",
    "123456789012345, 123456789012345.0",
    "1e15, 1000000000000000.0",
    "9007199254740991, 9007199254740991.0",
    "9007199254740992, 9007199254740992.0",
    "9007199254740994, 9007199254740994.0",
    "9999999999999998, 9999999999999998.0",
    "1e16, 1e16",
    "12345678901234568, 1.2345678901234568e16",
    "1e22, 1e22",
    "1e23, 1e23",
    "2.5e300, 2.5e300",
    "-9223372036854775808, -9.223372036854776e18",
    "9223372036854775807, 9.223372036854776e18",
    "2e-44, 2e-44",
    "-65.613616999999977, -65.61361699999998",
    "43.420273000000009, 43.42027300000001",
    "4.9e-324, 5e-324",
    "-4.9e-324, -5e-324",
    "9.9e-324, 1e-323",
    "1.5e-323, 1.5e-323",
    "2.2250738585072011e-308, 2.225073858507201e-308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "-1.7976931348623157e308, -1.7976931348623157e308",
    "-2.2250738585072014e-308, -2.2250738585072014e-308"
  })
  void examples(double value, String text) {
    assertEquals(text, write(value));
  }

  @Test
  void powersOfTwoAndTheirNeighbours() {
    for (int n = -1074; n <= 1023; n++) {
      double power = Math.scalb(1.0, n);
      assertShortest(power);
      assertShortest(Math.nextUp(power));
      if (n > -1074) {
        assertShortest(Math.nextDown(power));
      }
    }
    assertShortest(Double.MAX_VALUE);
  }

  @Test
  void powersOfTenAndTheirNeighbours() {
    for (int n = -323; n <= 308; n++) {
      double power = Double.parseDouble("1e" + n);
      assertEquals(DecimalOracle.text(new BigDecimal("1e" + n)), write(power));
      assertShortest(Math.nextUp(power));
      assertShortest(Math.nextDown(power));
    }
  }

  @Test
  void smallestNumbers() {
    for (long bits = 1; bits <= 2000; bits++) {
      assertShortest(Double.longBitsToDouble(bits));
    }
  }

  @Property(tries = 5_000)
  void anyBitsAreShortest(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value) && value != 0);
    assertShortest(Math.abs(value));
  }

  @Property(tries = 2_000)
  void subnormalsAreShortest(@ForAll @LongRange(min = 1, max = (1L << 52) - 1) long bits) {
    assertShortest(Double.longBitsToDouble(bits));
  }

  @Property(tries = 5_000)
  void ordinaryMagnitudesAreShortest(
      @ForAll @LongRange(max = (1L << 52) - 1) long fraction,
      @ForAll @IntRange(min = -40, max = 90) int exponent) {
    assertShortest(Math.scalb(1 + fraction * 0x1p-52, exponent));
  }

  @Property(tries = 20_000)
  void anyBitsReadBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value));
    String text = write(value);
    assertEquals(bits, Double.doubleToRawLongBits(Double.parseDouble(text)), text);
    String canonical = writeCanonical(value);
    assertEquals(value + 0.0, Double.parseDouble(canonical), canonical);
    assertAgreesWithPlatform(value, text);
  }

  @Property(tries = 20_000)
  void shortDecimalsStayAsTheyAre(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -30, max = 30) int exponent) {
    BigDecimal decimal = BigDecimal.valueOf(digits, -exponent);
    double value = decimal.doubleValue();
    assertEquals(DecimalOracle.text(decimal), write(value));
    assertEquals("-" + DecimalOracle.text(decimal), write(-value));
    assertEquals(DecimalOracle.canonicalText(decimal), writeCanonical(value));
    assertEquals("-" + DecimalOracle.canonicalText(decimal), writeCanonical(-value));
  }

  /** Samples of RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void canonicalSamplesOfTheStandard(String bits, String text) {
    assertEquals(text, writeCanonical(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
  }

  /** Made by an ECMAScript engine. */
  @ParameterizedTest
  @CsvSource({
    "3ff0000000000000, 1",
    "bff0000000000000, -1",
    "3fb999999999999a, 0.1",
    "3fe0000000000000, 0.5",
    "4059000000000000, 100",
    "423cbe991a140000, 123456789012",
    "430c6bf526340000, 1000000000000000",
    "4341c37937e08000, 10000000000000000",
    "4376345785d8a000, 100000000000000000",
    "441ac53a7e04bcda, 123456789012345680000",
    "4415af1d78b58c40, 100000000000000000000",
    "442043561a882930, 150000000000000000000",
    "444b1ae4d6e2ef50, 1e+21",
    "4454542ba12a337c, 1.5e+21",
    "4480f0cf064dd592, 1e+22",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "3eb92a737110e454, 0.0000015",
    "3e7ad7f29abcaf48, 1e-7",
    "3e8421f5f40d8376, 1.5e-7",
    "3ee4f8b588e368f1, 0.00001",
    "405edd2f1a9fbe77, 123.456",
    "4340000000000000, 9007199254740992",
    "4340000000000001, 9007199254740994",
    "43b0000000000000, 1152921504606847000",
    "4450000000000000, 1.1805916207174113e+21",
    "3f50000000000000, 0.0009765625",
    "3e10000000000000, 9.313225746154785e-10",
    "0000000000000001, 5e-324",
    "0000000000000002, 1e-323",
    "0010000000000000, 2.2250738585072014e-308",
    "4011666666666666, 4.35",
    "3fd3333333333333, 0.3",
    "3fe5555555555555, 0.6666666666666666",
    "7e37e43c8800759c, 1e+300",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "3eb0000000000000, 9.5367431640625e-7",
    "beb4b66dc01ec6fb, -0.0000012345678901234567",
    "c41ac53a7e04bcd9, -123456789012345670000",
    "3fd5555555555555, 0.3333333333333333",
    "1c0d57f10c894254, 1.4830122828920016e-173",
    "43f04a6ece53d613, 18781959765316678000",
    "e2b8410510668fa6, -3.575532127436644e+167",
    "d5f2e30a9e501b7d, -1.0829258728928171e+106",
    "535c8ea8a4e05948, 3.7230187291668613e+93",
    "8f7b1bac9609eaf7, -4.262874002980358e-234",
    "cb3af636587957ba, -2.5824242072052563e+54",
    "6438f14dfe833301, 6.169062368256605e+174",
    "d0af9825c659f77c, -4.682717518917287e+80",
    "302bd02b522a861b, 1.2009957333271821e-76",
    "fd70522e931f790e, -1.6677967842578716e+296",
    "fba9a1630e23bac5, -4.878446657335358e+287",
    "29616ccb5e0010f0, 2.318589285015657e-109",
    "d37bf421a1818b7f, -1.4577297053362402e+94",
    "7a5b1baa844c07a2, 2.4603368763737895e+281",
    "552e421879d836c9, 2.1178316544328792e+102",
    "a92e8eaf3493d9a4, -2.5412503051231247e-110",
    "5fe48bdeead11f23, 8.60880578948587e+153",
    "618d3e487ffb5776, 8.222691106237041e+161",
    "5cd158ba16a76b0d, 1.29107691235244e+139",
    "07727df42b81c598, 8.54570675525937e-273",
    "16e635e91fb5a507, 2.3213088696070116e-198",
    "38c4ac26c846fc8a, 3.1104470921459883e-35",
    "8ade8c37577c5b91, -2.5430944865444634e-256"
  })
  void canonicalSamplesOfAnEngine(String bits, String text) {
    assertEquals(text, writeCanonical(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
  }

  private static void assertShortest(double value) {
    BigDecimal shortest = DecimalOracle.shortest(value);
    String text = write(value);
    assertEquals(DecimalOracle.text(shortest), text);
    assertEquals(value, Double.parseDouble(text), text);
    assertEquals(DecimalOracle.canonicalText(shortest), writeCanonical(value));
    assertAgreesWithPlatform(value, text);
  }

  /** From JDK 19 on, the platform's text is the shortest with two digits at least. */
  private static void assertAgreesWithPlatform(double value, String text) {
    if (Runtime.version().feature() >= 19 && value != 0) {
      BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
      if (decimal.precision() > 2) {
        BigDecimal platform = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        assertEquals(platform, decimal);
      }
    }
  }

  private static String write(double value) {
    byte[] buf = new byte[2 + DoubleText.MAX_LENGTH];
    int end = DoubleText.write(buf, 2, value);
    return text(buf, end);
  }

  private static String writeCanonical(double value) {
    byte[] buf = new byte[2 + DoubleText.MAX_LENGTH];
    int end = DoubleText.writeCanonical(buf, 2, value);
    return text(buf, end);
  }

  private static String text(byte[] buf, int end) {
    assertEquals(0, buf[0] | buf[1]);
    assertTrue(end <= buf.length);
    return new String(buf, 2, end - 2, StandardCharsets.ISO_8859_1);
  }
}
