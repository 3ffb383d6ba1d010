package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.datason.types.Survival.untyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class CollectionsTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  private final Datason datason = Datason.builder().type(TimeUnit.class).build();

  // ---------------------------------------------------------------- lists

  @Test
  void listsOfAllKindsArePlain() {
    List<Object> items = Arrays.asList(1, null, "x", List.of(true));
    for (List<?> list :
        List.of(
            items,
            new LinkedList<>(items),
            new Vector<>(items),
            new CopyOnWriteArrayList<>(items),
            Collections.unmodifiableList(items),
            items.subList(0, 4))) {
      assertEquals("[1,null,\"x\",[true]]", datason.toJson(list));
      survivesUntyped(datason, list);
    }
    survivesUntyped(datason, List.of());
    survivesUntyped(datason, Collections.nCopies(3, ID));
  }

  @Test
  void declaredListsAreOfTheirClass() {
    String json = "[1,2]";
    assertInstanceOf(LinkedList.class, datason.fromJson(json, new TypeRef<LinkedList<Long>>() {}));
    assertInstanceOf(Vector.class, datason.fromJson(json, new TypeRef<Vector<Long>>() {}));
    assertInstanceOf(ArrayList.class, datason.fromJson(json, new TypeRef<Iterable<Long>>() {}));
    assertEquals(List.of(1L, 2L), datason.fromJson(json, new TypeRef<Collection<Long>>() {}));
    assertEquals(List.of(1L, 2L), datason.fromJson(json, new TypeRef<List<? extends Long>>() {}));
    assertEquals(List.of(1, 2), datason.fromJson(json, List.class));
    survives(datason, List.of(List.of(ID), List.of()), new TypeRef<List<List<UUID>>>() {});
  }

  static class Ids extends ArrayList<UUID> {
    private static final long serialVersionUID = 1L;

    public Ids() {}
  }

  public static class PublicIds extends Ids {
    private static final long serialVersionUID = 1L;

    public PublicIds() {}
  }

  @Test
  void subclassesOfListsKnowTheirItems() {
    PublicIds ids = new PublicIds();
    ids.add(ID);
    survives(datason, ids, PublicIds.class);
    assertInstanceOf(PublicIds.class, datason.fromJson("[]", PublicIds.class));
  }

  @Test
  void objectIsNoList() {
    MismatchException e =
        assertThrows(MismatchException.class, () -> datason.fromJson("{\"a\":1}", List.class));
    assertEquals(
        "Expected an array but found an object at $ (line 1, column 1, offset 0)", e.getMessage());
    e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[1,\"x\"]", new TypeRef<List<Long>>() {}));
    assertEquals(
        "Expected a long but found \"x\" at $[1] (line 1, column 4, offset 3)", e.getMessage());
  }

  // ---------------------------------------------------------------- sets

  @Test
  void setsHaveTheHintOfPython() {
    assertEquals(
        "{\"__datason_type__\":\"set\",\"__datason_value__\":[\"b\",\"a\"]}",
        datason.toJson(new LinkedHashSet<>(List.of("b", "a"))));
    assertEquals(
        "{\"__datason_type__\":\"set\",\"__datason_java__\":\"SortedSet\","
            + "\"__datason_value__\":[\"a\",\"b\"]}",
        datason.toJson(new TreeSet<>(List.of("b", "a"))));
  }

  @Test
  void setsSurvive() {
    survivesUntyped(datason, Set.of());
    survivesUntyped(datason, Set.of(1, ID, List.of(2), Set.of(3)));
    survivesUntyped(datason, new LinkedHashSet<>(Arrays.asList(1L, null, (short) 2, 3f, 4.5)));
    survivesUntyped(datason, EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS));
    survivesUntyped(datason, new ConcurrentSkipListSet<>(List.of(3L, 1L)));
    assertInstanceOf(SortedSet.class, untyped(datason, new ConcurrentSkipListSet<>(List.of(3))));
    survives(datason, Set.of(1L), new TypeRef<Set<Long>>() {});
    survives(datason, new TreeSet<>(Set.of(1L)), new TypeRef<SortedSet<Long>>() {});
    survives(datason, EnumSet.of(TimeUnit.DAYS), new TypeRef<EnumSet<TimeUnit>>() {});
    assertInstanceOf(
        TreeSet.class,
        datason.fromJson(datason.toJson(new TreeSet<>(Set.of(1L))), new TypeRef<Set<Long>>() {}));
  }

  @Test
  void reverseOrderSurvives() {
    TreeSet<Long> set = new TreeSet<>(Comparator.reverseOrder());
    set.addAll(List.of(1L, 2L, 3L));
    assertEquals(List.of(3L, 2L, 1L), List.copyOf((Set<?>) untyped(datason, set)));
    assertEquals(
        List.of(3L, 2L, 1L),
        List.copyOf(datason.fromJson(datason.toJson(set), new TypeRef<SortedSet<Long>>() {})));
  }

  @Test
  void otherOrdersAreRefused() {
    TreeSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(List.of(1, set)));
    assertEquals(
        "A TreeSet sorted by a comparator of its own (java.lang.String$CaseInsensitiveComparator)"
            + " cannot be restored; only the natural order and its reverse can at $[1]",
        e.getMessage());
    assertEquals("[[]]", datason.with(c -> c.hints(false)).toJson(List.of(set)));
  }

  @Test
  void itemsThatCannotBeSortedHaveTheirPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () ->
                datason.fromJson(
                    "{\"__datason_type__\":\"set\",\"__datason_java__\":\"SortedSet\","
                        + "\"__datason_value__\":[1,\"a\"]}"));
    assertEquals(
        "Expected a SortedSet but found an array"
            + " (it takes no java.lang.String beside its other items)"
            + " at $.__datason_value__ (line 1, column 78, offset 77)",
        e.getMessage().replace("TreeSet", "SortedSet"));
  }

  // ---------------------------------------------------------------- queues

  @Test
  void dequesSurvive() {
    ArrayDeque<Object> deque = new ArrayDeque<>(List.of(1, 2L, ID));
    String json = datason.toJson(List.of(deque));
    assertEquals(
        "[{\"__datason_type__\":\"java.util.Deque\",\"__datason_value__\":[1,"
            + "{\"__datason_type__\":\"numpy.integer\",\"__datason_java__\":\"Long\","
            + "\"__datason_value__\":2},{\"__datason_type__\":\"uuid.UUID\","
            + "\"__datason_value__\":\"123e4567-e89b-12d3-a456-426614174000\"}]}]",
        json);
    ArrayDeque<?> back = (ArrayDeque<?>) ((List<?>) datason.fromJson(json)).get(0);
    assertEquals(List.copyOf(deque), List.copyOf(back));
    assertEquals(
        List.of(1L, 2L),
        List.copyOf(
            datason.fromJson(
                datason.toJson(new ConcurrentLinkedQueue<>(List.of(1L, 2L))),
                new TypeRef<Queue<Long>>() {})));
    assertInstanceOf(ArrayDeque.class, datason.fromJson("[1]", new TypeRef<Deque<Integer>>() {}));
  }

  @Test
  void priorityQueuesAreRefused() {
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class, () -> datason.toJson(new PriorityQueue<>(List.of(1))));
    assertEquals(
        "A PriorityQueue cannot be restored; write a list of its items at $", e.getMessage());
  }

  @Test
  void nullHasNoPlaceInADeque() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[1,null]", new TypeRef<ArrayDeque<Integer>>() {}));
    assertEquals(
        "Expected an ArrayDeque but found an array (null has no place in it)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  // ---------------------------------------------------------------- properties

  @Property
  void setsOfLongsSurvive(@ForAll Set<Long> set) {
    survivesUntyped(datason, set);
    survives(datason, set, new TypeRef<Set<Long>>() {});
    survivesUntyped(datason, new TreeSet<>(set));
  }

  @Property
  void listsOfDoublesSurvive(@ForAll List<Double> list) {
    survivesUntyped(datason, list);
    survives(datason, list, new TypeRef<List<Double>>() {});
    survives(datason, new LinkedList<>(list), new TypeRef<LinkedList<Double>>() {});
  }
}
