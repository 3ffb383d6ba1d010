package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.Decimals;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.Location;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors say what was expected, what was found, and where; in the same words from every source. */
class ReadErrorsTest {

  private static final Datason DATASON = Datason.create().with(c -> c.coercions(Set.of()));

  private static List<JsonReader> readers(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    DatasonConfig config = DATASON.config();
    byte[] amid = new byte[bytes.length + 10];
    System.arraycopy(bytes, 0, amid, 5, bytes.length);
    return List.of(
        new JsonReader(config, new Boxes(), bytes, 0, bytes.length),
        new JsonReader(config, new Boxes(), amid, 5, bytes.length + 5),
        new JsonReader(config, new Boxes(), json),
        new JsonReader(config, new Boxes(), new ByteArrayInputStream(bytes)),
        new JsonReader(config, new Boxes(), new JsonSource.Trickle(bytes)));
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        // the end
        Arguments.of("", "a value", "the end of the input", "$", 1, 1),
        Arguments.of(" \n ", "a value", "the end of the input", "$", 2, 2),
        Arguments.of("[", "a value", "the end of the input", "$[0]", 1, 2),
        Arguments.of("[1", "',' or ']'", "the end of the input", "$[0]", 1, 3),
        Arguments.of("[1,", "a value", "the end of the input", "$[1]", 1, 4),
        Arguments.of("{", "a member name or '}'", "the end of the input", "$", 1, 2),
        Arguments.of("{\"a\"", "':' after the member name", "the end of the input", "$.a", 1, 5),
        Arguments.of("{\"a\":", "a value", "the end of the input", "$.a", 1, 6),
        Arguments.of("{\"a\":1", "',' or '}'", "the end of the input", "$.a", 1, 7),
        Arguments.of("{\"a\":1,", "a member name", "the end of the input", "$", 1, 8),
        Arguments.of("1 2", "the end of the document", "'2'", "$", 1, 3),
        Arguments.of("[]\n\n ]", "the end of the document", "']'", "$", 3, 2),
        // arrays
        Arguments.of("[1,,2]", "a value", "','", "$[1]", 1, 4),
        Arguments.of("[1,2,]", "a value after the comma", "']'", "$[2]", 1, 6),
        Arguments.of("[1 2]", "',' or ']'", "'2'", "$[0]", 1, 4),
        Arguments.of("[1}", "',' or ']'", "'}'", "$[0]", 1, 3),
        Arguments.of("[\n  1,\n  2\n  3\n]", "',' or ']'", "'3'", "$[1]", 4, 3),
        Arguments.of("[[1],[2,[3,x]]]", "a value", "'x'", "$[1][1][1]", 1, 12),
        // objects
        Arguments.of("{1:2}", "a member name or '}'", "'1'", "$", 1, 2),
        Arguments.of("{\"a\":1,}", "a member name", "'}'", "$", 1, 8),
        Arguments.of("{\"a\":1,2}", "a member name", "'2'", "$", 1, 8),
        Arguments.of("{\"a\" 1}", "':' after the member name", "'1'", "$.a", 1, 6),
        Arguments.of("{\"a\":1 \"b\":2}", "',' or '}'", "'\"'", "$.a", 1, 8),
        Arguments.of("{\"a\":}", "a value", "'}'", "$.a", 1, 6),
        Arguments.of("{\"a\":{\"b\":[0,{\"c\":?}]}}", "a value", "'?'", "$.a.b[1].c", 1, 19),
        // a place behind others, whose names it must not have
        Arguments.of("{\"a\":{\"b\":1},\"c\":[2],\"d\":?}", "a value", "'?'", "$.d", 1, 26),
        Arguments.of("{\"a\":\"{[,:\\\"\\\\\",\"b\":?}", "a value", "'?'", "$.b", 1, 21),
        Arguments.of("[{\"a\":1},{\"a\":1},{\"a\":?}]", "a value", "'?'", "$[2].a", 1, 23),
        // names with characters of all kinds
        Arguments.of("{\"a b\":?}", "a value", "'?'", "$[\"a b\"]", 1, 8),
        Arguments.of("{\"\":?}", "a value", "'?'", "$[\"\"]", 1, 5),
        Arguments.of("{\"1a\":?}", "a value", "'?'", "$[\"1a\"]", 1, 7),
        Arguments.of("{\"a1_\":?}", "a value", "'?'", "$.a1_", 1, 8),
        Arguments.of("{\"é\":?}", "a value", "'?'", "$.é", 1, 7),
        Arguments.of("{\"a.b\":{\"]\":?}}", "a value", "'?'", "$[\"a.b\"][\"]\"]", 1, 13),
        Arguments.of("{\"\\\"\\n\":?}", "a value", "'?'", "$[\"\\\"\\n\"]", 1, 9),
        Arguments.of("{\"__datason_x__\":?}", "a value", "'?'", "$.__datason_x__", 1, 18),
        // lines
        Arguments.of("{\n  \"a\": 1,\n  \"b\": ?\n}", "a value", "'?'", "$.b", 3, 8),
        Arguments.of("{\r\n  \"a\": [\r\n    ?\r\n]}", "a value", "'?'", "$.a[0]", 3, 5),
        Arguments.of("\n\n\n?", "a value", "'?'", "$", 4, 1),
        Arguments.of("[\"é\", ?]", "a value", "'?'", "$[1]", 1, 8), // columns are bytes
        // words and strings
        Arguments.of("[tru]", "true", "tru", "$[0]", 1, 2),
        Arguments.of("[falsy]", "false", "falsy", "$[0]", 1, 2),
        Arguments.of("nil", "null", "nil", "$", 1, 1),
        Arguments.of("t", "true", "t", "$", 1, 1),
        Arguments.of(
            "[tomorrow_and_tomorrow_and]", "true", "tomorrow_and_tomorrow_an...", "$[0]", 1, 2),
        Arguments.of(
            "[tomorrow_and_tomorrow_an]", "true", "tomorrow_and_tomorrow_an", "$[0]", 1, 2),
        Arguments.of("[None]", "a value", "'N'", "$[0]", 1, 2),
        Arguments.of("[Infinit]", "a value", "'I'", "$[0]", 1, 2),
        Arguments.of("\"abc", "the closing quote of the string", "the end of the input", "$", 1, 5),
        Arguments.of(
            "[\"a\nb\"]", "an escape in place of the control character", "U+000A", "$[0]", 1, 4),
        Arguments.of("\"\\x\"", "one of \" \\ / b f n r t u after the backslash", "'x'", "$", 1, 3),
        Arguments.of("\"\\u12g4\"", "four hexadecimal digits after \\u", "'g'", "$", 1, 6),
        Arguments.of("\"\\", "the rest of the escape", "the end of the input", "$", 1, 3),
        Arguments.of(
            "\"\\u12", "four hexadecimal digits after \\u", "the end of the input", "$", 1, 6),
        // numbers
        Arguments.of("-", "a digit", "the end of the input", "$", 1, 2),
        Arguments.of("[-x]", "a digit", "'x'", "$[0]", 1, 3),
        Arguments.of("[01]", "no further digit after a leading zero", "'1'", "$[0]", 1, 3),
        Arguments.of("[-01]", "no further digit after a leading zero", "'1'", "$[0]", 1, 4),
        Arguments.of("[1.]", "a digit after the decimal point", "']'", "$[0]", 1, 4),
        Arguments.of("[1.5e]", "a digit in the exponent", "']'", "$[0]", 1, 6),
        Arguments.of("[1e+x]", "a digit in the exponent", "'x'", "$[0]", 1, 5),
        Arguments.of("1x", "the end of the document", "'x'", "$", 1, 2));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void brokenDocumentIsToldApart(
      String json, String expected, String found, String path, int line, int column) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    int lineStart = 0;
    for (int i = 1; i < line; i++) {
      lineStart = json.indexOf('\n', lineStart) + 1;
    }
    Location place = new Location(path, lineStart + column - 1, line, column);
    String message = "Expected " + expected + " but found " + found + " at " + place;
    assertTrue(place.offset() <= bytes.length);
    for (JsonReader in : readers(json)) {
      JsonSyntaxException e =
          assertThrows(
              JsonSyntaxException.class,
              () -> {
                in.readValue();
                in.end();
              });
      assertEquals(message, e.getMessage());
      assertEquals(place, e.location());
    }
    for (JsonReader in : readers(json)) {
      JsonSyntaxException e =
          assertThrows(
              JsonSyntaxException.class,
              () -> {
                in.skipValue();
                in.end();
              });
      assertEquals(message, e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0001", "\b", "\u001f", "\u007f"})
  void characterThatCannotBeSeenIsNamed(String character) {
    for (JsonReader in : readers("[" + character + "]")) {
      assertEquals(
          String.format(
              "Expected a value but found U+%04X at $[0] (line 1, column 2, offset 1)",
              (int) character.charAt(0)),
          assertThrows(JsonSyntaxException.class, in::readValue).getMessage());
    }
  }

  @Test
  void byteThatIsNoCharacterIsNamed() {
    byte[] json = {'[', '"', 'a', (byte) 0xFF, '"', ']'};
    assertEquals(
        "Expected well-formed UTF-8 but found the byte 0xFF at $[0] (line 1, column 4, offset 3)",
        assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson(json)).getMessage());
  }

  @Test
  void byteOrderMarkIsNamed() {
    byte[] json = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'};
    for (JsonSource source : JsonSource.values()) {
      assertEquals(
          "Expected a value but found a byte order mark; remove its three bytes EF BB BF at $"
              + " (line 1, column 1, offset 0)",
          assertThrows(JsonSyntaxException.class, () -> source.read(DATASON, json)).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udfff", "\ud800x", "?\udc00", "é?\ud83d"})
  void loneSurrogateInATextIsNamed(String lone) {
    String json = "{\"a\":[1,\"" + lone + "\"]}";
    int index = lone.replaceAll("[\ud800-\udfff].*", "").length();
    long at =
        "{\"a\":[1,\"".length() + lone.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    JsonSyntaxException e = assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson(json));
    assertEquals(
        String.format(
            "Expected text but found the lone surrogate U+%04X at $.a[1] (line 1, column %d,"
                + " offset %d)",
            (int) lone.charAt(index), at + 1, at),
        e.getMessage());
  }

  @Test
  void questionMarksAreNoSurrogates() {
    assertEquals("?😀?", DATASON.fromJson("\"?😀?\""));
    assertEquals("????????????????", DATASON.fromJson("\"????????????????\""));
  }

  // ---------------------------------------------------------------- mismatches

  static Stream<Arguments> mismatches() {
    Function<JsonReader, Object> object =
        in -> {
          in.beginObject();
          return null;
        };
    Function<JsonReader, Object> array =
        in -> {
          in.beginArray();
          return null;
        };
    return Stream.of(
        Arguments.of("an object", object, List.of("[]", "1", "\"a\"", "true", "null")),
        Arguments.of("an array", array, List.of("{}", "1", "\"a\"", "true", "null")),
        Arguments.of(
            "a string",
            (Function<JsonReader, Object>) JsonReader::readString,
            List.of("{}", "[]", "1", "true", "null")),
        Arguments.of(
            "a text in base64",
            (Function<JsonReader, Object>) JsonReader::readBase64,
            List.of("{}", "[]", "1", "true", "\"a\"", "\"a b=\"", "\"é\"")),
        Arguments.of(
            "a boolean",
            (Function<JsonReader, Object>) JsonReader::readBoolean,
            List.of("{}", "[]", "1", "\"true\"", "null")),
        Arguments.of(
            "an int",
            (Function<JsonReader, Object>) JsonReader::readInt,
            List.of(
                "{}",
                "[]",
                "\"1\"",
                "true",
                "null",
                "1.0",
                "1e1",
                "2147483648",
                "-2147483649",
                "9223372036854775808",
                "123456789012345678901234...")),
        Arguments.of(
            "a long",
            (Function<JsonReader, Object>) JsonReader::readLong,
            List.of(
                "{}",
                "\"1\"",
                "null",
                "1.0",
                "1e1",
                "-0.0",
                "9223372036854775808",
                "-9223372036854775809")),
        Arguments.of(
            "an integer",
            (Function<JsonReader, Object>) JsonReader::readBigInteger,
            List.of("{}", "\"1\"", "null", "1.0", "1e1", "1E1", "-0.0")),
        Arguments.of(
            "a number",
            (Function<JsonReader, Object>) JsonReader::readBigDecimal,
            List.of("{}", "\"1\"", "null", "true")),
        Arguments.of(
            "a number whose exponent fits an int",
            (Function<JsonReader, Object>) JsonReader::readBigDecimal,
            List.of("1e99999999999", "1e-99999999999")),
        Arguments.of(
            "a double",
            (Function<JsonReader, Object>) JsonReader::readDouble,
            List.of("{}", "[]", "\"1\"", "\"NAN\"", "null", "true", "\"NaN:7ff0000000000000\"")),
        Arguments.of(
            "a number within the range of a double",
            (Function<JsonReader, Object>) JsonReader::readDouble,
            List.of("1e309", "-1e309", "1e99999999999", "1.7976931348623159e308")),
        Arguments.of(
            "a number within the range of a double (set decimals to BIG_DECIMAL to read it)",
            (Function<JsonReader, Object>) JsonReader::readValue,
            List.of("1e309", "-1e309", "1.8e308")),
        Arguments.of(
            "a float",
            (Function<JsonReader, Object>) JsonReader::readFloat,
            List.of("{}", "[]", "\"1\"", "\"infinity\"", "null", "\"NaN:7f800000\"")),
        Arguments.of(
            "a number within the range of a float",
            (Function<JsonReader, Object>) JsonReader::readFloat,
            List.of("1e39", "-3.5e38")));
  }

  @ParameterizedTest
  @MethodSource("mismatches")
  void valueOfAnotherKindIsShown(
      String expected, Function<JsonReader, Object> reading, List<String> values) {
    for (String value : values) {
      String json = value.endsWith("...") ? value.replace("...", "567890") : value;
      String found = value.equals("{}") ? "an object" : value.equals("[]") ? "an array" : value;
      for (JsonReader in : readers("{\"a\": [0,\n " + json + "]}")) {
        in.beginObject();
        in.readName();
        in.beginArray();
        in.skipValue();
        MismatchException e = assertThrows(MismatchException.class, () -> reading.apply(in), value);
        assertEquals(
            "Expected "
                + expected
                + " but found "
                + found
                + " at $.a[1] (line 2, column 2, offset 11)",
            e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("mismatches")
  void whatIsNoValueIsASyntaxError(
      String expected, Function<JsonReader, Object> reading, List<String> values) {
    for (String json : List.of("x", "]", "}", ",", ":", "?", "", "None", "#", "é", "'a'")) {
      String found =
          json.isEmpty()
              ? "the end of the input"
              : json.equals("é") ? "the byte 0xC3" : "'" + json.charAt(0) + "'";
      for (JsonReader in : readers(json)) {
        assertEquals(
            "Expected a value but found " + found + " at $ (line 1, column 1, offset 0)",
            assertThrows(JsonSyntaxException.class, () -> reading.apply(in), json).getMessage());
      }
    }
    for (String json : List.of("NaN", "Infinity", "-Infinity")) {
      for (JsonReader in : readers(json)) {
        DatasonException e = assertThrows(DatasonException.class, () -> reading.apply(in), json);
        assertTrue(
            e instanceof MismatchException
                || e.getMessage()
                    .equals(
                        "Expected a value but found "
                            + json
                            + ", which JSON does not have; set acceptNonFinite to read it"
                            + " at $ (line 1, column 1, offset 0)")
                || json.startsWith("-") && e.getMessage().startsWith("Expected a digit"),
            e.getMessage());
      }
    }
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("\"\"", "\"\""),
        Arguments.of("\"short\"", "\"short\""),
        Arguments.of("\"with \\\" and \\\\ in it\"", "\"with \\\" and \\\\ in it\""),
        Arguments.of("\"123456789012345678901234\"", "\"123456789012345678901234\""),
        Arguments.of("\"1234567890123456789012345\"", "\"123456789012345678901234...\""),
        Arguments.of("\"äöüäöüäöüäöüäöü\"", "\"äöüäöüäöüäöü...\""),
        Arguments.of("\"aäöüäöüäöüäöüäöü\"", "\"aäöüäöüäöüäö...\""),
        Arguments.of("\"日本日本日本日本日\"", "\"日本日本日本日本...\""),
        Arguments.of("\"a😀😀😀😀😀😀\"", "\"a😀😀😀😀😀...\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsShownUpToALength(String json, String shown) {
    for (JsonReader in : readers(json)) {
      assertEquals(
          "Expected an int but found " + shown + " at $ (line 1, column 1, offset 0)",
          assertThrows(MismatchException.class, in::readInt).getMessage());
    }
  }

  @Test
  void handlerTellsWhatItExpects() {
    for (JsonReader in : readers("[1, {\"a\" : 2}]")) {
      in.beginArray();
      in.readInt();
      MismatchException e = in.mismatch("a positive answer");
      assertEquals(
          "Expected a positive answer but found ',' at $[0] (line 1, column 3, offset 2)",
          e.getMessage());
      assertEquals(JsonToken.BEGIN_OBJECT, in.peek());
      assertEquals(
          "Expected a plan but found an object at $[1] (line 1, column 5, offset 4)",
          in.mismatch("a plan").getMessage());
      in.skipValue();
      in.endArray();
      assertEquals(
          "Expected more but found the end of the input at $ (line 1, column 15, offset 14)",
          in.mismatch("more").getMessage());
    }
  }

  /** One whose reading throws what it is told to. */
  private record Throwing(RuntimeException error) implements TypeHandler<StringBuilder> {

    @Override
    public Class<StringBuilder> type() {
      return StringBuilder.class;
    }

    @Override
    public String hint() {
      return "builder";
    }

    @Override
    public void write(StringBuilder value, JsonWriter out) {
      throw error;
    }

    @Override
    public StringBuilder read(JsonReader in) {
      in.readValue();
      throw error;
    }
  }

  @Test
  void complaintOfAHandlerGetsAPlace() {
    for (RuntimeException error :
        List.of(
            new IllegalArgumentException("too odd"),
            new java.time.DateTimeException("too odd"),
            new ArithmeticException("too odd"),
            new IndexOutOfBoundsException("too odd"))) {
      for (JsonReader in : readers("[[1],\"x\"]")) {
        in.beginArray();
        in.skipValue();
        MismatchException e =
            assertThrows(MismatchException.class, () -> in.readValue(new Throwing(error)));
        assertEquals(
            "Expected a StringBuilder but found \"x\" (too odd) at $[1] (line 1, column 6, offset"
                + " 5)",
            e.getMessage());
        assertEquals(error, e.getCause());
      }
    }
    for (JsonReader in : readers("{}")) {
      assertEquals(
          "Expected a StringBuilder but found an object at $ (line 1, column 1, offset 0)",
          assertThrows(
                  MismatchException.class,
                  () -> in.readValue(new Throwing(new IllegalArgumentException())))
              .getMessage());
    }
  }

  @Test
  void otherErrorsOfAHandlerAreLeftAlone() {
    IllegalStateException bug = new IllegalStateException("a bug");
    MismatchException own = new MismatchException("mine", null);
    for (RuntimeException error : List.of(bug, own)) {
      for (JsonReader in : readers("1")) {
        assertEquals(
            error, assertThrows(RuntimeException.class, () -> in.readValue(new Throwing(error))));
      }
    }
    assertNull(own.location());
    assertEquals("mine", own.getMessage());
  }

  @Test
  void mismatchDoesNotMoveTheReader() {
    for (JsonReader in : readers("[\"a\",1,{\"b\":true},2]")) {
      in.beginArray();
      assertThrows(MismatchException.class, in::readInt);
      assertThrows(MismatchException.class, in::beginObject);
      assertThrows(MismatchException.class, in::readBoolean);
      assertEquals("a", in.readString());
      assertThrows(MismatchException.class, in::readString);
      assertEquals(1, in.readLong());
      assertThrows(MismatchException.class, in::readDouble);
      in.skipValue();
      MismatchException e = assertThrows(MismatchException.class, in::readBoolean);
      // However many errors there were, the place is right.
      assertEquals(new Location("$[3]", 18, 1, 19), e.location());
      assertEquals(2, in.readInt());
      in.endArray();
      in.end();
    }
  }

  @Test
  void decimalsAreReadWithAllTheirDigitsIfSoSet() {
    Datason exact = DATASON.with(c -> c.decimals(Decimals.BIG_DECIMAL));
    assertEquals(
        Map.of(
            "a", List.of(new java.math.BigDecimal("1e309"), 7, new java.math.BigDecimal("1.50"))),
        exact.fromJson("{\"a\":[1e309,7,1.50]}"));
    assertEquals(
        "Expected a number whose exponent fits an int but found 1e99999999999 at $[0] (line 1,"
            + " column 2, offset 1)",
        assertThrows(MismatchException.class, () -> exact.fromJson("[1e99999999999]"))
            .getMessage());
  }

  // ---------------------------------------------------------------- input that fails

  private static final class Failing extends InputStream {

    private final byte[] bytes;
    private final IOException error;
    private int next;

    Failing(String text, IOException error) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
      this.error = error;
    }

    @Override
    public int read() throws IOException {
      if (next == bytes.length) {
        throw error;
      }
      return bytes[next++];
    }
  }

  @Test
  void streamThatFailsIsAnErrorWithItsPlace() {
    IOException error = new IOException("unplugged");
    DatasonIOException e =
        assertThrows(
            DatasonIOException.class,
            () -> DATASON.reader(new Failing("[1,{\"a\": ", error)).readValue());
    assertEquals(
        "The input failed: unplugged at $[1].a (line 1, column 10, offset 9)", e.getMessage());
    assertEquals(error, e.getCause());
    DatasonIOException whole =
        assertThrows(DatasonIOException.class, () -> DATASON.fromJson(new Failing("[1,", error)));
    assertEquals("The input failed: unplugged", whole.getMessage());
    assertEquals(error, whole.getCause());
  }

  @Test
  void streamThatFailsWithoutAWordIsNamedByItsError() {
    IOException error = new java.io.EOFException();
    assertEquals(
        "The input failed: EOFException at $[0] (line 1, column 2, offset 1)",
        assertThrows(
                DatasonIOException.class, () -> DATASON.reader(new Failing("[", error)).readValue())
            .getMessage());
    assertEquals(
        "The input failed: EOFException",
        assertThrows(DatasonIOException.class, () -> DATASON.fromJson(new Failing("[", error)))
            .getMessage());
  }
}
