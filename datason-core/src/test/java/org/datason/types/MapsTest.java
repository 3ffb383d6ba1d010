package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.datason.types.Survival.untyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class MapsTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  enum Split {
    TRAIN,
    TEST {
      @Override
      public String toString() {
        return "a test";
      }
    }
  }

  record Point(int x, int y) {}

  record Maps(
      Map<Split, Integer> splits,
      Map<UUID, Long> ids,
      Map<Point, Float> points,
      Map<String, Object> any,
      TreeMap<LocalDate, Integer> days,
      EnumMap<Split, Long> enums,
      Map<Object, Long> objects) {}

  private final Datason datason =
      Datason.builder().type(Split.class).type(Maps.class).type(Point.class).build();

  private static Maps maps() {
    return new Maps(
        Map.of(Split.TEST, 1),
        Map.of(ID, 2L),
        Map.of(new Point(1, 2), 3f),
        Map.of("a", ID),
        new TreeMap<>(Map.of(LocalDate.EPOCH, 4)),
        new EnumMap<>(Map.of(Split.TRAIN, 5L)),
        Map.of("k", 6L));
  }

  @Test
  void declaredKeysWithATextMakeAnObject() {
    assertEquals(
        "{\"__datason_type__\":\"org.datason.types.MapsTest$Maps\",\"__datason_value__\":{"
            + "\"splits\":{\"TEST\":1},\"ids\":{\"123e4567-e89b-12d3-a456-426614174000\":2},"
            + "\"points\":[[{\"x\":1,\"y\":2},3.0]],"
            + "\"any\":{\"a\":{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":"
            + "\"123e4567-e89b-12d3-a456-426614174000\"}},"
            + "\"days\":{\"1970-01-01\":4},\"enums\":{\"TRAIN\":5},\"objects\":{\"k\":6}}}",
        datason.toJson(maps()));
    survivesUntyped(datason, maps());
    survives(datason, maps(), Maps.class);
  }

  @Test
  void keysWithoutATextMakePairs() {
    Map<UUID, Long> nullKey = new HashMap<>(Map.of(ID, 1L));
    nullKey.put(null, 2L);
    Map<Object, Long> mixed = new HashMap<>(Map.of(1L, 1L, "x", 2L, ID, 3L));
    Maps value =
        new Maps(
            null,
            nullKey,
            Map.of(),
            new HashMap<>(Map.of("__datason_type__", 1)),
            null,
            new EnumMap<>(Split.class),
            mixed);
    survivesUntyped(datason, value);
    survives(datason, value, Maps.class);
  }

  @Test
  void untypedMapsSurvive() {
    survivesUntyped(datason, Map.of("a", 1));
    survivesUntyped(datason, Map.of(ID, 1, List.of(1), 2));
    survivesUntyped(datason, new TreeMap<>(Map.of("a", 1, "b", 2)));
    survivesUntyped(datason, new ConcurrentHashMap<>(Map.of(1, 2)));
    survivesUntyped(datason, Map.of("__datason_type__", "x", "b", Map.of("__datason_type__", 1)));
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(null, null);
    map.put("", List.of());
    survivesUntyped(datason, Collections.unmodifiableMap(map));
  }

  @Test
  void typedMapsReadBothForms() {
    Map<UUID, Long> ids = Map.of(ID, 5L);
    survives(datason, ids, new TypeRef<Map<UUID, Long>>() {});
    assertEquals(ids, datason.fromJson("{\"" + ID + "\":5}", new TypeRef<Map<UUID, Long>>() {}));
    assertEquals(ids, datason.fromJson("[[\"" + ID + "\",5]]", new TypeRef<Map<UUID, Long>>() {}));
    survives(datason, Map.of(new Point(1, 2), 5L), new TypeRef<Map<Point, Long>>() {});
    survives(datason, Map.of(), new TypeRef<Map<Point, Long>>() {});
    survives(datason, Map.of(Split.TEST, 5L), new TypeRef<Map<Split, Long>>() {});
    survives(datason, Map.of("a", List.of(5L)), new TypeRef<Map<String, List<Long>>>() {});
    survives(datason, Map.of('a', true), new TypeRef<Map<Character, Boolean>>() {});
    survives(datason, Map.of(true, (byte) 1), new TypeRef<Map<Boolean, Byte>>() {});
    survives(datason, Map.of(Instant.MAX, 'x'), new TypeRef<Map<Instant, Character>>() {});
  }

  @Test
  void declaredMapsAreOfTheirClass() {
    String json = "{\"b\":1,\"a\":2}";
    assertInstanceOf(
        TreeMap.class, datason.fromJson(json, new TypeRef<SortedMap<String, Long>>() {}));
    assertInstanceOf(
        ConcurrentHashMap.class,
        datason.fromJson(json, new TypeRef<ConcurrentMap<String, Object>>() {}));
    HashMap<String, Long> hashed = datason.fromJson(json, new TypeRef<HashMap<String, Long>>() {});
    assertEquals(List.of("b", "a"), List.copyOf(hashed.keySet()));
  }

  @Test
  void enumMapsNameTheirEnum() {
    EnumMap<Split, Object> map = new EnumMap<>(Map.of(Split.TEST, 1L));
    assertEquals(
        "{\"__datason_type__\":\"java.util.EnumMap\","
            + "\"__datason_java__\":\"org.datason.types.MapsTest$Split\","
            + "\"__datason_value__\":{\"TEST\":{\"__datason_type__\":\"numpy.integer\","
            + "\"__datason_java__\":\"Long\",\"__datason_value__\":1}}}",
        datason.toJson(map));
    survivesUntyped(datason, map);
    assertInstanceOf(EnumMap.class, untyped(datason, map));
    survivesUntyped(datason, new EnumMap<>(Split.class));
    assertInstanceOf(Hinted.class, untyped(Datason.create(), map));
    survives(datason, new EnumMap<>(Map.of(Split.TEST, 1L)), new TypeRef<Map<Split, Long>>() {});
    survives(
        datason, new EnumMap<>(Map.of(Split.TEST, 1L)), new TypeRef<EnumMap<Split, Long>>() {});
    assertEquals("{\"TEST\":1}", datason.with(c -> c.hints(false)).toJson(map));
  }

  @Test
  void identityMapsAreRefused() {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(new IdentityHashMap<>()));
    assertEquals(
        "An IdentityHashMap cannot be restored, since its keys would be other objects at $",
        e.getMessage());
  }

  @Test
  void wrongKeysHaveTheirPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[{\"x\":1}]", new TypeRef<List<Map<Integer, Long>>>() {}));
    assertEquals(
        "Expected a Map but found an object (the key \"x\" is no Integer)"
            + " at $[0] (line 1, column 2, offset 1)",
        e.getMessage());
    e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("{\"DEV\":1}", new TypeRef<Map<Split, Long>>() {}));
    assertEquals(
        "Expected a Map but found an object (the key \"DEV\" is no Split)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void wrongPairsHaveTheirPlace() {
    TypeRef<Map<Integer, Long>> type = new TypeRef<>() {};
    assertEquals(
        "Expected a key and a value but found ']' at $[0][0] (line 1, column 3, offset 2)",
        assertThrows(MismatchException.class, () -> datason.fromJson("[[]]", type)).getMessage());
    assertEquals(
        "Expected the value of the key but found ']' at $[0][0] (line 1, column 4, offset 3)",
        assertThrows(MismatchException.class, () -> datason.fromJson("[[1]]", type)).getMessage());
    assertEquals(
        "Expected the end of the pair but found 3 at $[0][2] (line 1, column 7, offset 6)",
        assertThrows(MismatchException.class, () -> datason.fromJson("[[1,2,3]]", type))
            .getMessage());
    assertEquals(
        "Expected an object but found 1 at $ (line 1, column 1, offset 0)",
        assertThrows(MismatchException.class, () -> datason.fromJson("1", type)).getMessage());
  }

  @Property
  void mapsOfIntegersSurvive(@ForAll Map<Integer, String> map) {
    survivesUntyped(datason, map);
    survives(datason, map, new TypeRef<Map<Integer, String>>() {});
  }

  record Days(Map<LocalDate, Short> days, SortedMap<Long, Double> numbers) {}

  @Property
  void mapsInRecordsSurvive(
      @ForAll List<Integer> days, @ForAll Map<Long, Double> numbers, @ForAll short value) {
    Map<LocalDate, Short> map = new HashMap<>();
    days.forEach(d -> map.put(LocalDate.ofEpochDay(d), value));
    survives(datason, new Days(map, new TreeMap<>(numbers)), Days.class);
  }
}
