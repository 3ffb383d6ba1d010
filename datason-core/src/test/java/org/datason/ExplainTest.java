package org.datason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.config.UnknownTypes;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.Explanation;
import org.junit.jupiter.api.Test;

class ExplainTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  record Run(UUID id, int epochs, List<Instant> times, Object any, Optional<Object> note) {}

  record Threaded(String name, Thread thread) {}

  private final Datason datason = Datason.create();

  private static void assertPart(Explanation e, String path, String form, String hint, String why) {
    assertEquals(path, e.path());
    assertEquals(form, e.form());
    assertEquals(hint, e.hint());
    assertEquals(why, e.why());
  }

  @Test
  void everyPartOfAMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", ID);
    map.put("two words", null);
    map.put("losses", List.of(0.5, 0.25, "x"));
    map.put("shape", new long[] {1, 2});
    assertEquals(
        """
        $               java.util.LinkedHashMap               object  JSON has a form of its own for it
        $.id            java.util.UUID                        text    UuidHandler, hint uuid.UUID: JSON alone would lose its type
        $['two words']  null                                  null    JSON has a form of its own for it
        $.losses        java.util.ImmutableCollections$ListN  array   SequenceHandler: it is read back as an equal value without a hint
        $.losses[*] x2  java.lang.Double                      number  JSON has a form of its own for it
        $.losses[*]     java.lang.String                      text    JSON has a form of its own for it
        $.shape         long[]                                object  IntegerArrays.OfLongs, hint numpy.ndarray: JSON alone would lose its type""",
        datason.explain(map).toString());
  }

  @Test
  void membersOfRecords() {
    Run run = new Run(ID, 3, List.of(Instant.EPOCH), 5L, Optional.of(ID));
    Explanation e = datason.explain(run);
    String declared = "the declared type of its place gives its type back";
    String lost = "JSON alone would lose its type";
    assertPart(e, "$", "object", Run.class.getName(), lost);
    assertEquals("ObjectHandler", e.handler());
    assertPart(e.parts().get(0), "$.id", "text", null, declared);
    assertPart(e.parts().get(1), "$.epochs", "number", null, declared);
    assertPart(e.parts().get(2), "$.times", "array", null, declared);
    assertPart(e.parts().get(2).parts().get(0), "$.times[*]", "text", null, declared);
    assertPart(e.parts().get(3), "$.any", "number", "numpy.integer", lost);
    assertPart(e.parts().get(4), "$.note", "object", "java.util.Optional", lost);
    assertPart(e.parts().get(4).parts().get(0), "$.note", "text", "uuid.UUID", lost);
  }

  @Test
  void whatCannotBeWrittenSaysWhyAndTheRestIsExplained() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bad", List.of(1, new Threaded("a", Thread.currentThread())));
    map.put("object", new Object());
    map.put("good", ID);
    Explanation e = datason.explain(map);
    assertFalse(e.isWritable());
    Explanation bad = e.parts().get(0).parts().get(1);
    Explanation thread = bad.parts().get(1);
    assertPart(
        thread,
        "$.bad[*].thread",
        null,
        null,
        "No handler reads a java.lang.Thread; register a TypeHandler for it with the builder");
    assertPart(
        e.parts().get(1),
        "$.object",
        null,
        null,
        "No handler writes a java.lang.Object; register a TypeHandler for it, or the type itself,"
            + " with the builder");
    assertTrue(e.toString().contains("CANNOT BE WRITTEN"), e.toString());
    assertEquals("uuid.UUID", e.parts().get(2).hint());
    assertTrue(e.parts().get(2).isWritable());
    assertThrows(UnsupportedTypeException.class, () -> datason.toJson(map));
  }

  @Test
  void circlesAreExplained() {
    List<Object> list = new ArrayList<>();
    list.add(Map.of("a", list));
    Explanation e = datason.explain(list);
    assertFalse(e.isWritable());
    assertEquals(
        "JSON has no form for a circular reference (put an identifier in its place): the list at $"
            + " contains itself at $[0].a",
        e.why());
  }

  @Test
  void settingsCount() {
    Datason plain = datason.with(c -> c.hints(false));
    assertPart(
        plain.explain(ID),
        "$",
        "text",
        null,
        "hints are off, so that it is read back as plain JSON");
    Datason text = datason.with(c -> c.unknownTypes(UnknownTypes.TEXT));
    assertEquals("text", text.explain(new Object()).form());
    Datason sorted = datason.with(c -> c.sortKeys(true).indent(2));
    assertEquals(
        datason.explain(new Run(ID, 1, null, null, Optional.empty())),
        sorted.explain(new Run(ID, 1, null, null, Optional.empty())));
  }

  @Test
  void isItselfJson() {
    Datason plain = datason.with(c -> c.hints(false));
    String json = plain.toJson(datason.explain(ID));
    assertEquals(
        "{\"path\":\"$\",\"javaType\":\"java.util.UUID\",\"handler\":\"UuidHandler\","
            + "\"hint\":\"uuid.UUID\",\"form\":\"text\",\"why\":\"JSON alone would lose its type\","
            + "\"count\":1,\"parts\":[]}",
        json);
    assertEquals(datason.explain(ID), plain.fromJson(json, Explanation.class));
  }

  // ---------------------------------------------------------------- agreement with toJson

  @Property(tries = 500)
  void hintsAreThoseOfTheOutput(@ForAll("values") Object value, @ForAll boolean exact) {
    Datason used = datason.with(c -> c.exactNumbers(exact));
    Map<String, Long> explained = new TreeMap<>();
    count(used.explain(value), 1, explained);
    Map<String, Long> written = new TreeMap<>();
    countWritten(
        datason
            .with(c -> c.recognition(org.datason.config.Recognition.OFF))
            .fromJson(used.toJson(value)),
        written);
    assertEquals(written, explained, () -> used.toJson(value) + "\n" + used.explain(value));
  }

  private static void count(Explanation e, long times, Map<String, Long> hints) {
    if (e.hint() != null) {
      hints.merge(e.hint(), times * e.count(), Long::sum);
    }
    e.parts().forEach(part -> count(part, times * e.count(), hints));
  }

  private static void countWritten(Object tree, Map<String, Long> hints) {
    if (tree instanceof Map<?, ?> map) {
      if (map.get("__datason_type__") instanceof String hint) {
        hints.merge(hint, 1L, Long::sum);
      }
      map.values().forEach(v -> countWritten(v, hints));
    } else if (tree instanceof List<?> list) {
      list.forEach(v -> countWritten(v, hints));
    }
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.of(
            ID,
            1,
            2L,
            0.5,
            1.5f,
            Double.NaN,
            "x",
            true,
            new BigDecimal("1.50"),
            Instant.EPOCH,
            LocalDate.EPOCH,
            new int[] {1},
            Thread.State.NEW,
            datason.fromJson(
                "{\"__datason_type__\":\"pandas.Series\",\"__datason_value__\":{\"data\":[1]},"
                    + "\"id\":{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\""
                    + ID
                    + "\"}}"));
    return Arbitraries.recursive(() -> leaves, ExplainTest::containers, 0, 3);
  }

  private static Arbitrary<Object> containers(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner.list().ofMaxSize(3).map(list -> list),
        inner.list().ofMaxSize(3).map(list -> list.toArray()),
        inner.set().ofMaxSize(3).map(set -> set),
        inner.map(v -> Optional.of(v)),
        inner.map(v -> Map.of("__datason_type__", v)),
        inner.map(v -> Map.of("a", v, "b b", v)),
        inner.map(v -> Map.of(ID, v, 2L, v)),
        inner.map(v -> new Run(ID, 1, Arrays.asList(Instant.EPOCH, null), v, Optional.of(v))),
        inner.map(v -> new Pairs(Map.of(2L, v), Set.of(v), Optional.of(List.of(v)))));
  }

  record Pairs(Map<Long, Object> map, Set<Object> set, Optional<List<Object>> list) {}

  // ---------------------------------------------------------------- size

  @Property(tries = 200)
  void sizeIsThatOfTheBytes(@ForAll("values") Object value) {
    assertEquals(datason.toBytes(value).length, datason.estimate(value));
    Datason pretty = datason.with(c -> c.indent(2).asciiOnly(true));
    assertEquals(pretty.toBytes(value).length, pretty.estimate(value));
  }

  @Test
  void sizeOfMoreThanABuffer() {
    List<String> list = java.util.Collections.nCopies(100_000, "äöü");
    assertEquals(
        datason.toJson(list).getBytes(StandardCharsets.UTF_8).length, datason.estimate(list));
    assertEquals(4, datason.estimate(null));
    assertThrows(UnsupportedTypeException.class, () -> datason.estimate(new Object()));
  }
}
