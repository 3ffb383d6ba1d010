package org.datason.types;

import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Stands for a class that cannot be written without loss, and says why and what to do. */
final class RefusedHandler implements TypeHandler<Object>, Family {

  private final Class<?> type;
  private final String reason;

  RefusedHandler(Class<?> type, String reason) {
    this.type = type;
    this.reason = reason;
  }

  /** Why, and what to do. */
  String reason() {
    return reason;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) type;
  }

  @Override
  public String hint() {
    return type.getName();
  }

  /** A value of a subclass may well be written. */
  @Override
  public boolean includes(TypeHandler<?> own) {
    return false;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    throw out.unsupported(reason);
  }

  @Override
  public void writeHinted(Object value, JsonWriter out) {
    throw out.unsupported(reason);
  }

  @Override
  public Object read(JsonReader in) {
    throw new UnsupportedTypeException(reason, null);
  }
}
