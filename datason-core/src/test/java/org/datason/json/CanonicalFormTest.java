package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form is that of RFC 8785, whose own examples are among these. */
class CanonicalFormTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason CANONICAL = DATASON.with(c -> c.canonical(true));

  private static String canonical(String json) {
    return CANONICAL.toJson(DATASON.fromJson(json));
  }

  /** RFC 8785, section 3.2.2. */
  @Test
  void exampleOfLiteralsStringsAndNumbers() {
    assertEquals(
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        canonical(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }"""));
  }

  /** RFC 8785, section 3.2.3. */
  @Test
  void exampleOfSortedNames() {
    String json =
        canonical(
            """
            {
              "\\u20ac": "Euro Sign",
              "\\r": "Carriage Return",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\\ud83d\\ude00": "Emoji: Grinning Face",
              "\\u0080": "Control",
              "\\u00f6": "Latin Small Letter O With Diaeresis"
            }""");
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter"
            + " O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning"
            + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        json);
  }

  /** The test data that RFC 8785 points to: structures.json, arrays.json, values.json. */
  @Test
  void examplesOfStructures() {
    assertEquals(
        "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
            + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}",
        canonical(
            """
            {
              "1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0},
              "10": { },
              "": "empty",
              "a": { },
              "111": [ {"e": "yes","E": "no" } ],
              "A": { }
            }"""));
    assertEquals(
        "[56,{\"1\":[],\"10\":null,\"d\":true}]",
        canonical("[ 56, { \"d\": true, \"10\": null, \"1\": [ ] } ]"));
  }

  /** RFC 8785, appendix B, as far as they are numbers. */
  static Stream<Arguments> doubles() {
    return Stream.of(
        Arguments.of(0x0000000000000000L, "0"),
        Arguments.of(0x8000000000000000L, "0"),
        Arguments.of(0x0000000000000001L, "5e-324"),
        Arguments.of(0x8000000000000001L, "-5e-324"),
        Arguments.of(0x7fefffffffffffffL, "1.7976931348623157e+308"),
        Arguments.of(0xffefffffffffffffL, "-1.7976931348623157e+308"),
        Arguments.of(0x4340000000000000L, "9007199254740992"),
        Arguments.of(0xc340000000000000L, "-9007199254740992"),
        Arguments.of(0x4430000000000000L, "295147905179352830000"),
        Arguments.of(0x44b52d02c7e14af5L, "9.999999999999997e+22"),
        Arguments.of(0x44b52d02c7e14af6L, "1e+23"),
        Arguments.of(0x44b52d02c7e14af7L, "1.0000000000000001e+23"),
        Arguments.of(0x444b1ae4d6e2ef4eL, "999999999999999700000"),
        Arguments.of(0x444b1ae4d6e2ef4fL, "999999999999999900000"),
        Arguments.of(0x444b1ae4d6e2ef50L, "1e+21"),
        Arguments.of(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7"),
        Arguments.of(0x3eb0c6f7a0b5ed8dL, "0.000001"),
        Arguments.of(0x41b3de4355555553L, "333333333.3333332"),
        Arguments.of(0x41b3de4355555554L, "333333333.33333325"),
        Arguments.of(0x41b3de4355555555L, "333333333.3333333"),
        Arguments.of(0x41b3de4355555556L, "333333333.3333334"),
        Arguments.of(0x41b3de4355555557L, "333333333.33333343"),
        Arguments.of(0xbecbf647612f3696L, "-0.0000033333333333333333"),
        Arguments.of(0x43143ff3c1cb0959L, "1424953923781206.2"));
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void doubleIsWrittenAsEcmaScriptDoes(long bits, String text) {
    assertEquals(text, CANONICAL.toJson(Double.longBitsToDouble(bits)));
  }

  static Stream<Arguments> exact() {
    return Stream.of(
        Arguments.of(0, "0"),
        Arguments.of(Integer.MIN_VALUE, "-2147483648"),
        Arguments.of(1L << 53, "9007199254740992"),
        Arguments.of(-(1L << 53), "-9007199254740992"),
        Arguments.of((1L << 53) + 2, "9007199254740994"),
        Arguments.of(1_000_000_000_000_000_000L, "1000000000000000000"),
        Arguments.of(BigInteger.TWO.pow(53), "9007199254740992"),
        Arguments.of(BigInteger.TEN.pow(20), "100000000000000000000"),
        Arguments.of(BigInteger.TEN.pow(21), "1e+21"),
        Arguments.of(BigInteger.TEN.pow(22).negate(), "-1e+22"));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void numberWhoseDigitsADoubleHasIsWritten(Object number, String text) {
    assertEquals(text, CANONICAL.toJson(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.10", "1E+5", "5.6843418860808E-14", "2E-3", "1.0E23"})
  void decimalWhoseDigitsADoubleHasIsWritten(String text) {
    JsonWriter out = new JsonWriter(CANONICAL.config(), new Boxes());
    out.writeBigDecimal(new BigDecimal(text));
    assertEquals(CANONICAL.toJson(Double.valueOf(text)), out.toString());
  }

  @ParameterizedTest
  @ValueSource(floats = {0.1f, 1e10f, -3.4028235e38f, 7e-10f, 16777216f, 0f})
  void floatIsTheNumberThatItsDigitsSay(float value) {
    JsonWriter out = new JsonWriter(CANONICAL.config(), new Boxes());
    out.writeFloat(value);
    assertEquals(CANONICAL.toJson(Double.parseDouble(Float.toString(value))), out.toString());
  }

  static Stream<Number> inexact() {
    return Stream.of(
        (1L << 53) + 1,
        -(1L << 53) - 1,
        1L << 60, // a double, but one that is written with other digits
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        BigInteger.TWO.pow(53).add(BigInteger.ONE),
        BigInteger.TWO.pow(64),
        BigInteger.TEN.pow(400),
        new BigDecimal("0.1000000000000000055511151231257827"),
        new BigDecimal("1E+400"),
        new BigDecimal("1E-400"));
  }

  @ParameterizedTest
  @MethodSource("inexact")
  void numberWhoseDigitsNoDoubleHasIsRefused(Number number) {
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class,
            () -> {
              JsonWriter out = new JsonWriter(CANONICAL.config(), new Boxes());
              out.beginArray();
              out.writeInt(1);
              if (number instanceof Long value) {
                out.writeLong(value);
              } else if (number instanceof BigInteger value) {
                out.writeBigInteger(value);
              } else {
                out.writeBigDecimal((BigDecimal) number);
              }
            });
    assertEquals(
        "The canonical form has only doubles, and none is written as "
            + number
            + "; write it as text, or without canonical at $[1]",
        e.getMessage());
  }

  @Test
  void loneSurrogateIsRefused() {
    for (String text :
        List.of("ab\ud800", "\udc00\ud800ab", "x".repeat(5000) + "\ud83d\ud83d\ude00")) {
      int index = text.replaceAll("[\ud800-\udfff].*", "").length();
      String message =
          "The canonical form has no lone surrogates, and the text has one at index "
              + index
              + " at ";
      assertEquals(
          message + "$.a[0]",
          assertThrows(
                  UnsupportedTypeException.class,
                  () -> CANONICAL.toJson(Map.of("a", new ArrayList<>(List.of(text)))))
              .getMessage());
      assertEquals(
          message + "$",
          assertThrows(UnsupportedTypeException.class, () -> CANONICAL.toJson(Map.of(text, 1)))
              .getMessage());
    }
  }

  @Test
  void canonicalFormOfTheCanonicalFormIsItself() {
    String json = "{\"a\":[1,0.5,1e+21,\"é\\u0000\"],\"b\":{\"\":null}}";
    assertEquals(json, canonical(json));
  }

  @Test
  void nothingIsEscapedThatNeedNotBe() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < 0xD800; c++) {
      text.append((char) c);
    }
    StringBuilder expected = new StringBuilder("\"");
    for (char c : text.toString().toCharArray()) {
      switch (c) {
        case '\b' -> expected.append("\\b");
        case '\t' -> expected.append("\\t");
        case '\n' -> expected.append("\\n");
        case '\f' -> expected.append("\\f");
        case '\r' -> expected.append("\\r");
        case '"' -> expected.append("\\\"");
        case '\\' -> expected.append("\\\\");
        default -> expected.append(c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
      }
    }
    expected.append('"');
    String all = text.toString();
    for (DatasonConfig config : Arrays.asList(CANONICAL.config(), DATASON.config())) {
      JsonWriter out = new JsonWriter(config, new Boxes());
      out.writeString(all);
      assertEquals(expected.toString(), out.toString());
    }
  }
}
