package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-1, -1.0",
    "0.1, 0.1",
    "0.0001, 0.0001",
    "0.00012345679, 0.00012345679",
    "0.00001, 1e-5",
    "1.5e-7, 1.5e-7",
    "123.456, 123.456",
    "16777215, 16777215.0",
    "16777216, 16777216.0",
    "33554432, 33554432.0",
    "1e15, 1000000000000000.0",
    "9.999999e14, 999999900000000.0",
    "1e16, 1e16",
    "2e-44, 2e-44",
    "1.4e-45, 1e-45",
    "-1.4e-45, -1e-45",
    "1.17549435e-38, 1.1754944e-38",
    "3.4028235e38, 3.4028235e38",
    "-3.4028235e38, -3.4028235e38"
  })
  void examples(float value, String text) {
    assertEquals(text, write(value));
  }

  @Test
  void powersOfTwoAndTheirNeighbours() {
    for (int n = -149; n <= 127; n++) {
      float power = Math.scalb(1.0f, n);
      assertShortest(power);
      assertShortest(Math.nextUp(power));
      if (n > -149) {
        assertShortest(Math.nextDown(power));
      }
    }
    assertShortest(Float.MAX_VALUE);
  }

  @Test
  void powersOfTenAndTheirNeighbours() {
    for (int n = -44; n <= 38; n++) {
      float power = Float.parseFloat("1e" + n);
      assertEquals(DecimalOracle.text(new BigDecimal("1e" + n)), write(power));
      assertShortest(Math.nextUp(power));
      assertShortest(Math.nextDown(power));
    }
  }

  @Test
  void smallestNumbers() {
    for (int bits = 1; bits <= 2000; bits++) {
      assertShortest(Float.intBitsToFloat(bits));
    }
  }

  @Property(tries = 10_000)
  void anyBitsAreShortest(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    Assume.that(Float.isFinite(value) && value != 0);
    assertShortest(Math.abs(value));
  }

  @Property(tries = 20_000)
  void anyBitsReadBack(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    Assume.that(Float.isFinite(value));
    String text = write(value);
    assertEquals(bits, Float.floatToRawIntBits(Float.parseFloat(text)), text);
  }

  @Property(tries = 20_000)
  void shortDecimalsStayAsTheyAre(
      @ForAll @IntRange(min = 1, max = 999_999) int digits,
      @ForAll @IntRange(min = -30, max = 30) int exponent) {
    BigDecimal decimal = BigDecimal.valueOf(digits, -exponent);
    assertEquals(DecimalOracle.text(decimal), write(Float.parseFloat(decimal.toString())));
  }

  private static void assertShortest(float value) {
    String text = write(value);
    assertEquals(DecimalOracle.text(DecimalOracle.shortest(value)), text);
    assertEquals(value, Float.parseFloat(text), text);
    if (Runtime.version().feature() >= 19) {
      BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
      if (decimal.precision() > 2) {
        BigDecimal platform = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        assertEquals(platform, decimal);
      }
    }
  }

  private static String write(float value) {
    byte[] buf = new byte[2 + FloatText.MAX_LENGTH];
    int end = FloatText.write(buf, 2, value);
    assertEquals(0, buf[0] | buf[1]);
    return new String(buf, 2, end - 2, StandardCharsets.ISO_8859_1);
  }
}
