package org.datason.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Lists of any kind, as plain arrays. */
final class ListHandler implements TypeHandler<Collection<Object>>, Family {

  static final String HINT = "java.util.List";

  private final Class<?> type;
  private final Slot item;
  private final Supplier<Collection<Object>> empty;

  ListHandler(Class<?> type, Slot item, Supplier<Collection<Object>> empty) {
    this.type = type;
    this.item = item;
    this.empty = empty;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Collection<Object>> type() {
    return (Class<Collection<Object>>) type;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof ListHandler;
  }

  @Override
  public void write(Collection<Object> list, JsonWriter out) {
    if (item.any()) {
      out.writeList(list);
    } else {
      Items.write(list, item, out);
    }
  }

  @Override
  public void writeHinted(Collection<Object> list, JsonWriter out) {
    write(list, out);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Collection<Object> read(JsonReader in) {
    if (item.any() && type.isAssignableFrom(ArrayList.class)) {
      if (Items.isOne(in)) {
        return Items.read(empty.get(), item, in);
      }
      if (in.peek() != JsonToken.BEGIN_ARRAY) {
        throw in.mismatch("an array");
      }
      return (Collection<Object>) in.readValue();
    }
    return Items.read(empty.get(), item, in);
  }
}
