package org.datason.template;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.datason.config.Coercion;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** An array of like values, as a list, a set or an array. */
final class ItemsCodec extends Codec {

  private final Class<?> type;
  private final Codec item;

  /** Reads and writes the whole, where there is nothing in it that has rules; or null. */
  private final TypeHandler<Object> handler;

  /**
   * A codec.
   *
   * @param type {@code List}, {@code Set}, something above them, or the class of an array
   * @param handler reads and writes the whole; null to do so item by item
   */
  @SuppressWarnings("unchecked")
  ItemsCodec(Class<?> type, Codec item, TypeHandler<?> handler) {
    this.type = type;
    this.item = item;
    this.handler = (TypeHandler<Object>) handler;
  }

  /** Whether a class is one that this makes values of. */
  static boolean makes(Class<?> c) {
    return c.isArray() && !c.componentType().isPrimitive()
        || c != Object.class && (c.isAssignableFrom(ArrayList.class) || c == Set.class);
  }

  Codec item() {
    return item;
  }

  /** The same with another codec of the items. */
  ItemsCodec with(Codec other) {
    return new ItemsCodec(type, other, handler);
  }

  @Override
  public String expected() {
    return "an array";
  }

  @Override
  boolean isLeaf() {
    return item.isLeaf();
  }

  @Override
  Object readValue(JsonReader in) {
    return handler != null ? in.readValue(handler) : super.readValue(in);
  }

  @Override
  void writeValue(Object value, JsonWriter out) {
    if (handler != null && value != null && takes(value)) {
      out.writeValue(value, handler);
    } else {
      super.writeValue(value, out);
    }
  }

  @Override
  boolean takes(Object value) {
    return type.isInstance(value) && (value instanceof Collection || type.isArray());
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) type;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    out.beginArray();
    for (Object o : type.isArray() ? Arrays.asList((Object[]) value) : (Collection<?>) value) {
      if (!out.isSkipped(o)) {
        item.writeValue(o, out);
      }
    }
    out.endArray();
  }

  @Override
  public Object read(JsonReader in) {
    Collection<Object> items = type == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    if (in.peek() != JsonToken.BEGIN_ARRAY && in.coerces(Coercion.ONE_TO_LIST)) {
      items.add(item.readValue(in));
      return made(items);
    }
    in.beginArray();
    while (in.hasNext()) {
      items.add(item.readValue(in));
    }
    in.endArray();
    return made(items);
  }

  private Object made(Collection<Object> items) {
    return type.isArray()
        ? items.toArray((Object[]) Array.newInstance(type.componentType(), 0))
        : items;
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      return super.check(in, violations);
    }
    int before = violations.size();
    List<Object> items = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      items.add(item.check(in, violations));
    }
    in.endArray();
    return violations.size() > before
        ? INVALID
        : made(type == Set.class ? new LinkedHashSet<>(items) : items);
  }
}
