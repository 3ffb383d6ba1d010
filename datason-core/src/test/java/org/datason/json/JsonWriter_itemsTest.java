package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.datason.Datason;
import org.datason.error.LimitException;
import org.junit.jupiter.api.Test;

class JsonWriter_itemsTest {

  @Test
  void eachItemCountsOnce() {
    Datason two = Datason.create().with(c -> c.maxItems(2));
    Set<Object> set = new LinkedHashSet<>(List.of(List.of(1), List.of(2)));
    for (Datason datason :
        List.of(two, two.with(c -> c.sortKeys(true)), two.with(c -> c.indent(1)))) {
      assertEquals(set, datason.fromJson(datason.toJson(set)));
      List<Object> list = List.of(new TreeMap<>(), List.of(List.of(), List.of()));
      assertEquals(list, datason.fromJson(datason.toJson(list)));
      assertThrows(LimitException.class, () -> datason.toJson(List.of(set, set, set)));
      assertThrows(LimitException.class, () -> datason.toJson(Set.of(1, 2, 3)));
    }
  }

  @Test
  void whatWentToAStreamCannotBeHad() {
    JsonWriter out = Datason.create().writer(new ByteArrayOutputStream());
    out.writeValue(List.of("x".repeat(100_000)));
    assertEquals(
        "what was written has gone to the stream",
        assertThrows(IllegalStateException.class, out::toByteArray).getMessage());
  }
}
