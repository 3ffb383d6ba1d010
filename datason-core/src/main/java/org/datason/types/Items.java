package org.datason.types;

import java.util.Collection;
import java.util.Iterator;
import org.datason.config.Coercion;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;

/** Writes and reads the items of a collection as an array. */
final class Items {

  private Items() {}

  static void write(Iterable<?> items, Slot item, JsonWriter out) {
    out.beginArray();
    for (Iterator<?> i = items.iterator(); i.hasNext(); ) {
      Object value = i.next();
      if (!out.isSkipped(value)) {
        item.write(value, out);
      }
    }
    out.endArray();
  }

  /** Reads an array into a collection, which may refuse an item. */
  static <C extends Collection<Object>> C read(C items, Slot item, JsonReader in) {
    if (isOne(in)) {
      add(items, item.read(in));
      return items;
    }
    in.beginArray();
    while (in.hasNext()) {
      add(items, item.read(in));
    }
    in.endArray();
    return items;
  }

  /** Whether a single value comes next that is to be taken for a list of one. */
  static boolean isOne(JsonReader in) {
    return in.peek() != JsonToken.BEGIN_ARRAY && in.coerces(Coercion.ONE_TO_LIST);
  }

  private static void add(Collection<Object> items, Object value) {
    try {
      items.add(value);
    } catch (NullPointerException | ClassCastException e) {
      throw new IllegalArgumentException(refused(value), e);
    }
  }

  private static String refused(Object value) {
    return value == null
        ? "null has no place in it"
        : "it takes no " + value.getClass().getName() + " beside its other items";
  }
}
