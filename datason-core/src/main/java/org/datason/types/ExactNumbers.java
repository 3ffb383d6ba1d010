package org.datason.types;

import org.datason.json.JsonWriter;

/** Writes values where nothing declares the width of a number, which is kept all the same. */
final class ExactNumbers {

  private ExactNumbers() {}

  /** Writes any value; a number that would come back as one of another class with its hint. */
  static void write(Object value, JsonWriter out, TypeRegistry registry) {
    if (value instanceof Number
        && registry.forClass(value.getClass()) instanceof NumberHandler<?> handler) {
      write(value, out, handler);
    } else {
      out.writeValue(value);
    }
  }

  private static <T extends Number> void write(
      Object value, JsonWriter out, NumberHandler<T> handler) {
    handler.writeWidth(handler.type().cast(value), out);
  }
}
