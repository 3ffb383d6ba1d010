package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical text of numbers; Python's is tested where it is hashed. */
class NumberFormsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "0e5, 0",
    "0e99999999999, 0",
    "-0.000e-99999999999, 0",
    "1, 1",
    "1.0, 1",
    "10e-1, 1",
    "1.50, 1.5",
    "1E+30, 1e+30",
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "333333333.33333329, 333333333.3333333",
    "9007199254740992, 9007199254740992",
    "-65.613616999999977, -65.61361699999998",
    "0.1000000000000000055511151231257827021181583404541015625, 0.1",
    "0.10000000000000000555000, 0.1",
    // beyond doubles
    "9007199254740993, 9007199254740993",
    "-9007199254740993, -9007199254740993",
    "9007199254740993.0, 9007199254740993",
    "90071992547409930e-1, 9007199254740993",
    "9223372036854775807, 9223372036854775807",
    "123456789012345678901, 123456789012345678901",
    "1234567890123456789012, 1.234567890123456789012e+21",
    "12345678901234567890120, 1.234567890123456789012e+22",
    "0.1234567890123456789, 0.1234567890123456789",
    "1.10000000000000000000001, 1.10000000000000000000001",
    "0.00000123456789012345678901, 0.00000123456789012345678901",
    "0.000000123456789012345678901, 1.23456789012345678901e-7",
    "9223372036854775808, 9223372036854775808",
    "9223372036854776000, 9223372036854776000",
    "0.10000000000000000554, 0.10000000000000000554",
    "100000000000000000000.5, 100000000000000000000.5",
    "1e400, 1e+400",
    "-12e400, -1.2e+401",
    "1e-400, 1e-400",
    "1E99999999999999999999, 1e+99999999999999999999",
    "-0.5e-99999999999999999999, -5e-100000000000000000000"
  })
  void canonical(String number, String text) {
    assertEquals(text, NumberForms.canonical(number));
    assertEquals(text, NumberForms.canonical(text));
  }

  @Property
  void whereTheCanonicalFormHasATextItIsThat(@ForAll double value) {
    JsonWriter out = new JsonWriter(DatasonConfig.builder().canonical(true).build(), null);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    out.writeDouble(value);
    JsonWriter plain = new JsonWriter(DatasonConfig.defaults(), null);
    plain.writeDouble(value);
    assertEquals(out.toString(), NumberForms.canonical(plain.toString()));
    BigDecimal digits = new BigDecimal(value);
    if (digits.scale() > 0) {
      assertEquals(out.toString(), NumberForms.canonical(digits.toString()));
    }
  }

  @Property
  void theTextIsTheSameForEachSpellingAndTheNumberStays(
      @ForAll @NumericChars @StringLength(min = 17, max = 60) String digits,
      @ForAll @IntRange(min = -400, max = 400) int scale,
      @ForAll @IntRange(min = 0, max = 5) int zeros) {
    BigDecimal number = new BigDecimal(new BigInteger(digits), scale);
    String text = NumberForms.canonical(number.toString());
    assertEquals(text, NumberForms.canonical(number.setScale(scale + zeros).toString()));
    assertEquals(text, NumberForms.canonical(number.toEngineeringString().replace("E+", "e")));
    BigDecimal same = new BigDecimal(text);
    boolean exact = number.compareTo(same) == 0;
    boolean fraction = number.stripTrailingZeros().scale() > 0;
    assertTrue(exact || fraction && number.doubleValue() == same.doubleValue());
    assertTrue(exact || same.precision() <= 17);
  }

  @ParameterizedTest
  @CsvSource({"-0, 0", "-0.0, -0.0", "1E2, 100.0", "1e-5, 1e-05", "1e16, 1e+16", "1e400, Infinity"})
  void python(String number, String text) {
    assertEquals(text, NumberForms.python(number));
  }
}
