package org.datason.types;

import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Stands for a class that cannot be written without loss, and says why and what to do; unless the
 * settings have such values written as texts or left out.
 */
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
    switch (out.config().unknownTypes()) {
      case TEXT -> out.writeString(String.valueOf(value.toString()));
      case SKIP -> out.writeNull(); // the whole value, as an item or member it was left out
      default -> throw out.unsupported(reason);
    }
  }

  @Override
  public void writeHinted(Object value, JsonWriter out) {
    write(value, out);
  }

  @Override
  public Object read(JsonReader in) {
    throw new UnsupportedTypeException(reason, null);
  }
}
