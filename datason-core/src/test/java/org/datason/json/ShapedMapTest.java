package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map that reading gives does all that a {@link LinkedHashMap} does. */
class ShapedMapTest {

  private static final String[] KEYS = {
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "Aa", "BB", "", "é", "none", "more"
  };

  /** Changes a map and says what came of it. */
  private interface Operation {
    Object apply(Map<String, Object> map, Random random);
  }

  private static final List<Operation> OPERATIONS =
      List.of(
          (map, random) -> map.get(key(random)),
          (map, random) -> map.getOrDefault(key(random), "default"),
          (map, random) -> map.containsKey(key(random)),
          (map, random) -> map.containsValue(value(random)),
          (map, random) -> map.put(key(random), value(random)),
          (map, random) -> map.put(key(random), value(random)),
          (map, random) -> map.remove(key(random)),
          (map, random) -> map.remove(key(random), value(random)),
          (map, random) -> map.putIfAbsent(key(random), value(random)),
          (map, random) -> map.replace(key(random), value(random)),
          (map, random) -> map.replace(key(random), value(random), value(random)),
          (map, random) -> map.computeIfAbsent(key(random), k -> value(random)),
          (map, random) -> map.computeIfPresent(key(random), (k, v) -> value(random)),
          (map, random) -> map.compute(key(random), (k, v) -> v == null ? 1 : null),
          (map, random) -> map.merge(key(random), 7, (v, w) -> random.nextBoolean() ? w : null),
          (map, random) -> map.keySet().remove(key(random)),
          (map, random) -> map.keySet().contains(key(random)),
          (map, random) -> map.keySet().removeIf(k -> random.nextInt(4) == 0),
          (map, random) -> map.values().removeIf(v -> random.nextInt(4) == 0),
          (map, random) -> map.values().remove(value(random)),
          (map, random) -> map.entrySet().removeIf(e -> random.nextInt(4) == 0),
          (map, random) -> map.entrySet().contains(Map.entry(key(random), 1)),
          (map, random) -> map.entrySet().remove(Map.entry(key(random), 1)),
          (map, random) -> map.keySet().retainAll(Arrays.asList("a", "b", "c", "BB", key(random))),
          (map, random) -> {
            map.putAll(Map.of(key(random), 8));
            return null;
          },
          (map, random) -> {
            map.replaceAll((k, v) -> random.nextBoolean() ? v : k);
            return null;
          },
          (map, random) -> {
            List<Object> before = new ArrayList<>();
            for (Map.Entry<String, Object> entry : map.entrySet()) {
              if (random.nextBoolean()) {
                before.add(entry.setValue(value(random)));
                before.add(entry.getValue());
                before.add(entry.toString());
                before.add(entry.hashCode());
              }
            }
            return before;
          },
          (map, random) -> {
            List<Object> seen = new ArrayList<>();
            for (Iterator<Map.Entry<String, Object>> i = map.entrySet().iterator(); i.hasNext(); ) {
              Map.Entry<String, Object> entry = i.next();
              seen.add(entry.getKey() + "=" + entry.getValue());
              switch (random.nextInt(4)) {
                case 0:
                  i.remove();
                  break;
                case 1:
                  seen.add(entry.setValue(value(random)));
                  break;
                default: // passed over
              }
            }
            return seen;
          },
          (map, random) -> {
            switch (random.nextInt(30)) {
              case 0 -> map.clear();
              case 1 -> map.entrySet().clear();
              case 2 -> map.keySet().clear();
              case 3 -> map.values().clear();
              default -> map.size();
            }
            return map.isEmpty();
          },
          (map, random) -> map.isEmpty() ? null : map.get(map.keySet().iterator().next()),
          (map, random) -> {
            if (random.nextInt(10) == 0) {
              map.put(null, 1); // no JSON object has it, but a LinkedHashMap takes it
            }
            return map.get(null);
          },
          (map, random) -> map.get(1),
          (map, random) -> map.remove(new Object()));

  private static String key(Random random) {
    return KEYS[random.nextInt(KEYS.length)];
  }

  private static Object value(Random random) {
    return random.nextInt(4) == 0 ? null : random.nextInt(3);
  }

  private static Map<String, Object> read(Map<String, Object> map) {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), new Boxes());
    out.writeValue(map);
    byte[] json = out.toByteArray();
    return read(new String(json, StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String json) {
    JsonReader in = new JsonReader(DatasonConfig.defaults(), null, json);
    return (Map<String, Object>) in.readValue();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Property(tries = 2000)
  void everyOperationDoesWhatItDoesToALinkedHashMap(@ForAll("seeds") long seed) {
    Random start = new Random(seed);
    Map<String, Object> expected = new LinkedHashMap<>();
    for (int i = start.nextInt(20); i > 0; i--) {
      expected.put(key(start), value(start));
    }
    Map<String, Object> map = read(expected);
    assertInstanceOf(ShapedMap.class, map);
    for (int i = 0; i < 20; i++) {
      Operation operation = OPERATIONS.get(start.nextInt(OPERATIONS.size()));
      long choices = start.nextLong();
      assertEquals(
          operation.apply(expected, new Random(choices)),
          operation.apply(map, new Random(choices)));
      assertLike(expected, map);
    }
  }

  private static void assertLike(Map<String, Object> expected, Map<String, Object> map) {
    assertEquals(expected, map);
    assertEquals(map, expected);
    assertEquals(expected.hashCode(), map.hashCode());
    assertEquals(expected.toString(), map.toString()); // the order too
    assertEquals(expected.size(), map.size());
    assertEquals(expected.isEmpty(), map.isEmpty());
    assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(map.keySet()));
    assertEquals(new ArrayList<>(expected.values()), new ArrayList<>(map.values()));
    assertEquals(expected.keySet(), map.keySet());
    assertEquals(expected.entrySet(), map.entrySet());
    assertEquals(expected.entrySet().hashCode(), map.entrySet().hashCode());
    for (Map.Entry<String, Object> entry : expected.entrySet()) {
      assertTrue(map.containsKey(entry.getKey()));
      assertEquals(entry.getValue(), map.get(entry.getKey()));
      assertTrue(map.containsValue(entry.getValue()));
    }
  }

  @Test
  void mapsOfOneShapeAreComparedByTheirValues() {
    JsonReader in =
        new JsonReader(
            DatasonConfig.defaults(),
            null,
            "[{\"a\":1,\"b\":null},{\"a\":1,\"b\":null},{\"a\":2,\"b\":1}]");
    List<?> maps = (List<?>) in.readValue();
    assertEquals(maps.get(0), maps.get(1));
    assertEquals(maps.get(0), maps.get(0));
    assertNotEquals(maps.get(0), maps.get(2));
    assertNotEquals(maps.get(0), null);
    assertNotEquals(maps.get(0), List.of());
    assertEquals(Map.of("b", 1, "a", 2), maps.get(2));
    assertEquals(maps.get(2), read("{\"b\":1,\"a\":2}"));
  }

  @Test
  void changingAMapLeavesOthersOfItsShapeAlone() {
    JsonReader in =
        new JsonReader(DatasonConfig.defaults(), null, "[{\"a\":1},{\"a\":2},{\"a\":3}]");
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> maps = (List<Map<String, Object>>) in.readValue();
    maps.get(0).put("a", 7);
    maps.get(1).remove("a");
    maps.get(2).put("b", 4);
    assertEquals(List.of(Map.of("a", 7), Map.of(), Map.of("a", 3, "b", 4)), maps);
  }

  @Test
  void iteratorComplainsOfChangesBesideIt() {
    Map<String, Object> map = read("{\"a\":1,\"b\":2,\"c\":3}");
    Iterator<Map.Entry<String, Object>> put = map.entrySet().iterator();
    put.next();
    map.put("d", 4);
    assertThrows(ConcurrentModificationException.class, put::next);
    assertThrows(ConcurrentModificationException.class, put::remove);

    Map<String, Object> cleared = read("{\"a\":1,\"b\":2}");
    Iterator<String> keys = cleared.keySet().iterator();
    keys.next();
    cleared.clear();
    assertThrows(ConcurrentModificationException.class, keys::next);

    Map<String, Object> set = read("{\"a\":1,\"b\":2}");
    Iterator<Object> values = set.values().iterator();
    assertEquals(1, values.next());
    set.put("b", 7); // no change of structure
    assertEquals(7, values.next());
  }

  @Test
  void iteratorKnowsItsPlace() {
    Map<String, Object> map = read("{\"a\":1,\"b\":2,\"c\":3}");
    Iterator<Map.Entry<String, Object>> i = map.entrySet().iterator();
    assertThrows(IllegalStateException.class, i::remove);
    i.next();
    i.remove();
    assertThrows(IllegalStateException.class, i::remove);
    assertEquals("b", i.next().getKey());
    assertEquals("c", i.next().getKey());
    i.remove();
    assertFalse(i.hasNext());
    assertThrows(NoSuchElementException.class, i::next);
    assertEquals(Map.of("b", 2), map);
    Iterator<Map.Entry<String, Object>> end = read("{\"a\":1}").entrySet().iterator();
    end.next();
    assertThrows(NoSuchElementException.class, end::next);
    assertThrows(NoSuchElementException.class, read("{}").entrySet().iterator()::next);
  }

  @Test
  void entryOfARemovedKeyDoesNotBringItBack() {
    Map<String, Object> map = read("{\"a\":1,\"b\":2}");
    Map.Entry<String, Object> entry = map.entrySet().iterator().next();
    map.remove("a");
    entry.setValue(7);
    assertEquals(Map.of("b", 2), map);

    Map<String, Object> cleared = read("{\"a\":1}");
    entry = cleared.entrySet().iterator().next();
    cleared.clear();
    assertEquals(1, entry.setValue(7));
    assertEquals(Map.of(), cleared);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 63, 64, 65, 66, 127, 128, 129, 1000, 5000})
  void mapOfAnySizeFindsItsKeys(int size) {
    Map<String, Object> expected = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      expected.put("key" + i * i, i);
    }
    Map<String, Object> map = read(expected);
    assertLike(expected, map);
    assertNull(map.get("key"));
    assertFalse(map.containsKey("key2"));
    assertLike(expected, read(map));
    expected.put("other", true);
    map.put("other", true);
    assertLike(expected, map);
  }

  /** Names with one hash, which would make a plain hash table a list: 2 to the power of pairs. */
  private static List<String> colliding(int pairs) {
    List<String> names = List.of("");
    for (int i = 0; i < pairs; i++) {
      List<String> longer = new ArrayList<>();
      for (String name : names) {
        longer.add(name + "Aa");
        longer.add(name + "BB");
      }
      names = longer;
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 8, 9, 13})
  void namesMadeToCollideAreKeptApart(int pairs) {
    Map<String, Object> expected = new LinkedHashMap<>();
    for (String name : colliding(pairs)) {
      expected.put(name, expected.size());
    }
    Map<String, Object> map = read(expected);
    assertEquals(expected, map);
    assertEquals(expected.toString(), map.toString());
    assertEquals(0, map.get("Aa".repeat(pairs)));
    assertNull(map.get("Aa".repeat(pairs + 1)));
    // Among many others, and behind so many that the table has grown
    Map<String, Object> among = new LinkedHashMap<>();
    for (int i = 0; i < 3000; i++) {
      among.put("n" + i, i);
    }
    among.putAll(expected);
    assertEquals(among, read(among));
  }

  @Test
  void namesThatCollideInTheTableOfNamesAreKeptApart() {
    // More than it holds, and alike in all that it hashes: length, first and last eight bytes
    StringBuilder json = new StringBuilder("[");
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String name = "abcdefgh" + String.format("%05d", i) + "ijklmnop";
      json.append(i == 0 ? "" : ",").append("{\"").append(name).append("\":").append(i).append('}');
      expected.add(Map.of(name, i));
    }
    json.append(']');
    JsonReader in = new JsonReader(DatasonConfig.defaults(), null, json.toString());
    assertEquals(expected, in.readValue());
  }

  @Test
  void moreShapesThanAreRememberedAreReadAllTheSame() {
    Random random = new Random(7);
    StringBuilder json = new StringBuilder("[");
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int k = random.nextInt(5); k >= 0; k--) {
        map.put("k" + random.nextInt(1000), k);
      }
      expected.add(map);
      json.append(i == 0 ? "{" : ",{");
      boolean more = false;
      for (Map.Entry<String, Object> entry : map.entrySet()) {
        json.append(more ? ",\"" : "\"").append(entry.getKey()).append("\":");
        json.append(entry.getValue());
        more = true;
      }
      json.append('}');
    }
    json.append(']');
    JsonReader in = new JsonReader(DatasonConfig.defaults(), null, json.toString());
    assertEquals(expected, in.readValue());
  }

  @Test
  void mapIsCopiedByOthers() {
    Map<String, Object> map = read("{\"a\":1,\"b\":[2]}");
    assertEquals(Map.of("a", 1, "b", List.of(2)), new HashMap<>(map));
    assertEquals(Map.of("a", 1, "b", List.of(2)), Map.copyOf(map));
  }
}
