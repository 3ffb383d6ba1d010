package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.datason.Datason;
import org.datason.config.UnknownHints;
import org.datason.config.UnknownTypes;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class OmissionsTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason NO_NULLS = DATASON.with(c -> c.omitNulls(true));
  private static final Datason SKIP = DATASON.with(c -> c.unknownTypes(UnknownTypes.SKIP));
  private static final Datason TEXT = DATASON.with(c -> c.unknownTypes(UnknownTypes.TEXT));

  record Run(String name, Integer epochs, Optional<String> note, OptionalInt seed, int n) {}

  record Holder(Object any, Opaque opaque, int n) {}

  public static final class Bean {
    private String name = "unset";
    private Integer epochs = 7;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public Integer getEpochs() {
      return epochs;
    }

    public void setEpochs(Integer epochs) {
      this.epochs = epochs;
    }
  }

  /** A class that no handler writes: it has state without setters. */
  static final class Opaque {
    private final int state = 1;

    @Override
    public String toString() {
      return "opaque " + state;
    }
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  @Test
  void nullMembersOfMapsAreLeftOut() {
    Map<String, Object> map =
        map("a", null, "b", 1, "c", map("d", null), "e", Arrays.asList(null, 2), "f", null);
    String json = "{\"b\":1,\"c\":{},\"e\":[null,2]}";
    assertEquals(json, NO_NULLS.toJson(map));
    assertEquals(json, NO_NULLS.toJson(DATASON.fromJson(DATASON.toJson(map)))); // shared keys
    assertEquals(json, NO_NULLS.with(c -> c.sortKeys(true)).toJson(map));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NO_NULLS.write(map, out);
    assertEquals(json, out.toString(StandardCharsets.UTF_8));
    assertEquals("null", NO_NULLS.toJson(null));
  }

  @Test
  void recordsAndBeansReadBackWithoutTheirNulls() {
    Run run = new Run(null, null, Optional.empty(), OptionalInt.empty(), 3);
    assertEquals("{\"n\":3}", NO_NULLS.with(c -> c.hints(false)).toJson(run));
    assertEquals(run, NO_NULLS.fromJson(NO_NULLS.toJson(run), Run.class));
    Bean bean = new Bean();
    bean.setName(null);
    assertEquals("{\"epochs\":7}", NO_NULLS.with(c -> c.hints(false)).toJson(bean));
  }

  @Test
  void typedMapsLeaveOutNullsToo() {
    record Table(Map<Integer, String> rows) {}
    Table table = new Table(new LinkedHashMap<>());
    table.rows.put(1, null);
    table.rows.put(2, "b");
    assertEquals("{\"rows\":{\"2\":\"b\"}}", NO_NULLS.with(c -> c.hints(false)).toJson(table));
    Map<Object, Object> pairs = new LinkedHashMap<>();
    pairs.put(1, null);
    assertEquals(pairs, NO_NULLS.fromJson(NO_NULLS.toJson(pairs))); // a pair is no member
  }

  @Test
  void anEmptyOptionalWithoutATypeKeepsItsHint() {
    Map<String, Object> map = map("a", Optional.empty());
    assertEquals(map, NO_NULLS.fromJson(NO_NULLS.toJson(map)));
  }

  @Test
  void unknownTypesAreRefused() {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> DATASON.toJson(map("a", new Thread())));
    assertEquals(
        "No handler writes a java.lang.Thread; register a TypeHandler for it, or the type itself,"
            + " with the builder at $.a",
        e.getMessage());
  }

  @Test
  void unknownTypesAsText() {
    Opaque opaque = new Opaque();
    Object object = new Object();
    assertEquals(
        "{\"a\":\"opaque 1\",\"b\":[\"" + object + "\",\"opaque 1\"]}",
        TEXT.toJson(map("a", opaque, "b", List.of(object, opaque))));
    assertEquals("\"opaque 1\"", TEXT.toJson(opaque));
    assertEquals(
        "{\"any\":\"opaque 1\",\"opaque\":\"opaque 1\",\"n\":1}",
        TEXT.with(c -> c.hints(false)).toJson(new Holder(opaque, opaque, 1)));
    record Busy(Thread thread) {}
    Thread thread = new Thread("t");
    assertEquals(
        "{\"thread\":\"" + thread + "\"}", TEXT.with(c -> c.hints(false)).toJson(new Busy(thread)));
  }

  @Test
  void unknownTypesAreSkipped() {
    Opaque opaque = new Opaque();
    Datason plain = SKIP.with(c -> c.hints(false));
    assertEquals(
        "{\"b\":[1,2],\"c\":{}}",
        SKIP.toJson(map("a", opaque, "b", List.of(1, opaque, 2), "c", map("d", new Thread()))));
    assertEquals("null", SKIP.toJson(opaque));
    assertEquals("{\"n\":1}", plain.toJson(map("x", new Object(), "n", 1)));
    assertEquals("{\"any\":null,\"n\":1}", plain.toJson(new Holder(null, opaque, 1)));
    assertEquals("[1]", plain.toJson(new Object[] {opaque, 1}));
    assertEquals("[1]", plain.toJson(new LinkedHashSet<>(Arrays.asList(opaque, 1))));
    Map<Object, Object> pairs = new LinkedHashMap<>();
    pairs.put(1, opaque);
    pairs.put(opaque, 1);
    pairs.put(2, 3);
    assertEquals(Map.of(2, 3), SKIP.fromJson(SKIP.toJson(pairs)));
  }

  @Test
  void unknownHintsAreDataOrRefused() {
    String json = "[1,{\"__datason_type__\":\"acme.Money\",\"__datason_value__\":\"9.50\"}]";
    List<?> data = (List<?>) DATASON.fromJson(json);
    assertTrue(data.get(1) instanceof Hinted);
    assertEquals(json, DATASON.toJson(new ArrayList<>(data)));
    Datason refuse = DATASON.with(c -> c.unknownHints(UnknownHints.REFUSE));
    assertRefused(
        "Expected a known type hint but found \"acme.Money\"; register its type or a handler with"
            + " the builder, or set unknownHints to DATA at $[1] (line 1, column 4, offset 3)",
        refuse,
        json);
    assertRefused(
        "Expected a known type hint but found \"datetime\" with the Java type \"Moment\"; register"
            + " its type or a handler with the builder, or set unknownHints to DATA at $ (line 1,"
            + " column 1, offset 0)",
        refuse,
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Moment\","
            + "\"__datason_value__\":1}");
    assertRefused(
        "Expected a __datason_value__ beside the type hint \"uuid.UUID\" but found none at $ (line"
            + " 1, column 1, offset 0)",
        refuse,
        "{\"__datason_type__\":\"uuid.UUID\"}");
    assertEquals(
        DATASON.fromJson("{\"__datason_value__\":1}"),
        refuse.fromJson("{\"__datason_value__\":1}"));
  }

  private static void assertRefused(String message, Datason datason, String json) {
    MismatchException e = assertThrows(MismatchException.class, () -> datason.fromJson(json));
    assertEquals(message, e.getMessage());
  }
}
