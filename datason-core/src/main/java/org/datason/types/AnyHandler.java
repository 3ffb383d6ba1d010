package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A handler of declared types that say little: Object, Number, Comparable. Values are read and
 * written as they are where no type is declared at all.
 */
final class AnyHandler<T> implements TypeHandler<T> {

  private final Class<T> type;

  AnyHandler(Class<T> type) {
    this.type = type;
  }

  @Override
  public Class<T> type() {
    return type;
  }

  /** No value has this hint; each is written with its own. */
  @Override
  public String hint() {
    return type.getName();
  }

  @Override
  public void write(T value, JsonWriter out) {
    out.writeValue(value);
  }

  @Override
  public void writeHinted(T value, JsonWriter out) {
    out.writeValue(value);
  }

  @Override
  public T read(JsonReader in) {
    // Text is not recognised as something else where more than Object is declared.
    boolean text = type != Object.class && in.peek() == JsonToken.STRING;
    Object value = text ? in.readString() : in.readValue();
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("it is read as a " + value.getClass().getSimpleName());
    }
    return type.cast(value);
  }
}
