package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.datason.Datason;
import org.datason.TypeRef;

/** What every type must do: survive as itself, in places of all kinds. */
final class Survival {

  private Survival() {}

  /** Writes a value and reads it back with nothing but its hints. */
  static Object untyped(Datason datason, Object value) {
    return datason.fromJson(datason.toJson(value));
  }

  static void survivesUntyped(Datason datason, Object value) {
    assertEquals(value, untyped(datason, value));
    Datason otherwise = datason.with(c -> c.predictShapes(false).sortKeys(true).indent(2));
    assertEquals(value, untyped(otherwise, value));
  }

  static <T> void survives(Datason datason, T value, Class<T> type) {
    String json = datason.toJson(value);
    assertEquals(value, datason.fromJson(json, type), json);
  }

  static <T> void survives(Datason datason, T value, TypeRef<T> type) {
    String json = datason.toJson(value);
    assertEquals(value, datason.fromJson(json, type), json);
  }
}
