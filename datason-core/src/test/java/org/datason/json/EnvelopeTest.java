package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.datason.config.DatasonConfig;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.DuplicateKeys;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.json.Boxes.Box;
import org.datason.json.Boxes.OtherBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hinted values are found whatever the order of their members, and each is decoded once. */
class EnvelopeTest {

  private static final String TYPE = "\"__datason_type__\":";
  private static final String JAVA = "\"__datason_java__\":";
  private static final String EXACT = "\"__datason_exact__\":";
  private static final String VALUE = "\"__datason_value__\":";

  private static List<JsonReader> readers(String json, UnaryOperator<DatasonConfigBuilder> change) {
    DatasonConfig config = change.apply(DatasonConfig.builder()).build();
    DatasonConfig plain = config.toBuilder().predictShapes(false).build();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    List<JsonReader> readers = new ArrayList<>();
    for (DatasonConfig c : List.of(config, plain)) {
      readers.add(new JsonReader(c, new Boxes(), bytes, 0, bytes.length));
      readers.add(new JsonReader(c, new Boxes(), new ByteArrayInputStream(bytes)));
      readers.add(new JsonReader(c, new Boxes(), new JsonSource.Trickle(bytes)));
    }
    return readers;
  }

  private static List<JsonReader> readers(String json) {
    return readers(json, c -> c);
  }

  private static void assertReads(Object expected, String json) {
    for (JsonReader in : readers(json)) {
      assertEquals(expected, in.readValue());
      in.end();
    }
    for (JsonReader in : readers(json)) {
      in.skipValue();
      in.end();
    }
    // In a list, twice, so that what the first one taught is used by the second.
    for (JsonReader in : readers("[" + json + "," + json + ",0]")) {
      assertEquals(List.of(expected, expected, 0), in.readValue());
      in.end();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\\u005f_datason_type__\":\"box\",\"__datason_value__\":1}",
        "{ \"_\\u005fdatason_value__\" : 1 , \"__datason_\\u0074ype__\" : \"b\\u006fx\" }",
      })
  void namesWithEscapesAreHintsWhereATypeIsDeclared(String json) {
    for (JsonReader in : readers(json)) {
      assertEquals(new Box(1), in.readValue(Boxes.BOX));
      in.end();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"\\u005f_datason_type__\":\"numpy.ndarray\",\"a\":[NaN]}]",
        "[{\"__datason_type__\":\"num\\u0070y.ndarray\",\"a\":[NaN]}]",
      })
  void hintsWithEscapesLetNanStandInWhatIsSkipped(String json) {
    for (JsonReader in : readers(json)) {
      in.skipValue();
      in.end();
    }
  }

  static Stream<Arguments> envelopes() {
    return Stream.of(
        Arguments.of(new Box(1), "{" + TYPE + "\"box\"," + VALUE + "1}"),
        Arguments.of(new Box(1), " { " + TYPE + " \"box\" , " + VALUE + " 1 } "),
        Arguments.of(new Box(1), "{\"\\u005f_datason_type__\":\"b\\u006fx\"," + VALUE + "1}"),
        Arguments.of(new Box(1), "{" + VALUE + "1," + TYPE + "\"box\"}"),
        Arguments.of(new Box(1), "{\"a\":0," + TYPE + "\"box\"," + VALUE + "1}"),
        Arguments.of(new Box(1), "{\"a\":0," + VALUE + "1," + TYPE + "\"box\",\"b\":{}}"),
        Arguments.of(new Box(1), "{" + TYPE + "\"box\",\"a\":[0]," + VALUE + "1}"),
        Arguments.of(new Box(1), "{" + TYPE + "\"box\"," + VALUE + "1,\"a\":[0],\"b\":0}"),
        Arguments.of(new Box(2), "{" + TYPE + "\"box\"," + VALUE + "1," + VALUE + "2}"),
        Arguments.of(new Box(2), "{" + VALUE + "1," + TYPE + "\"box\"," + VALUE + "2}"),
        Arguments.of(new Box(1), "{" + TYPE + "\"?\"," + TYPE + "\"box\"," + VALUE + "1}"),
        Arguments.of(new Box(1), "{" + TYPE + "\"box\"," + JAVA + "null," + VALUE + "1}"),
        Arguments.of(new OtherBox(1), "{" + TYPE + "\"box\"," + JAVA + "\"other\"," + VALUE + "1}"),
        Arguments.of(new OtherBox(1), "{" + JAVA + "\"other\"," + TYPE + "\"box\"," + VALUE + "1}"),
        Arguments.of(new OtherBox(1), "{" + VALUE + "1," + TYPE + "\"box\"," + JAVA + "\"other\"}"),
        Arguments.of(new Box("x"), "{" + TYPE + "\"box\"," + EXACT + "\"x\"," + VALUE + "1}"),
        Arguments.of(new Box("x"), "{" + TYPE + "\"box\"," + VALUE + "1," + EXACT + "\"x\"}"),
        Arguments.of(new Box("x"), "{" + EXACT + "\"x\"," + TYPE + "\"box\"," + VALUE + "1}"),
        Arguments.of(new Box("x"), "{" + EXACT + "\"x\"," + VALUE + "1," + TYPE + "\"box\"}"),
        Arguments.of(new Box("x"), "{" + TYPE + "\"box\"," + EXACT + "\"x\"}"),
        Arguments.of(new OtherBox(1), "{" + TYPE + "\"box\"," + VALUE + "1," + JAVA + "\"other\"}"),
        Arguments.of(
            new OtherBox("x"),
            "{"
                + TYPE
                + "\"box\","
                + JAVA
                + "\"other\","
                + EXACT
                + "\"x\","
                + VALUE
                + "1,\"a\":2}"),
        Arguments.of(
            new Box(new Box(List.of(new Box(1)))),
            "{"
                + TYPE
                + "\"box\","
                + VALUE
                + "{"
                + TYPE
                + "\"box\","
                + VALUE
                + "[{"
                + VALUE
                + "1,"
                + TYPE
                + "\"box\"}]}}"),
        Arguments.of(new Box(Double.NaN), "{" + TYPE + "\"numpy.box\"," + VALUE + "NaN}"),
        Arguments.of(
            new Box(List.of(Double.NaN, -1.0 / 0, 1.0 / 0, -1)),
            "{" + TYPE + "\"numpy.box\"," + VALUE + "[NaN,-Infinity,Infinity,-1]}"),
        Arguments.of(
            new Box("x"), "{" + TYPE + "\"numpy.box\"," + EXACT + "\"x\"," + VALUE + "[NaN]}"),
        Arguments.of(
            new Box(Map.of("a", new Box(List.of(Map.of("b", Double.NaN))))),
            "{"
                + TYPE
                + "\"numpy.box\","
                + VALUE
                + "{\"a\":{"
                + TYPE
                + "\"numpy.box\","
                + VALUE
                + "[{\"b\":NaN}]}}}"));
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void hintedValueIsReadAsItsType(Object expected, String json) {
    assertReads(expected, json);
  }

  static Stream<Arguments> data() {
    return Stream.of(
        Arguments.of(Map.of("__datason_value__", 1), "{" + VALUE + "1}"),
        Arguments.of(Map.of("a", 0, "__datason_value__", 1), "{\"a\":0," + VALUE + "1}"),
        Arguments.of(Map.of("__datason_exact__", 1, "b", 2), "{" + EXACT + "1,\"b\":2}"),
        Arguments.of(Map.of("__datason_java__", "other"), "{" + JAVA + "\"other\"}"),
        Arguments.of(Map.of("__datason_x__", 1), "{\"__datason_x__\":1}"),
        Arguments.of(Map.of("__datason_type__", 1), "{" + TYPE + "1}"),
        Arguments.of(
            Map.of("__datason_type__", 1, "__datason_value__", 2),
            "{" + TYPE + "1," + VALUE + "2}"),
        Arguments.of(
            Map.of("a", List.of(new Box(0)), "__datason_type__", List.of()),
            "{\"a\":[{" + TYPE + "\"box\"," + VALUE + "0}]," + TYPE + "[]}"),
        Arguments.of(
            Map.of("unknown", Map.of("__datason_type__", "?", "__datason_value__", new Box(0))),
            "{" + TYPE + "\"?\"," + VALUE + "{" + TYPE + "\"box\"," + VALUE + "0}}"),
        Arguments.of(
            Map.of("unknown", Map.of("a", 1, "__datason_type__", "?", "b", 2)),
            "{\"a\":1," + TYPE + "\"?\",\"b\":2}"),
        Arguments.of(Map.of("unknown", Map.of("__datason_type__", "box")), "{" + TYPE + "\"box\"}"),
        Arguments.of(
            Map.of("unknown", Map.of("__datason_type__", "box", "a", 1)),
            "{" + TYPE + "\"box\",\"a\":1}"));
  }

  @ParameterizedTest
  @MethodSource("data")
  void objectWithoutAKnownHintIsData(Object expected, String json) {
    assertReads(expected, json);
  }

  @Test
  void hintIsFoundBehindMoreMembersThanArePredicted() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 100; i++) {
      json.append("\"k").append(i).append("\":").append(i).append(',');
    }
    assertReads(new Box(7), json + TYPE + "\"box\"," + VALUE + "7}");
    assertReads(new Box(7), json + VALUE + "7," + TYPE + "\"box\"}");
  }

  @Test
  void dataKeepsTheOrderOfItsMembers() {
    for (JsonReader in : readers("{\"a\":1," + VALUE + "2,\"b\":3," + EXACT + "4}")) {
      Map<?, ?> map = (Map<?, ?>) in.readValue();
      assertEquals(
          List.of("a", "__datason_value__", "b", "__datason_exact__"), List.copyOf(map.keySet()));
    }
  }

  /** Each of these, nested in itself, could take twice as long at each level. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{" + TYPE + "\"box\"," + VALUE + "%s,\"z\":0}",
        "{" + VALUE + "%s," + TYPE + "\"box\"}",
        "{\"a\":0," + VALUE + "%s," + TYPE + "\"box\"}",
        "{\"a\":%s," + TYPE + "\"?\"}",
        "{\"a\":%s," + TYPE + "1}",
        "{\"a\":%s," + VALUE + "0}",
        "{\"a\":%s," + EXACT + "0,\"b\":1}",
        "{\"a\":%s," + TYPE + "\"box\"}",
        "{\"a\":%s," + TYPE + "\"box\"," + VALUE + "0}",
        "{" + VALUE + "%s,\"b\":1}",
        "{" + TYPE + "\"box\"," + VALUE + "%s," + VALUE + "0}",
        "{" + TYPE + "\"box\"," + VALUE + "0," + VALUE + "%s}",
        "{" + TYPE + "\"box\"," + VALUE + "%s," + EXACT + "\"x\"}",
        "{" + TYPE + "\"box\"," + EXACT + "%s," + VALUE + "0,\"z\":0}",
        "{" + TYPE + "\"box\",\"a\":%s," + VALUE + "0}",
        "{" + TYPE + "\"?\"," + VALUE + "%s}",
        "{" + TYPE + "\"?\"," + VALUE + "%s,\"z\":0}"
      })
  void readingAgainIsBounded(String envelope) {
    String json = "[0]";
    for (int i = 0; i < 200; i++) {
      json = envelope.replace("%s", json);
    }
    for (JsonReader in : readers(json)) {
      try {
        in.readValue();
        in.end();
      } catch (LimitException e) {
        assertEquals(
            "Too many hinted values in one another whose first member is not __datason_type__ at "
                + e.location(),
            e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{" + TYPE + "\"box\"," + VALUE + "1," + VALUE + "2}",
        "{" + TYPE + "\"box\"," + VALUE + "1,\"a\":2,\"a\":2}",
        "{" + TYPE + "\"box\"," + EXACT + "1," + VALUE + "2," + VALUE + "2}",
        "{" + TYPE + "\"box\"," + EXACT + "1," + VALUE + "2," + EXACT + "2}",
        "{" + TYPE + "\"box\"," + TYPE + "\"box\"," + VALUE + "2}",
        "{" + VALUE + "1," + TYPE + "\"box\"," + VALUE + "2}",
        "{\"a\":1,\"b\":1," + TYPE + "\"box\",\"a\":1," + VALUE + "2}",
        "{\"a\":1," + VALUE + "2,\"a\":3}",
        "{" + TYPE + "\"?\",\"a\":2,\"a\":2}"
      })
  void repeatedMemberIsRefusedInHintedValuesToo(String json) {
    for (JsonReader in : readers(json, c -> c.duplicateKeys(DuplicateKeys.REFUSE))) {
      JsonSyntaxException e = assertThrows(JsonSyntaxException.class, in::readValue);
      String name = json.contains("\"a\"") ? "a" : e.getMessage().split("\"")[1];
      int at = json.lastIndexOf("\"" + name + "\"");
      assertEquals(
          "Expected each member once but found \"%s\" again at $ (line 1, column %d, offset %d)"
              .formatted(name, at + 1, at),
          e.getMessage());
    }
    for (JsonReader in :
        readers(json.replaceFirst("\"__datason_type__\":\"box\",(?=\"__datason_t)", ""))) {
      in.readValue(); // without the setting the last one wins
      in.end();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{" + TYPE + "\"box\"," + VALUE + "[NaN]}]",
        "[{" + TYPE + "\"numpy.box\"," + VALUE + "[NaN]},NaN]",
        "[{" + TYPE + "\"numpy.box\"," + VALUE + "[NaN]},{\"a\":NaN}]",
        "[{" + TYPE + "1," + VALUE + "NaN}]"
      })
  void bareNanIsRefusedWhereNoHintAllowsIt(String json) {
    int at = json.lastIndexOf("NaN");
    for (JsonReader in : readers(json)) {
      JsonSyntaxException e = assertThrows(JsonSyntaxException.class, in::readValue);
      assertEquals(at, e.location().offset());
      assertEquals(
          "Expected a value but found NaN, which JSON does not have; set acceptNonFinite to read it"
              + " at "
              + e.location(),
          e.getMessage());
    }
    for (JsonReader in : readers(json)) {
      assertEquals(at, assertThrows(JsonSyntaxException.class, in::skipValue).location().offset());
    }
    for (JsonReader in : readers(json, c -> c.acceptNonFinite(true))) {
      in.readValue();
      in.end();
    }
  }

  @Test
  void nanIsReadBeforeTheHintThatAllowsIt() {
    for (JsonReader in : readers("{" + VALUE + "[NaN]," + TYPE + "\"numpy.box\"}")) {
      assertEquals(new Box(List.of(Double.NaN)), in.readValue());
      in.end();
    }
  }

  @Test
  void typedValueIsReadWithAndWithoutItsHint() {
    for (String json :
        List.of(
            "7",
            "{" + TYPE + "\"box\"," + VALUE + "7}",
            "{" + VALUE + "7," + TYPE + "\"box\"}",
            "{" + TYPE + "\"numpy.box\"," + VALUE + "7}")) {
      for (JsonReader in : readers(json)) {
        assertEquals(new Box(7), in.readValue(Boxes.BOX), json);
        in.end();
      }
    }
    for (JsonReader in : readers("null")) {
      assertEquals(null, in.readValue(Boxes.BOX));
      in.end();
    }
    for (JsonReader in : readers("{" + VALUE + "7}")) {
      assertEquals(new Box(Map.of("__datason_value__", 7)), in.readValue(Boxes.BOX));
      in.end();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{" + TYPE + "\"box\"," + JAVA + "\"other\"," + VALUE + "7}",
        "{" + VALUE + "7," + TYPE + "\"box\"," + JAVA + "\"other\"}",
        "{" + TYPE + "\"?\"," + VALUE + "7}"
      })
  void valueOfAnotherTypeIsRefused(String json) {
    for (JsonReader in : readers(json)) {
      DatasonException e = assertThrows(MismatchException.class, () -> in.readValue(Boxes.BOX));
      assertEquals(
          "Expected a Box but found an object at $ (line 1, column 1, offset 0)", e.getMessage());
    }
  }
}
