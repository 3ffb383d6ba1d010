package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.DuplicateKeys;
import org.datason.error.JsonSyntaxException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
  private static final Instant T = Instant.parse("2024-06-15T10:30:00.123456789Z");

  enum Split {
    TRAIN,
    TEST
  }

  record Run(
      UUID id,
      Instant started,
      Split split,
      int epochs,
      long seed,
      double loss,
      float rate,
      boolean done,
      byte small,
      char letter,
      Map<Split, Double> scores,
      List<Long> ids,
      Set<Float> rates,
      Optional<String> note) {}

  record Pair<A, B>(A first, B second) {}

  record Node(String name, List<Node> children) {}

  record Loose(Object any, Number number, Comparable<?> comparable, List<Number> numbers) {}

  record Checked(int low, int high) {
    Checked {
      if (low > high) {
        throw new IllegalArgumentException("low " + low + " is above high " + high);
      }
    }
  }

  record Strict(String name) {
    Strict {
      java.util.Objects.requireNonNull(name, "name");
    }
  }

  record Empty() {}

  record Bag(Object[] items) {}

  private final Datason datason =
      Datason.builder()
          .type(Run.class)
          .type(Pair.class)
          .type("node", Node.class)
          .type(Loose.class)
          .type(Empty.class)
          .type(Split.class)
          .build();

  private static Run run() {
    return new Run(
        ID,
        T,
        Split.TEST,
        3,
        5L,
        Double.NaN,
        0.1f,
        true,
        (byte) -1,
        'é',
        Map.of(Split.TRAIN, 0.5),
        Arrays.asList(1L, null, Long.MAX_VALUE),
        Set.of(1.5f),
        Optional.empty());
  }

  @Test
  void everyMemberSurvives() {
    survivesUntyped(datason, run());
    survives(datason, run(), Run.class);
    survives(Datason.create(), run(), Run.class);
    survivesUntyped(datason, Map.of("runs", List.of(run(), run())));
    survivesUntyped(datason, new Empty());
  }

  @Test
  void membersOfKnownTypeHaveNoHints() {
    assertEquals(
        "{\"__datason_type__\":\"org.datason.types.RecordsTest$Run\",\"__datason_value__\":"
            + "{\"id\":\"123e4567-e89b-12d3-a456-426614174000\","
            + "\"started\":\"2024-06-15T10:30:00.123456789Z\",\"split\":\"TEST\","
            + "\"epochs\":3,\"seed\":5,\"loss\":\"NaN\",\"rate\":0.1,\"done\":true,\"small\":-1,"
            + "\"letter\":\"é\",\"scores\":{\"TRAIN\":0.5},\"ids\":[1,null,9223372036854775807],"
            + "\"rates\":[1.5],\"note\":null}}",
        datason.toJson(run()));
  }

  @Test
  void unregisteredIsReadAsDataOrAsItsTarget() {
    Datason plain = Datason.create();
    Object data = plain.fromJson(plain.toJson(new Node("a", List.of())));
    assertInstanceOf(Hinted.class, data);
    assertEquals(plain.toJson(new Node("a", List.of())), plain.toJson(data));
    survives(plain, new Node("a", List.of(new Node("b", List.of()))), Node.class);
  }

  @Test
  void registeredNameIsTheHint() {
    assertEquals(
        "{\"__datason_type__\":\"node\",\"__datason_value__\":{\"name\":\"a\",\"children\":"
            + "[{\"name\":null,\"children\":null}]}}",
        datason.toJson(new Node("a", List.of(new Node(null, null)))));
    survivesUntyped(datason, new Node("a", List.of(new Node(null, null))));
  }

  @Test
  void typeParametersSurvive() {
    Pair<UUID, List<Instant>> pair = new Pair<>(ID, List.of(T));
    survivesUntyped(datason, pair);
    survives(datason, pair, new TypeRef<Pair<UUID, List<Instant>>>() {});
    Pair<Long, Pair<Float, int[]>> nested = new Pair<>(5L, new Pair<>(1f, null));
    survivesUntyped(datason, nested);
    survives(datason, nested, new TypeRef<Pair<Long, Pair<Float, int[]>>>() {});
    assertEquals(
        pair,
        datason.fromJson(
            "{\"first\":\"" + ID + "\",\"second\":[\"2024-06-15T10:30:00.123456789Z\"]}",
            new TypeRef<Pair<UUID, List<Instant>>>() {}));
  }

  @Test
  void wildcardsMeanTheirBounds() {
    Pair<?, ? extends Number> pair = new Pair<>("a", 5L);
    assertEquals(
        pair,
        datason.fromJson(
            datason.toJson(pair), new TypeRef<Pair<? super String, ? extends Number>>() {}));
  }

  @Test
  void looseMembersHaveHints() {
    Loose loose = new Loose(5L, 1.5f, ID, Arrays.asList((byte) 1, 2L, 2.5, null, 7));
    survivesUntyped(datason, loose);
    survives(datason, loose, Loose.class);
    survivesUntyped(datason, new Loose(Map.of(1, 2), 3, "x", List.of()));
    survivesUntyped(datason, new Loose(loose, null, T, null));
    survivesUntyped(datason, new Loose(Set.of(7L), Double.NEGATIVE_INFINITY, 'c', null));
  }

  record Collections(
      ArrayList<Integer> array,
      LinkedList<Integer> linked,
      java.util.Collection<Long> collection,
      java.util.Collection<Long> set,
      Iterable<Long> iterable,
      java.util.Deque<Long> deque) {}

  @Test
  void collectionsOfOtherFamiliesSurvive() {
    Collections value =
        new Collections(
            new ArrayList<>(List.of(1)),
            new LinkedList<>(List.of(2)),
            List.of(3L),
            new TreeSet<>(Set.of(4L, 5L)).descendingSet(),
            new LinkedHashSet<>(Set.of(6L)),
            new LinkedList<>(List.of(7L)));
    Datason known = Datason.builder().type(Collections.class).build();
    survivesUntyped(known, value);
    survives(known, value, Collections.class);
    Collections back = (Collections) known.fromJson(known.toJson(value));
    assertInstanceOf(LinkedList.class, back.linked());
    assertEquals(List.of(5L, 4L), List.copyOf(back.set()));
    assertEquals(
        "{\"array\":[1],\"linked\":[2],\"collection\":[3],"
            + "\"set\":{\"__datason_type__\":\"set\",\"__datason_java__\":\"SortedSet:reverse\","
            + "\"__datason_value__\":[5,4]},"
            + "\"iterable\":{\"__datason_type__\":\"set\",\"__datason_value__\":[6]},"
            + "\"deque\":{\"__datason_type__\":\"java.util.List\",\"__datason_value__\":[7]}}",
        membersOf(known.toJson(value)));
  }

  private static String membersOf(String json) {
    return json.substring(json.indexOf(":{") + 1, json.length() - 1);
  }

  @Test
  void arraysOfLooseItemsKeepWidths() {
    Datason known = Datason.builder().type(Bag.class).build();
    Object[] items = {1, 2L, 3f, "x", null, ID, new String[] {"y"}, List.of(1)};
    Bag back = (Bag) known.fromJson(known.toJson(new Bag(items)));
    org.junit.jupiter.api.Assertions.assertArrayEquals(items, back.items());
    Bag strings = (Bag) known.fromJson(known.toJson(new Bag(new String[] {"y"})));
    assertEquals(String[].class, strings.items().getClass());
  }

  @Test
  void hintedMembersAreReadToo() {
    assertEquals(
        new Pair<>(ID, 3),
        datason.fromJson(
            "{\"second\":{\"__datason_type__\":\"numpy.int64\",\"__datason_value__\":3},"
                + "\"first\":{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\""
                + ID
                + "\"}}",
            new TypeRef<Pair<UUID, Integer>>() {}));
  }

  @Test
  void orderAndUnknownMembersDoNotMatter() {
    assertEquals(
        new Checked(1, 3),
        datason.fromJson("{\"high\":2,\"x\":{\"y\":[1]},\"low\":1,\"high\":3}", Checked.class));
  }

  @Test
  void repeatedMemberIsRefusedWhereTheSettingsSaySo() {
    JsonSyntaxException e =
        assertThrows(
            JsonSyntaxException.class,
            () ->
                datason
                    .with(c -> c.duplicateKeys(DuplicateKeys.REFUSE))
                    .fromJson("{\"low\":1,\"low\":2,\"high\":3}", Checked.class));
    assertEquals(
        "Expected each member once but found \"low\" again at $ (line 1, column 10, offset 9)",
        e.getMessage());
  }

  @Test
  void missingObjectIsNullAndMissingOptionalEmpty() {
    assertEquals(new Node(null, null), datason.fromJson("{}", Node.class));
    assertEquals(
        new Pair<>(null, Optional.empty()),
        datason.fromJson("{}", new TypeRef<Pair<UUID, Optional<String>>>() {}));
  }

  @Test
  void missingPrimitiveIsRefused() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () ->
                datason.fromJson(
                    "{\"runs\":[{\"low\":1}]}", new TypeRef<Map<String, List<Checked>>>() {}));
    assertEquals(
        "Expected a Checked but found an object (the member \"high\" is missing)"
            + " at $.runs[0] (line 1, column 10, offset 9)",
        e.getMessage());
  }

  @Test
  void nullForPrimitiveIsRefused() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("{\"low\":1, \"high\": null}", Checked.class));
    assertEquals(
        "Expected an int but found null at $.high (line 1, column 19, offset 18)", e.getMessage());
  }

  @Test
  void exceptionOfTheConstructorHasItsPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[{\"low\":2,\"high\":1}]", new TypeRef<List<Checked>>() {}));
    assertEquals(
        "Expected a Checked but found an object (low 2 is above high 1)"
            + " at $[0] (line 1, column 2, offset 1)",
        e.getMessage());
    e = assertThrows(MismatchException.class, () -> datason.fromJson("{}", Strict.class));
    assertEquals(
        "Expected a Strict but found an object (NullPointerException: name)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void wrongValueHasItsPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("{\"name\":\"a\",\"children\":[{\"name\":true}]}", Node.class));
    assertEquals(
        "Expected a string but found true at $.children[0].name (line 1, column 33, offset 32)",
        e.getMessage());
  }

  @Test
  void nullOptionalIsRefused() {
    Datason known = Datason.builder().type(Pair.class).build();
    record Noted(List<Optional<String>> notes) {}
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class,
            () -> known.toJson(new Noted(Arrays.asList(Optional.of("x"), null))));
    assertEquals(
        "A null in place of an Optional would be read back as an empty one; use an empty one"
            + " at $.notes[1]",
        e.getMessage());
  }

  record Reserved(int __datason_type__) {}

  @Test
  void reservedMemberNameIsRefused() {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(new Reserved(1)));
    assertEquals(
        "The class org.datason.types.RecordsTest$Reserved has a member named __datason_type__"
            + " at $",
        e.getMessage());
  }

  record Threaded(Thread thread, Map<String, Thread> threads) {}

  @Test
  void unsupportedMemberHasItsPlace() {
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class,
            () -> datason.toJson(List.of(new Threaded(Thread.currentThread(), null))));
    assertEquals(
        "No handler reads a java.lang.Thread; register a TypeHandler for it with the builder"
            + " at $[0].thread",
        e.getMessage());
  }

  @Test
  void withoutHintsItIsPlain() {
    Datason plain = datason.with(c -> c.hints(false));
    assertEquals(
        "{\"name\":\"a\",\"children\":[]}", plain.toJson(new Node("a", new LinkedList<>())));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("pair", new Pair<>(Optional.of(Split.TEST), Set.of(5L)));
    map.put("loose", new Loose(1f, 2L, null, List.of((short) 3)));
    assertEquals(
        "{\"pair\":{\"first\":\"TEST\",\"second\":[5]},"
            + "\"loose\":{\"any\":1.0,\"number\":2,\"comparable\":null,\"numbers\":[3]}}",
        plain.toJson(map));
  }
}
