package org.datason.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.Recognition;
import org.datason.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recognisers that count at some places only. */
class Recognizers_pathsTest {

  private static final LocalDate DATE = LocalDate.of(2024, 6, 15);

  record Runs(List<Object> runs, Map<String, Object> notes) {}

  private static Datason with(UnaryOperator<RecognizersBuilder> change, RecognizersBuilder from) {
    return Datason.builder()
        .config(DatasonConfig.builder().recognition(Recognition.AUTOMATIC).build())
        .recognizers(change.apply(from).build())
        .build();
  }

  private static Datason datesAt(String... paths) {
    return with(r -> r.add(Recognizer.DATES, paths), Recognizers.builder());
  }

  /** Reads a document in which D stands for a date, and writes it with X for a date recognised. */
  private static String read(Datason datason, String document) {
    String json = document.replace('\'', '"').replace("D", "\"2024-06-15\"");
    Object value = RecognitionTest.everyWay(datason, json);
    assertEquals(pulled(datason, json), value);
    return Datason.create()
        .toJson(value)
        .replace("{\"__datason_type__\":\"date\",\"__datason_value__\":\"2024-06-15\"}", "X")
        .replace("\"2024-06-15\"", "D")
        .replace('"', '\'');
  }

  /** Reads all containers as a handler does, and the values in them as untyped ones. */
  private static Object pulled(Datason datason, String json) {
    JsonReader in = datason.reader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    return pull(in);
  }

  private static Object pull(JsonReader in) {
    if (in.isHintedNext()) {
      return in.readValue();
    }
    switch (in.peek()) {
      case BEGIN_OBJECT:
        Map<String, Object> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
          map.put(in.readName(), pull(in));
        }
        in.endObject();
        return map;
      case BEGIN_ARRAY:
        List<Object> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
          list.add(pull(in));
        }
        in.endArray();
        return list;
      default:
        return in.readValue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$ | D | X",
        "$ | [D] | [D]",
        "$.a | {'a':D,'b':D,'c':{'a':D}} | {'a':X,'b':D,'c':{'a':D}}",
        "$.a | {'a':[D],'b':D} | {'a':[D],'b':D}",
        "$[*] | [D,[D],{'a':D},D] | [X,[D],{'a':D},X]",
        "$.* | {'a':D,'b':[D]} | {'a':X,'b':[D]}",
        "$.runs[*].id | {'runs':[{'id':D,'x':D},{'x':D,'id':D}],'id':D}"
            + " | {'runs':[{'id':X,'x':D},{'x':D,'id':X}],'id':D}",
        "$.runs[*].id | {'runs':{'k':{'id':D}}} | {'runs':{'k':{'id':X}}}",
        "$..id | {'id':D,'a':[{'id':D,'b':{'c':[[{'id':D}]]}}],'id2':D}"
            + " | {'id':X,'a':[{'id':X,'b':{'c':[[{'id':X}]]}}],'id2':D}",
        "$.a..* | {'a':[D,{'b':D}],'b':[D]} | {'a':[X,{'b':X}],'b':[D]}",
        "$..a..b | {'b':D,'a':{'b':D,'c':{'b':D}},'c':{'b':D}}"
            + " | {'b':D,'a':{'b':X,'c':{'b':X}},'c':{'b':D}}",
        "$..a.b | {'a':{'a':{'b':D},'c':{'b':D},'b':D}} | {'a':{'a':{'b':X},'c':{'b':D},'b':X}}",
        "$[\"a b\"].c | {'a b':{'c':D},'a':D} | {'a b':{'c':X},'a':D}",
        "$..[\"a.b\"] | {'a.b':D,'a':{'b':D}} | {'a.b':X,'a':{'b':D}}",
        "$..[*] | [D,{'a':D}] | [X,{'a':X}]",
      })
  void aPathChoosesPlaces(String path, String document, String expected) {
    assertEquals(expected, read(datesAt(path), document));
  }

  @Test
  void severalPathsAndExceptions() {
    assertEquals("{'a':X,'b':X,'c':D}", read(datesAt("$.a", "$.b"), "{'a':D,'b':D,'c':D}"));
    Datason except =
        with(
            r -> r.remove(Recognizer.DATES, "$.a").remove(LocalDate.class, "$.b[*]"),
            Recognizers.defaults().toBuilder());
    assertEquals("{'a':D,'b':[D],'c':X}", read(except, "{'a':D,'b':[D],'c':D}"));
    Datason excluded =
        with(r -> r.exclude("$.notes..*", "$.x"), Recognizers.defaults().toBuilder());
    assertEquals(
        "{'notes':{'a':D,'b':[D]},'x':D,'y':[X]}",
        read(excluded, "{'notes':{'a':D,'b':[D]},'x':D,'y':[D]}"));
  }

  @Test
  void excludingHoldsForWhatIsAddedLater() {
    Recognizers recognizers =
        Recognizers.builder().exclude("$.a").build().toBuilder().add(Recognizer.DATES).build();
    assertSame("2024-06-15", recognizers.at("$.a").recognize("2024-06-15"));
    assertEquals(DATE, recognizers.at("$.b").recognize("2024-06-15"));
  }

  @Test
  void objectsWithVeryManyMembersHavePlacesToo() {
    StringBuilder json = new StringBuilder("{");
    StringBuilder expected = new StringBuilder("{");
    for (int i = 0; i < 200; i++) {
      boolean chosen = i == 3 || i == 20 || i == 150;
      json.append(i == 0 ? "" : ",").append("'k" + i + "':{'id':D,'all':D,'x':[D]}");
      expected
          .append(i == 0 ? "" : ",")
          .append(
              "'k"
                  + i
                  + "':{'id':"
                  + (chosen ? "X" : "D")
                  + ",'all':X,'x':["
                  + (i == 150 ? "X" : "D")
                  + "]}");
    }
    json.append('}');
    expected.append('}');
    Datason datason = datesAt("$.k3.id", "$.k20.id", "$.k150.id", "$.k150.x[*]", "$.*.all");
    assertEquals(expected.toString(), read(datason, json.toString()));
  }

  @Test
  void aHintedValueChangesNothingAfterIt() {
    Datason datason = datesAt("$.a[*]", "$.b", "$[*].c");
    assertEquals(
        "{'a':[{'__datason_type__':'y','__datason_value__':{'c':D}},X],'b':X,'d':D}",
        read(
            datason, "{'a':[{'__datason_type__':'y','__datason_value__':{'c':D}},D],'b':D,'d':D}"));
    assertEquals(
        "{'a':[{'c':D,'__datason_value__':1},X],'b':X,'z':{'__datason_value__':2,'c':X}}",
        read(
            datason,
            "{'a':[{'c':D,'__datason_value__':1},D],'b':D,'z':{'__datason_value__':2,'c':D}}"));
  }

  @Test
  void theOpenPartsOfARecordHaveTheirPlaces() {
    Datason datason = datesAt("$.runs[*].id", "$.notes.at");
    String json =
        "{\"runs\":[{\"id\":\"2024-06-15\",\"x\":\"2024-06-15\"},\"2024-06-15\"],"
            + "\"notes\":{\"at\":\"2024-06-15\",\"id\":\"2024-06-15\"}}";
    assertEquals(
        new Runs(
            List.of(Map.of("id", DATE, "x", "2024-06-15"), "2024-06-15"),
            Map.of("at", DATE, "id", "2024-06-15")),
        datason.fromJson(json, Runs.class));
  }

  @Test
  void setsUnderHintsAreLeftAlone() {
    Datason datason = datesAt("$..*");
    assertEquals(
        List.of(Set.of("2024-06-15"), DATE),
        datason.fromJson(
            "[{\"__datason_type__\":\"set\",\"__datason_value__\":[\"2024-06-15\"]},"
                + "\"2024-06-15\"]"));
  }

  /** Any documents are read alike with and without prediction, whole and bit by bit. */
  @Property(tries = 300)
  void allWaysOfReadingAgree(@ForAll("documents") String document) {
    for (Datason datason :
        List.of(
            datesAt("$..a"),
            datesAt("$.a[*].b", "$[*].a", "$.b.*"),
            with(r -> r.exclude("$..b[*]", "$.a..*"), Recognizers.defaults().toBuilder()))) {
      read(datason, document);
    }
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> leaf = Arbitraries.of("D", "1", "'x'", "null");
    return Arbitraries.recursive(() -> leaf, Recognizers_pathsTest::container, 1, 4);
  }

  private static Arbitrary<String> container(Arbitrary<String> inner) {
    Arbitrary<String> list = inner.list().ofMaxSize(4).map(l -> "[" + String.join(",", l) + "]");
    Arbitrary<String> object =
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner)
            .ofMaxSize(3)
            .map(
                m ->
                    m.entrySet().stream()
                        .map(e -> "'" + e.getKey() + "':" + e.getValue())
                        .reduce((x, y) -> x + "," + y)
                        .map(s -> "{" + s + "}")
                        .orElse("{}"));
    return Arbitraries.oneOf(list, object);
  }

  // ---------------------------------------------------------------- the list

  @Test
  void theFirstThatKnowsATextCounts() {
    Recognizer<String> first =
        Recognizer.of(
            String.class,
            new FirstLook(10, 10, ""),
            java.util.regex.Pattern.compile("[0-9-]+"),
            text -> "date " + text);
    Recognizers before = Recognizers.defaults().toBuilder().addFirst(first).build();
    assertEquals("date 2024-06-15", before.recognize("2024-06-15"));
    assertSame(first, before.list().get(0));
    Recognizers after = before.toBuilder().add(first).build();
    assertEquals(DATE, after.recognize("2024-06-15"));
    assertEquals(9, after.list().size());
    assertSame(first, after.list().get(8));
  }

  @Test
  void whatIsRemovedIsTextAgain() {
    Recognizers some =
        Recognizers.defaults().toBuilder()
            .remove(Recognizer.DATES)
            .remove(UUID.class)
            .remove(BigDecimal.class)
            .build();
    assertSame("2024-06-15", some.recognize("2024-06-15"));
    String id = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
    assertSame(id, some.recognize(id));
    assertEquals(LocalTime.of(10, 30), some.recognize("10:30"));
    assertEquals(8, Recognizers.defaults().list().size());
    assertNull(Recognizers.builder().build().forReader());
    assertEquals("x", with(r -> r, Recognizers.builder()).fromJson("\"x\""));
  }

  @Test
  void aPlaceCanBeAskedForItsRecognisers() {
    Recognizers recognizers =
        Recognizers.builder()
            .add(Recognizer.DATES, "$.runs[*].day")
            .add(Recognizer.TIMES)
            .remove(Recognizer.TIMES, "$.runs..*")
            .build();
    assertEquals(List.of(Recognizer.DATES), recognizers.at("$.runs[*].day").list());
    assertEquals(List.of(), recognizers.at("$.runs[*].x").list());
    assertEquals(List.of(), recognizers.at("$.runs[*].x.y.z").list());
    assertEquals(List.of(Recognizer.TIMES), recognizers.at("$.x").list());
    assertEquals(List.of(Recognizer.TIMES), recognizers.at("$").list());
    assertEquals(List.of(), Recognizers.builder().build().at("$.a.b").list());
    assertSame("2024-06-15", recognizers.recognize("2024-06-15"));
    assertEquals(DATE, recognizers.at("$.runs[*].day").recognize("2024-06-15"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> recognizers.at("$..x"));
    assertEquals("Expected one place but found the pattern \"$..x\"", e.getMessage());
  }

  @Test
  void moreRecognisersThanBitsAreRefused() {
    RecognizersBuilder builder = Recognizers.builder();
    for (int i = 0; i < 65; i++) {
      int n = i;
      builder.add(
          Recognizer.of(
              Integer.class,
              new FirstLook(1, 1, ""),
              java.util.regex.Pattern.compile("x"),
              text -> n));
    }
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> builder.build());
    assertEquals(
        "There are 65 recognizers, more than 64: let one of them know several forms",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|runs|Expected '$' but found 'r' at character 1",
        "||Expected '$' but found the end at character 1",
        "|$runs|Expected '.', '[' or the end but found 'r' at character 2",
        "|$.|Expected a name or '*' but found the end at character 3",
        "|$...a|Expected a name or '*' but found '.' at character 4",
        "|$.a b|Expected '.', '[' or the end but found ' ' at character 4",
        "|$['a|Expected [*], [0] or ['name'] but found '[' at character 2",
      })
  void aPathThatIsNoneIsRefused(String pathAndMessage) {
    String[] parts = pathAndMessage.split("[|]");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Recognizers.builder().add(Recognizer.DATES, parts[1]));
    assertEquals(parts[2] + " of the path \"" + parts[1] + "\"", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|$.a*|Expected a whole name or '*' but found 'a*'",
        "|$.runs[0].id|Expected [*] or ['name'], since items have no numbers here, but found 0",
      })
  void aPathOfAnotherKindIsRefused(String pathAndMessage) {
    String[] parts = pathAndMessage.split("[|]");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Recognizers.builder().add(Recognizer.DATES, parts[1]));
    assertEquals(parts[2] + " in the path \"" + parts[1] + "\"", e.getMessage());
  }

  /** Patterns that could tell a great many places apart still read right. */
  @Test
  void patternsOfManyPlaces() {
    List<String> paths = new ArrayList<>();
    for (char a = 'a'; a < 'm'; a++) {
      paths.add("$.." + a + ".." + (char) (a + 1) + ".." + (char) (a + 2) + "..z");
    }
    Datason datason = datesAt(paths.toArray(new String[0]));
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder json = new StringBuilder("{'z':D}");
      List<String> names = new ArrayList<>();
      for (int depth = 0; depth < 20; depth++) {
        String name = String.valueOf((char) ('a' + random.nextInt(14)));
        names.add(0, name);
        json.insert(0, "{'" + name + "':").append('}');
      }
      String chain = String.join("", names);
      boolean found =
          paths.stream()
              .anyMatch(
                  p ->
                      chain.matches(
                          p.substring(3, p.length() - 3)
                              .replace("..", ".*")
                              .replaceAll("^|$", ".*")));
      String expected = json.toString();
      assertEquals(found ? expected.replace("D", "X") : expected, read(datason, json.toString()));
    }
  }
}
