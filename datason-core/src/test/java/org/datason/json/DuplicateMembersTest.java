package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DuplicateKeys;
import org.datason.error.JsonSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A repeated member: the last value at the place of the first one, or an error at the second. */
class DuplicateMembersTest {

  private static final Datason LAST_WINS = Datason.create();
  private static final Datason REFUSE = LAST_WINS.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE));

  private static List<Datason> withAndWithoutPrediction(Datason datason) {
    return List.of(datason, datason.with(c -> c.predictShapes(false)));
  }

  private static List<JsonSource> trees() {
    return Arrays.stream(JsonSource.values())
        .filter(source -> !source.name().startsWith("PULLED")) // there the caller keeps track
        .toList();
  }

  static Stream<Arguments> documents() {
    String wide = wide(100);
    return Stream.of(
        Arguments.of("{\"a\":1,\"a\":2}", "a", "$", "[a=2]"),
        Arguments.of("{\"a\":1,\"b\":2,\"a\":3}", "a", "$", "[a=3, b=2]"),
        Arguments.of("{\"a\":1,\"b\":2,\"b\":3,\"c\":4}", "b", "$", "[a=1, b=3, c=4]"),
        Arguments.of("{\"a\":1,\"\\u0061\":2}", "a", "$", "[a=2]"),
        Arguments.of("{\"\":1,\"\":2}", "", "$", "[=2]"),
        Arguments.of("{\"é\":1,\"b\":0,\"\\u00e9\":2}", "é", "$", "[é=2, b=0]"),
        Arguments.of("{\"x\":{\"a\":1,\"a\":{}}}", "a", "$.x", "[x={a={}}]"),
        Arguments.of(wide + ",\"k7\":-1}", "k7", "$", wideText(100, 7)),
        Arguments.of(wide + ",\"k77\":-1}", "k77", "$", wideText(100, 77)),
        Arguments.of(wide(64) + ",\"k63\":-1}", "k63", "$", wideText(64, 63)),
        Arguments.of(wide(64) + ",\"k0\":-1}", "k0", "$", wideText(64, 0)),
        Arguments.of(wide(65) + ",\"k64\":-1}", "k64", "$", wideText(65, 64)));
  }

  private static String wide(int members) {
    StringBuilder json = new StringBuilder("{\"k0\":0");
    for (int i = 1; i < members; i++) {
      json.append(",\"k").append(i).append("\":").append(i);
    }
    return json.toString();
  }

  private static String wideText(int members, int replaced) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      entries.add("k" + i + "=" + (i == replaced ? -1 : i));
    }
    return entries.toString();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void lastValueStandsAtThePlaceOfTheFirst(String json, String name, String path, String entries) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (Datason datason : withAndWithoutPrediction(LAST_WINS)) {
      for (JsonSource source : JsonSource.values()) {
        Map<?, ?> map = (Map<?, ?>) source.read(datason, bytes);
        assertEquals(entries, map.entrySet().toString(), source::name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void secondMemberIsRefusedWithItsPlace(String json, String name, String path, String entries) {
    String escaped =
        json.contains("\\u0061") ? "\\u0061" : json.contains("\\u00e9") ? "\\u00e9" : name;
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String before = json.substring(0, json.lastIndexOf("\"" + escaped + "\""));
    int offset = before.getBytes(StandardCharsets.UTF_8).length;
    String message =
        "Expected each member once but found \"%s\" again at %s (line 1, column %d, offset %d)"
            .formatted(name, path, offset + 1, offset);
    for (Datason datason : withAndWithoutPrediction(REFUSE)) {
      for (JsonSource source : trees()) {
        JsonSyntaxException e =
            assertThrows(JsonSyntaxException.class, () -> source.read(datason, bytes));
        assertEquals(message, e.getMessage(), source::name);
      }
    }
  }

  @Test
  void predictedObjectsAreLookedAtToo() {
    String json = "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2},{\"a\":1,\"b\":2,\"a\":3}]";
    for (Datason datason : withAndWithoutPrediction(REFUSE)) {
      JsonSyntaxException e = assertThrows(JsonSyntaxException.class, () -> datason.fromJson(json));
      assertEquals(
          "Expected each member once but found \"a\" again at $[2] (line 1, column 43, offset 42)",
          e.getMessage());
    }
    assertEquals(
        List.of(Map.of("a", 1, "b", 2), Map.of("a", 1, "b", 2), Map.of("a", 3, "b", 2)),
        LAST_WINS.fromJson(json));
  }

  @Test
  void collidingNamesAreLookedAtToo() {
    Map<String, Object> expected = new LinkedHashMap<>();
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 1 << 9; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 9; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append(i == 0 ? "\"" : ",\"").append(name).append("\":").append(i);
      expected.put(name.toString(), i);
    }
    String last = "BB".repeat(9);
    int at = json.length() + 1;
    json.append(",\"").append(last).append("\":-1}");
    expected.put(last, -1);
    assertEquals(expected, LAST_WINS.fromJson(json.toString()));
    JsonSyntaxException e =
        assertThrows(JsonSyntaxException.class, () -> REFUSE.fromJson(json.toString()));
    assertEquals(
        "Expected each member once but found \"%s\" again at $ (line 1, column %d, offset %d)"
            .formatted(last, at + 1, at),
        e.getMessage());
  }

  @Test
  void likeNamesInOtherObjectsAreNoRepetition() {
    String json = "{\"a\":{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}},\"b\":{\"a\":1}}";
    for (Datason datason : withAndWithoutPrediction(REFUSE)) {
      assertEquals(LAST_WINS.fromJson(json), datason.fromJson(json));
    }
  }
}
