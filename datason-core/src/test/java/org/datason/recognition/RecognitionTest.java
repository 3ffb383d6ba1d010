package org.datason.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.Recognition;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.datason.types.Hinted;
import org.junit.jupiter.api.Test;

/** The setting {@code recognition}, from off to automatic, in whole documents. */
class RecognitionTest {

  private static final Datason HINTS = Datason.create();
  private static final Datason OFF = HINTS.with(c -> c.recognition(Recognition.OFF));
  private static final Datason AUTOMATIC = HINTS.with(c -> c.recognition(Recognition.AUTOMATIC));

  private static final String ID = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
  private static final UUID UUID_OF_ID = UUID.fromString(ID);
  private static final LocalDate DATE = LocalDate.of(2024, 6, 15);
  private static final String HINTED_ID =
      "{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"" + ID + "\"}";

  record Run(Object id, String name, UUID uuid, List<Object> tags, Map<String, Object> more) {}

  /** What automatic recognition reads, the same from all sources, with and without prediction. */
  static Object automatic(String json) {
    return everyWay(AUTOMATIC, json);
  }

  static Object everyWay(Datason datason, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Datason hashing = datason.with(c -> c.predictShapes(false));
    Object value = datason.fromJson(json);
    assertEquals(value, datason.fromJson(bytes));
    assertEquals(value, hashing.fromJson(bytes));
    assertEquals(value, datason.reader(new ByteArrayInputStream(bytes)).readValue());
    assertEquals(value, hashing.reader(new ByteArrayInputStream(bytes)).readValue());
    assertEquals(value, datason.fromJson(json, Object.class));
    return value;
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  // ---------------------------------------------------------------- automatic

  @Test
  void textIsRecognisedAtAnyDepth() {
    assertEquals(DATE, automatic("\"2024-06-15\""));
    assertEquals(
        map(
            "id", UUID_OF_ID,
            "days", List.of(DATE, "2024-13-45", List.of(Duration.ofMinutes(90))),
            "run", map("at", LocalDateTime.of(2024, 6, 15, 10, 30), "name", "x", "none", "")),
        automatic(
            "{\"id\": \""
                + ID
                + "\", \"days\": [\"2024-06-15\", \"2024-13-45\", [\"PT1H30M\"]],"
                + " \"run\": {\"at\": \"2024-06-15T10:30\", \"name\": \"x\", \"none\": \"\"}}"));
  }

  @Test
  void escapesAreReadFirst() {
    assertEquals(DATE, automatic("\"2024\\u002d06-15\""));
    assertEquals("2024-06-15\u00e9", automatic("\"2024-06-15\u00e9\""));
  }

  @Test
  void namesOfMembersStayText() {
    assertEquals(map("2024-06-15", 1, ID, 2), automatic("{\"2024-06-15\":1,\"" + ID + "\":2}"));
  }

  @Test
  void textUnderHintsStaysText() {
    String hinted =
        "[{\"__datason_type__\":\"set\",\"__datason_value__\":[\"2024-06-15\"]},\"2024-06-15\"]";
    assertEquals(List.of(Set.of("2024-06-15"), DATE), automatic(hinted));
    List<?> list =
        assertInstanceOf(
            List.class,
            automatic(
                "[{\"__datason_type__\":\"x.Y\",\"__datason_value__\":{\"a\":[\"2024-06-15\"]},"
                    + "\"b\":\"2024-06-15\"},\"2024-06-15\"]"));
    Hinted unknown = assertInstanceOf(Hinted.class, list.get(0));
    assertEquals(map("a", List.of("2024-06-15")), unknown.value());
    assertEquals("2024-06-15", unknown.members().get("b"));
    assertEquals(DATE, list.get(1));
  }

  @Test
  void textUnderHintsInAnyOrderStaysText() {
    assertEquals(
        List.of(Set.of("2024-06-15"), DATE),
        automatic(
            "[{\"__datason_value__\":[\"2024-06-15\"],\"__datason_type__\":\"set\"},"
                + "\"2024-06-15\"]"));
    assertEquals(
        map("a", DATE, "b", Set.of("2024-06-15"), "c", DATE),
        automatic(
            "{\"a\":\"2024-06-15\",\"b\":{\"x\":\"2024-06-15\",\"__datason_type__\":\"set\","
                + "\"__datason_value__\":[\"2024-06-15\"]},\"c\":\"2024-06-15\"}"));
  }

  @Test
  void anObjectWithAMemberOfOursButNoHintIsPlain() {
    assertEquals(
        map("a", DATE, "__datason_value__", map("b", DATE)),
        automatic("{\"a\":\"2024-06-15\",\"__datason_value__\":{\"b\":\"2024-06-15\"}}"));
  }

  @Test
  void textStaysTextWhereATypeIsDeclared() {
    String json =
        "{\"id\":\"2024-06-15\",\"name\":\"2024-06-15\",\"uuid\":\""
            + ID
            + "\",\"tags\":[\"2024-06-15\",\"x\"],\"more\":{\"at\":\"2024-06-15\"}}";
    assertEquals(
        new Run(DATE, "2024-06-15", UUID_OF_ID, List.of(DATE, "x"), map("at", DATE)),
        AUTOMATIC.fromJson(json, Run.class));
    assertEquals(
        List.of("2024-06-15"),
        AUTOMATIC.fromJson("[\"2024-06-15\"]", new TypeRef<List<String>>() {}));
    assertEquals(
        Map.of("a", "2024-06-15"),
        AUTOMATIC.fromJson("{\"a\":\"2024-06-15\"}", new TypeRef<Map<String, String>>() {}));
    for (Class<?> open : List.of(String.class, CharSequence.class, Serializable.class)) {
      assertEquals("2024-06-15", AUTOMATIC.fromJson("\"2024-06-15\"", open));
    }
    assertEquals(DATE, AUTOMATIC.fromJson("\"2024-06-15\"", Object.class));
  }

  @Test
  void whatIsRecognisedComesBackFromWhatIsWritten() {
    Object value = automatic("{\"a\":\"2024-06-15\",\"b\":[\"" + ID + "\",\"10:30\"]}");
    assertEquals(value, HINTS.fromJson(HINTS.toJson(value)));
    assertEquals(value, AUTOMATIC.fromJson(AUTOMATIC.toJson(value)));
    Datason plain = AUTOMATIC.with(c -> c.hints(false));
    assertEquals(value, plain.fromJson(plain.toJson(value)));
  }

  @Test
  void linesAreRecognisedOneByOne() {
    JsonReader in =
        AUTOMATIC.reader(
            new ByteArrayInputStream(
                "\"2024-06-15\"\n[\"2024-06-15\"]\n\"x\"\n".getBytes(StandardCharsets.UTF_8)));
    List<Object> values = new ArrayList<>();
    while (in.hasNext()) {
      values.add(in.readValue());
    }
    assertEquals(List.of(DATE, List.of(DATE), "x"), values);
  }

  // ---------------------------------------------------------------- hints only, and off

  @Test
  void byDefaultOnlyHintsCount() {
    assertEquals(
        List.of("2024-06-15", UUID_OF_ID), everyWay(HINTS, "[\"2024-06-15\"," + HINTED_ID + "]"));
  }

  @Test
  void offReadsHintedValuesAsObjects() {
    Map<String, Object> plain = map("__datason_type__", "uuid.UUID", "__datason_value__", ID);
    assertEquals(plain, everyWay(OFF, HINTED_ID));
    assertEquals(
        map("a", List.of(plain, "2024-06-15"), "b", plain),
        everyWay(OFF, "{\"a\":[" + HINTED_ID + ",\"2024-06-15\"],\"b\":" + HINTED_ID + "}"));
    StringBuilder wide = new StringBuilder("{");
    Map<String, Object> expected = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      wide.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":").append(HINTED_ID);
      expected.put("k" + i, plain);
    }
    assertEquals(expected, everyWay(OFF, wide.append('}').toString()));
    assertFalse(
        OFF.reader(new ByteArrayInputStream(HINTED_ID.getBytes(StandardCharsets.UTF_8)))
            .isHintedNext());
  }

  @Test
  void offReadsADeclaredTypeWithItsHint() {
    assertEquals(UUID_OF_ID, OFF.fromJson(HINTED_ID, UUID.class));
    assertEquals(
        List.of(UUID_OF_ID), OFF.fromJson("[" + HINTED_ID + "]", new TypeRef<List<UUID>>() {}));
    Map<Integer, String> numbered = Map.of(1, "a");
    assertEquals(
        numbered, OFF.fromJson(HINTS.toJson(numbered), new TypeRef<Map<Integer, String>>() {}));
    assertEquals(
        new BigDecimal("1.50"), OFF.fromJson(HINTS.toJson(new BigDecimal("1.50")), Number.class));
    Hinted unknown =
        OFF.fromJson("{\"__datason_type__\":\"x.Y\",\"__datason_value__\":1}", Hinted.class);
    assertEquals("x.Y", unknown.hint());
  }

  @Test
  void offReadsAHintedValueAsAMapWhereOneIsDeclared() {
    Map<String, Object> plain = map("__datason_type__", "uuid.UUID", "__datason_value__", ID);
    assertEquals(plain, OFF.fromJson(HINTED_ID, Map.class));
    assertEquals(plain, OFF.fromJson(HINTED_ID, new TypeRef<Map<String, String>>() {}));
    MismatchException e =
        assertThrows(MismatchException.class, () -> HINTS.fromJson(HINTED_ID, Map.class));
    assertEquals(
        "Expected a Map but found an object at $ (line 1, column 1, offset 0)", e.getMessage());
  }

  @Test
  void offReadsTheOpenPartsOfARecordAsObjects() {
    Map<String, Object> plain = map("__datason_type__", "uuid.UUID", "__datason_value__", ID);
    String json =
        "{\"id\":H,\"name\":\"n\",\"uuid\":H,\"tags\":[H],\"more\":{\"at\":H}}"
            .replace("H", HINTED_ID);
    assertEquals(
        new Run(plain, "n", UUID_OF_ID, Arrays.asList(plain), map("at", plain)),
        OFF.fromJson(json, Run.class));
  }
}
