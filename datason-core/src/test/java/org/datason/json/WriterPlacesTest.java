package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.error.UnsupportedTypeException;

/** Places of errors where much has gone to a stream, most of which is counted, not scanned. */
class WriterPlacesTest {

  private static final Datason DATASON = Datason.create();

  /** What no handler writes. */
  private static final Object BAD = new Object() {};

  private static Object tree(Random random, int level) {
    int kind = random.nextInt(level == 0 ? 4 : 8);
    int size = random.nextInt(3) == 0 ? 20 + random.nextInt(60) : random.nextInt(6);
    switch (kind) {
      case 0:
        return random.nextInt();
      case 1:
        return "[\"\\,{".repeat(random.nextInt(8));
      case 2:
        return new UUID(random.nextLong(), 1);
      case 3:
        return random.nextInt(20) == 0 ? new byte[random.nextInt(50_000)] : null;
      case 4, 5:
        List<Object> list = kind == 4 ? new ArrayList<>() : new LinkedList<>();
        for (int i = 0; i < size; i++) {
          list.add(tree(random, level - 1));
        }
        return list;
      default:
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
          map.put("key " + i, tree(random, level - 1));
        }
        return map;
    }
  }

  /** Puts what is not written at the end of some list or map, or as a member of one. */
  @SuppressWarnings("unchecked")
  private static boolean spoil(Object tree, Random random) {
    if (tree instanceof List<?> list) {
      for (Object item : list) {
        if (random.nextInt(4) == 0 && spoil(item, random)) {
          return true;
        }
      }
      ((List<Object>) list).add(random.nextInt(list.size() + 1), BAD);
      return true;
    }
    if (tree instanceof Map<?, ?> map) {
      for (Object value : map.values()) {
        if (random.nextInt(4) == 0 && spoil(value, random)) {
          return true;
        }
      }
      ((Map<Object, Object>) map).put("bad", BAD);
      return true;
    }
    return false;
  }

  @Property(tries = 300)
  void errorsHaveTheSamePlaceInAStreamAndInMemory(@ForAll long seed) {
    Random random = new Random(seed);
    List<Object> tree = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tree.add(tree(random, 3));
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    DATASON.write(tree, stream);
    assertArrayEquals(DATASON.toBytes(tree), stream.toByteArray());
    spoil(tree, random);
    Exception expected = assertThrows(UnsupportedTypeException.class, () -> DATASON.toBytes(tree));
    Exception found =
        assertThrows(
            UnsupportedTypeException.class,
            () -> DATASON.write(tree, OutputStream.nullOutputStream()));
    assertEquals(expected.getMessage(), found.getMessage());
  }
}
