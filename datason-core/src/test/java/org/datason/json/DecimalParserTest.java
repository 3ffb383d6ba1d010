package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        "0e0",
        "-0e999999999999999999999999",
        "0.000e-5",
        "1",
        "-1",
        "10",
        "123",
        "1.5",
        "0.1",
        "1e1",
        "1E+1",
        "1e-1",
        "1e00000000000000000000000002",
        "1e-00000000000000000000000002",
        "12345678",
        "123456789",
        "1234567890123456",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993.0000000000000000000000000000000000000001",
        "9007199254740995",
        "18014398509481990",
        "9223372036854775807",
        "9223372036854775808",
        "9999999999999999999",
        "18446744073709551615",
        "18446744073709551616",
        "-65.613616999999977",
        "43.420273000000009",
        "1e22",
        "1e23",
        "8.5e22",
        "9e22",
        "123456789012345e22",
        "0.12345678901234567890",
        "0.00000000000000000000000012345",
        "0.000000000000000000000000000000012345678901234567891234",
        "100000000000000000000000000000000000000000",
        "1.00000000000000000000000000000000000000000",
        "1.50000000000000000",
        "1.5000000000000000000000000000000000",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "2.2250738585072014e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "7.4109846876186981e-324",
        "7.4109846876186982e-324",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e308",
        "1e309",
        "9999999999999999999e289",
        "9999999999999999999e290",
        "18446744073709551615e-342",
        "18446744073709551615e-343",
        "1e-342",
        "1e-400",
        "1e400",
        "1e999999999999",
        "-1e999999999999",
        "1e-999999999999",
        "-1e-999999999999",
        "1e9223372036854775807",
        "1e9223372036854775808",
        "1e18446744073709551616",
        "1e-99999999999999999999999999999999999999",
        "3.4028235e38",
        "3.4028235677973366e38",
        "3.4028235677973367e38",
        "1.4e-45",
        "7.006492321624085e-46",
        "7.006492321624086e-46",
        "16777217",
        "16777217.0000000000000000000000001",
        "16777219",
        "1.00000017881393432617187499",
        "1.000000178813934326171875",
        "1.00000017881393432617187501",
        "1.175494210692441075487029444849287348827052428745893333857174530571588"
            + "87047561890426550235133618116378784179687e-38"
      })
  void examples(String text) {
    assertParses(text);
  }

  @Test
  void zerosInFrontOutweighTheExponent() {
    for (int zeros : new int[] {1, 20, 300, 400, 5000, 100_000}) {
      String text = "0." + "0".repeat(zeros - 1) + "15e" + zeros;
      assertEquals(1.5, parseDouble(text));
      assertEquals(1.5f, parseFloat(text));
      String longText = "0." + "0".repeat(zeros - 1) + "12345678901234567890123e" + zeros;
      assertEquals(1.2345678901234567, parseDouble(longText));
      assertEquals(1.2345678901234567f, parseFloat(longText));
      String big = "15" + "0".repeat(zeros) + "e-" + (zeros + 1);
      assertEquals(1.5, parseDouble(big));
      assertEquals(1.5f, parseFloat(big));
    }
  }

  @Test
  void digitsFarBehindAMiddleDecide() {
    BigDecimal middle =
        DecimalOracle.middle(
            new BigDecimal(Double.MIN_NORMAL), new BigDecimal(0x1.0000000000001p-1022));
    String digits = middle.unscaledValue().toString();
    for (int zeros : new int[] {0, 1, 30, 31, 32, 33, 34, 100, 5000}) {
      String exponent = "e" + (-middle.scale() - zeros - 1);
      String below = middle.unscaledValue().subtract(BigInteger.ONE) + "9".repeat(zeros + 1);
      assertEquals(0x1.0p-1022, parseDouble(below + exponent));
      assertEquals(0x1.0p-1022, parseDouble(digits + "0".repeat(zeros + 1) + exponent));
      assertEquals(
          0x1.0000000000001p-1022, parseDouble(digits + "0".repeat(zeros) + "1" + exponent));
    }
  }

  @Test
  void everyPowerOfTenWithShortAndLongSignificands() {
    for (int exponent = -400; exponent <= 400; exponent++) {
      for (long significand :
          new long[] {
            1, 3, 9, 15, 1L << 53, (1L << 53) + 1, 1L << 62, 999_999_999_999_999_999L, -1
          }) {
        assertConverts(significand, exponent);
      }
    }
  }

  @Property(tries = 50_000)
  void anySignificandAndExponent(
      @ForAll long significand, @ForAll @IntRange(min = -350, max = 320) int exponent) {
    assertConverts(significand, exponent);
  }

  @Property(tries = 20_000)
  void ordinarySignificandAndExponent(
      @ForAll @LongRange(max = 99_999_999_999_999_999L) long significand,
      @ForAll @IntRange(min = -30, max = 30) int exponent) {
    assertConverts(significand, exponent);
  }

  @Property(tries = 20_000)
  void floatRange(@ForAll long significand, @ForAll @IntRange(min = -70, max = 40) int exponent) {
    assertConverts(significand, exponent);
  }

  @Property(tries = 20_000)
  void anyText(@ForAll("numbers") String text) {
    assertParses(text);
  }

  @Property(tries = 20_000)
  void shortestTextsReadBack(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value));
    byte[] buf = new byte[DoubleText.MAX_LENGTH];
    int end = DoubleText.write(buf, 0, value);
    assertEquals(bits, Double.doubleToRawLongBits(DecimalParser.parseDouble(buf, 0, end)));
  }

  @Property(tries = 20_000)
  void shortestFloatTextsReadBack(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    Assume.that(Float.isFinite(value));
    byte[] buf = new byte[FloatText.MAX_LENGTH];
    int end = FloatText.write(buf, 0, value);
    assertEquals(bits, Float.floatToRawIntBits(DecimalParser.parseFloat(buf, 0, end)));
  }

  @Property(tries = 5_000)
  void middlesOfDoubles(@ForAll long bits, @ForAll @IntRange(max = 2) int form) {
    double value = Math.abs(Double.longBitsToDouble(bits));
    Assume.that(value < Double.MAX_VALUE);
    assertMiddle(value, form);
  }

  @Property(tries = 5_000)
  void middlesOfDoublesWithFewDigits(
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long c,
      @ForAll @IntRange(min = -30, max = 40) int exponent,
      @ForAll @IntRange(max = 2) int form) {
    assertMiddle(Math.scalb((double) c, exponent), form);
  }

  @Property(tries = 10_000)
  void middlesOfFloats(@ForAll int bits, @ForAll @IntRange(max = 2) int form) {
    float value = Math.abs(Float.intBitsToFloat(bits));
    Assume.that(value < Float.MAX_VALUE);
    float next = Math.nextUp(value);
    BigDecimal middle = DecimalOracle.middle(new BigDecimal(value), new BigDecimal(next));
    BigDecimal step = middle.ulp().movePointLeft(1);
    float even = (Float.floatToRawIntBits(value) & 1) == 0 ? value : next;

    assertEquals(even, parseFloat(form(middle, form)));
    assertEquals(value, parseFloat(form(middle.subtract(step), form)));
    assertEquals(next, parseFloat(form(middle.add(step), form)));
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> integer =
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30).map(s -> withoutZeros(s));
    Arbitrary<String> fraction =
        Arbitraries.strings().numeric().ofMaxLength(45).map(s -> s.isEmpty() ? "" : "." + s);
    Arbitrary<String> exponent =
        Combinators.combine(
                Arbitraries.of("e", "E"),
                Arbitraries.of("", "+", "-"),
                Arbitraries.integers().between(0, 330))
            .as((letter, sign, value) -> letter + sign + value)
            .injectNull(0.5)
            .map(s -> s == null ? "" : s);
    return Combinators.combine(Arbitraries.of("", "-"), integer, fraction, exponent)
        .as((sign, before, behind, power) -> sign + before + behind + power);
  }

  private static String withoutZeros(String digits) {
    return new BigInteger(digits).toString();
  }

  private static void assertMiddle(double value, int form) {
    double next = Math.nextUp(value);
    BigDecimal middle = DecimalOracle.middle(new BigDecimal(value), new BigDecimal(next));
    BigDecimal step = middle.ulp().movePointLeft(1);
    double even = (Double.doubleToRawLongBits(value) & 1) == 0 ? value : next;

    assertEquals(even, parseDouble(form(middle, form)));
    assertEquals(value, parseDouble(form(middle.subtract(step), form)));
    assertEquals(next, parseDouble(form(middle.add(step), form)));
  }

  /** The same number scientific, plain or with all digits before the exponent. */
  private static String form(BigDecimal decimal, int form) {
    switch (form) {
      case 0:
        return decimal.round(new MathContext(decimal.precision())).toString();
      case 1:
        return decimal.toPlainString();
      default:
        return decimal.unscaledValue() + "e" + -decimal.scale();
    }
  }

  private static void assertConverts(long significand, int exponent) {
    String text = Long.toUnsignedString(significand) + "e" + exponent;
    assertEquals(Double.parseDouble(text), DecimalParser.toDouble(significand, exponent), text);
    assertEquals(Float.parseFloat(text), DecimalParser.toFloat(significand, exponent), text);
  }

  private static void assertParses(String text) {
    assertEquals(Double.parseDouble(text), parseDouble(text), text);
    assertEquals(Float.parseFloat(text), parseFloat(text), text);
  }

  private static double parseDouble(String text) {
    byte[] alone = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] among = ("12" + text + "3456789012345").getBytes(StandardCharsets.ISO_8859_1);
    double value = DecimalParser.parseDouble(alone, 0, alone.length);
    assertEquals(value, DecimalParser.parseDouble(among, 2, 2 + alone.length));
    return value;
  }

  private static float parseFloat(String text) {
    byte[] alone = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] among = ("12" + text + "3456789012345").getBytes(StandardCharsets.ISO_8859_1);
    float value = DecimalParser.parseFloat(alone, 0, alone.length);
    assertEquals(value, DecimalParser.parseFloat(among, 2, 2 + alone.length));
    return value;
  }
}
