package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfigBuilder;
import org.datason.error.LimitException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit lets through what is as large as it says, and refuses what is larger by one. */
class LimitsTest {

  private static Datason limited(UnaryOperator<DatasonConfigBuilder> limit, boolean predict) {
    return Datason.create().with(c -> limit.apply(c.predictShapes(predict)));
  }

  private static void assertTaken(String json, UnaryOperator<DatasonConfigBuilder> limit) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Object expected = Datason.create().fromJson(bytes);
    for (boolean predict : new boolean[] {true, false}) {
      for (JsonSource source : JsonSource.values()) {
        assertEquals(expected, source.read(limited(limit, predict), bytes), source::name);
      }
    }
    for (JsonReader in : readers(bytes, limit)) {
      in.skipValue();
      in.end();
    }
  }

  private static void assertRefused(
      String message, String json, UnaryOperator<DatasonConfigBuilder> limit, boolean whole) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (boolean predict : new boolean[] {true, false}) {
      for (JsonSource source : JsonSource.values()) {
        if (!whole && source.name().startsWith("PULLED")) {
          continue;
        }
        LimitException e =
            assertThrows(
                LimitException.class,
                () -> source.read(limited(limit, predict), bytes),
                source::name);
        assertEquals(message, e.getMessage(), source::name);
      }
    }
    if (whole) {
      for (JsonReader in : readers(bytes, limit)) {
        LimitException e = assertThrows(LimitException.class, in::skipValue);
        assertEquals(message, e.getMessage());
      }
    }
  }

  private static List<JsonReader> readers(byte[] bytes, UnaryOperator<DatasonConfigBuilder> limit) {
    Datason datason = limited(limit, true);
    return List.of(
        new JsonReader(datason.config(), null, bytes, 0, bytes.length),
        datason.reader(new ByteArrayInputStream(bytes)),
        datason.reader(new JsonSource.Trickle(bytes)));
  }

  // ---------------------------------------------------------------- depth

  static Stream<Arguments> depths() {
    return Stream.of(
        Arguments.of("[[[]]]", "[[[[]]]]", "$[0][0][0] (line 1, column 4, offset 3)"),
        Arguments.of("[[[1,2]]]", "[[[1,[2]]]]", "$[0][0][1] (line 1, column 6, offset 5)"),
        Arguments.of("[0,[[3]]]", "[0,[[[3]]]]", "$[1][0][0] (line 1, column 6, offset 5)"),
        Arguments.of(
            "{\"a\":{\"b\":{}}}",
            "{\"a\":{\"b\":{\"c\":{}}}}",
            "$.a.b.c (line 1, column 16, offset 15)"),
        Arguments.of("[{\"a\":[1]}]", "[{\"a\":[{}]}]", "$[0].a[0] (line 1, column 8, offset 7)"),
        Arguments.of(
            "[[[]],[[]],[[]]]", "[[[]],[[]],[[[]]]]", "$[2][0][0] (line 1, column 14, offset 13)"));
  }

  @ParameterizedTest
  @MethodSource("depths")
  void depthIsLimited(String taken, String refused, String place) {
    assertTaken(taken, c -> c.maxDepth(3));
    assertRefused(
        "More than 3 arrays and objects in one another; raise maxDepth if this is meant at "
            + place,
        refused,
        c -> c.maxDepth(3),
        true);
  }

  // ---------------------------------------------------------------- strings

  static Stream<Arguments> strings() {
    return Stream.of(
        Arguments.of("\"12345\"", "\"123456\"", "$ (line 1, column 1, offset 0)"),
        Arguments.of("[\"é345\"]", "[\"é3456\"]", "$[0] (line 1, column 2, offset 1)"),
        Arguments.of("[\"\\n345\"]", "[\"\\n3456\"]", "$[0] (line 1, column 2, offset 1)"),
        Arguments.of("[\"123\\n\"]", "[\"1234\\n\"]", "$[0] (line 1, column 2, offset 1)"),
        Arguments.of("[\"123é\"]", "[\"1234é\"]", "$[0] (line 1, column 2, offset 1)"),
        Arguments.of(
            "[\"12345\"]",
            "[\"" + "123456789".repeat(100) + "\"]",
            "$[0] (line 1, column 2, offset 1)"),
        Arguments.of(
            "[\"12345\"]",
            "[\"é" + "é23456789".repeat(10_000) + "\"]",
            "$[0] (line 1, column 2, offset 1)"),
        Arguments.of("{\"12345\":0}", "{\"123456\":0}", "$ (line 1, column 2, offset 1)"),
        Arguments.of("{\"é345\":0}", "{\"é3456\":0}", "$ (line 1, column 2, offset 1)"),
        Arguments.of(
            "[{\"a\":1},{\"a\":1}]",
            "[{\"a\":1},{\"abcdef\":1}]",
            "$[1] (line 1, column 11, offset 10)"));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void stringLengthIsLimited(String taken, String refused, String place) {
    assertTaken(taken, c -> c.maxStringLength(5));
    assertRefused(
        "A string is longer than maxStringLength = 5; raise it if this is meant at " + place,
        refused,
        c -> c.maxStringLength(5),
        true);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 32, 33, 64, 65_536, 200_000})
  void longStringsHaveTheirLimitTooAtEveryLength(int length) {
    String text = "x".repeat(length);
    assertTaken("[\"" + text + "\"]", c -> c.maxStringLength(length));
    assertTaken("{\"" + text + "\":0}", c -> c.maxStringLength(length));
    assertRefused(
        "A string is longer than maxStringLength = "
            + length
            + "; raise it if this is meant at $[0] (line 1, column 2, offset 1)",
        "[\"" + text + "x\"]",
        c -> c.maxStringLength(length),
        true);
  }

  // ---------------------------------------------------------------- numbers

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("12345", "123456"),
        Arguments.of("-1234", "-12345"),
        Arguments.of("1.234", "1.2345"),
        Arguments.of("0.000", "-0.000"),
        Arguments.of("12e-1", "123e-1"),
        Arguments.of("1E+07", "1E+007"),
        Arguments.of("99999", "1" + "0".repeat(17)),
        Arguments.of("99999", "1" + "0".repeat(18)),
        Arguments.of("99999", "1" + "0".repeat(30)),
        Arguments.of("99999", "1" + "0".repeat(100_000)),
        Arguments.of("0.001", "0.123456789012345678901234567890"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numberLengthIsLimited(String taken, String refused) {
    String message =
        "A number is longer than maxNumberLength = 5; raise it if this is meant at $[1] (line 1,"
            + " column 4, offset 3)";
    assertTaken("[0," + taken + "]", c -> c.maxNumberLength(5));
    assertRefused(message, "[0," + refused + "]", c -> c.maxNumberLength(5), true);
    List<Function<JsonReader, Object>> readings =
        List.of(
            JsonReader::readDouble,
            JsonReader::readFloat,
            JsonReader::readBigDecimal,
            JsonReader::readNumberText);
    for (Function<JsonReader, Object> reading : readings) {
      assertRefusedBy(reading, message, refused);
    }
    if (refused.matches("-?[0-9]+")) {
      assertRefusedBy(JsonReader::readInt, message, refused);
      assertRefusedBy(JsonReader::readLong, message, refused);
      assertRefusedBy(JsonReader::readBigInteger, message, refused);
    }
  }

  private static void assertRefusedBy(
      Function<JsonReader, Object> reading, String message, String number) {
    byte[] json = ("[0," + number + "]").getBytes(StandardCharsets.UTF_8);
    for (JsonReader in : readers(json, c -> c.maxNumberLength(5))) {
      in.beginArray();
      in.skipValue();
      LimitException e = assertThrows(LimitException.class, () -> reading.apply(in));
      assertEquals(message, e.getMessage());
    }
  }

  // ---------------------------------------------------------------- items

  static Stream<Arguments> items() {
    return Stream.of(
        Arguments.of("[1,2,3]", "[1,2,3,4]", "$[3] (line 1, column 8, offset 7)"),
        Arguments.of("[[1,2,3],[4]]", "[[1],[1,2,3,4]]", "$[1][3] (line 1, column 13, offset 12)"),
        Arguments.of(
            "{\"a\":1,\"b\":2,\"c\":3}",
            "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}",
            "$.d (line 1, column 25, offset 24)"),
        Arguments.of(
            "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"c\":3}]",
            "[{\"a\":1,\"b\":2,\"c\":3},{\"a\":1,\"b\":2,\"c\":3,\"d\":[]}]",
            "$[1].d (line 1, column 47, offset 46)"));
  }

  static Stream<Arguments> skippedItems() {
    return Stream.of(
        Arguments.of("[1,2,3,4]", "maxItems = 3 items in one array", "$[3]", 7),
        Arguments.of("[[],[1,[2],3,4]]", "maxItems = 3 items in one array", "$[1][3]", 13),
        Arguments.of("{'a':1,'b':2,'c':3,'d':4}", "maxMembers = 3 members in one object", "$", 19),
        Arguments.of(
            "[{'a':[],'b':{},'c':3,'d':4}]", "maxMembers = 3 members in one object", "$[0]", 22));
  }

  @ParameterizedTest
  @MethodSource("skippedItems")
  void itemsAreLimitedWhereTheyAreSkipped(String json, String what, String path, int offset) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    for (JsonReader in : readers(bytes, c -> c.maxItems(3).maxMembers(3))) {
      LimitException e = assertThrows(LimitException.class, in::skipValue);
      assertEquals(
          String.format(
              "More than %s; raise it if this is meant at %s (line 1, column %d, offset %d)",
              what, path, offset + 1, offset),
          e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("items")
  void itemsAreLimited(String taken, String refused, String place) {
    assertTaken(taken, c -> c.maxItems(3).maxMembers(3));
    assertRefused(
        (refused.matches(".*[{].*")
                ? "More than maxMembers = 3 members in one object"
                : "More than maxItems = 3 items in one array")
            + "; raise it if this is meant at "
            + place,
        refused,
        c -> c.maxItems(3).maxMembers(3),
        false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 128, 1000})
  void membersAreLimitedAtEveryWidth(int width) {
    StringBuilder json = new StringBuilder("{\"k0\":0");
    for (int i = 1; i < width; i++) {
      json.append(",\"k").append(i).append("\":").append(i);
    }
    assertTaken(json + "}", c -> c.maxMembers(width));
    json.append(",\"more\":0");
    assertRefused(
        "More than maxMembers = "
            + width
            + " members in one object; raise it if this is meant at $.more (line 1, column "
            + (json.length() + 1)
            + ", offset "
            + json.length()
            + ")",
        json + "}",
        c -> c.maxMembers(width),
        false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 1000})
  void itemsAreLimitedAtEveryLength(int length) {
    String json = "[" + String.join(",", Collections.nCopies(length, "0"));
    assertTaken(json + "]", c -> c.maxItems(length));
    assertRefused(
        "More than maxItems = "
            + length
            + " items in one array; raise it if this is meant at $["
            + length
            + "] (line 1, column "
            + (json.length() + 2)
            + ", offset "
            + (json.length() + 1)
            + ")",
        json + ",0]",
        c -> c.maxItems(length),
        false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dataUnderAHintIsLimitedToo(boolean predict) {
    String json = "{\"__datason_type__\":\"?\",\"a\":1,\"b\":2}";
    JsonReader taken =
        new JsonReader(limited(c -> c.maxMembers(3), predict).config(), new Boxes(), json);
    assertEquals("{unknown={__datason_type__=?, a=1, b=2}}", taken.readValue().toString());
    JsonReader refused =
        new JsonReader(limited(c -> c.maxMembers(2), predict).config(), new Boxes(), json);
    LimitException e = assertThrows(LimitException.class, refused::readValue);
    assertEquals(
        "More than maxMembers = 2 members in one object; raise it if this is meant at $ (line 1,"
            + " column 31, offset 30)",
        e.getMessage());
  }

  // ---------------------------------------------------------------- bytes

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100, 65_535, 65_536, 65_537, 200_000})
  void bytesAreLimited(int size) {
    String json = "1" + " ".repeat(size - 1);
    assertTaken(json, c -> c.maxBytes(size));
    byte[] larger = (json + " ").getBytes(StandardCharsets.UTF_8);
    List<String> messages = new ArrayList<>();
    for (JsonSource source : JsonSource.values()) {
      LimitException e =
          assertThrows(
              LimitException.class,
              () -> source.read(limited(c -> c.maxBytes(size), true), larger),
              source::name);
      switch (source) {
        case FILE:
          messages.add(e.getMessage().replaceFirst("^.*\\.json", "FILE"));
          assertEquals(
              "FILE is larger than maxBytes = " + size + "; raise it, or read it as a stream",
              messages.get(messages.size() - 1));
          break;
        case STREAM_READ_WHOLE:
          assertEquals(
              "The document is larger than maxBytes = "
                  + size
                  + "; raise it, or read it as a stream",
              e.getMessage());
          break;
        case STREAM:
        case STREAM_BY_BYTE:
        case PULLED_BY_BYTE:
          assertEquals(
              "The document is larger than maxBytes = "
                  + size
                  + "; raise it if this is meant at "
                  + e.location(),
              e.getMessage());
          break;
        default:
          assertEquals(
              "The document has " + (size + 1) + " bytes, more than maxBytes = " + size,
              e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"é\"", "\"aé\"", "[\"日本\"]", "\"😀\""})
  void textIsMeasuredInUtf8(String json) {
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    assertEquals(
        Datason.create().fromJson(json), limited(c -> c.maxBytes(bytes), true).fromJson(json));
    LimitException e =
        assertThrows(
            LimitException.class, () -> limited(c -> c.maxBytes(bytes - 1), true).fromJson(json));
    assertEquals(
        "The document has " + bytes + " bytes, more than maxBytes = " + (bytes - 1),
        e.getMessage());
  }
}
