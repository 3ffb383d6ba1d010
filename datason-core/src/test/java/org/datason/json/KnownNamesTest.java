package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

  /** The number that is found by the bytes of a name, with a quote behind it. */
  private static int find(KnownNames names, String name) {
    byte[] bytes = (name + "\":1}").getBytes(StandardCharsets.UTF_8);
    return names.find(bytes, 0, bytes.length - 4, bytes.length);
  }

  @Property
  void eachNameIsFoundByItsBytesAndNoOther(@ForAll Set<String> all, @ForAll String other) {
    List<String> plain = all.stream().filter(name -> Token.isPlain(name)).sorted().toList();
    KnownNames names = KnownNames.of(plain, Map.of());
    assertEquals(plain.size(), names.size());
    for (int i = 0; i < plain.size(); i++) {
      assertEquals(i, find(names, plain.get(i)));
      assertEquals(i, names.indexOf(plain.get(i)));
      assertEquals(plain.get(i), names.get(i));
    }
    if (Token.isPlain(other)) {
      assertEquals(plain.indexOf(other), find(names, other));
    }
  }

  @Test
  void manyNamesAlike() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      many.add("a_rather_long_name_" + i + "_with_the_same_end");
      many.add("n" + i);
    }
    KnownNames names = KnownNames.of(many, Map.of());
    for (int i = 0; i < many.size(); i++) {
      assertEquals(i, find(names, many.get(i)));
    }
    assertEquals(-1, find(names, "n3000"));
  }

  @Test
  void aliasesStandForNames() {
    KnownNames names = KnownNames.of(List.of("id", "loss"), Map.of("error", 1));
    assertEquals(1, find(names, "error"));
    assertEquals(1, names.indexOf("error"));
    assertEquals(2, names.size());
    assertEquals(
        "The name 'id' comes twice",
        assertThrows(
                IllegalArgumentException.class, () -> KnownNames.of(List.of("id"), Map.of("id", 0)))
            .getMessage());
    assertThrows(
        IndexOutOfBoundsException.class, () -> KnownNames.of(List.of("id"), Map.of("x", 1)));
  }

  @Test
  void keysAreSharedUntilAMapChanges() {
    SharedKeys keys = SharedKeys.of(List.of("a", "b"));
    Map<String, Object> map = keys.map(new Object[] {1, null});
    assertEquals(2, keys.size());
    assertEquals("{a=1, b=null}", map.toString());
    assertTrue(keys.isOf(map));
    assertEquals(1, SharedKeys.value(map, 0));
    map.put("b", 2);
    assertTrue(keys.isOf(map));
    map.put("c", 3);
    assertFalse(keys.isOf(map));
    assertFalse(keys.isOf(Map.of()));
    assertEquals(Map.of("a", 1, "b", 2, "c", 3), map);
    assertEquals(
        "Expected 2 values, not 1",
        assertThrows(IllegalArgumentException.class, () -> keys.map(new Object[1])).getMessage());
  }

  /** Names whose bytes in a document are those of their text. */
  private static final class Token {

    static boolean isPlain(String name) {
      return name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\')
          && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }
  }
}
