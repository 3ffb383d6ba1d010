package org.datason.types;

import java.util.Set;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Sets that are not sorted; read in the order in which they were written. */
final class SetHandler implements TypeHandler<Set<Object>>, Family {

  static final String HINT = "set";

  private final Class<?> type;
  private final Slot item;
  private final Supplier<Set<Object>> empty;

  SetHandler(Class<?> type, Slot item, Supplier<Set<Object>> empty) {
    this.type = type;
    this.item = item;
    this.empty = empty;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Set<Object>> type() {
    return (Class<Set<Object>>) type;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof SetHandler || own instanceof SortedSetHandler;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public TypeHandler<? extends Set<Object>> subtype(String hint, String javaType) {
    TypeHandler<?> sorted = SortedSetHandler.of(hint, javaType, item);
    return sorted != null && type.isAssignableFrom(sorted.type()) ? (TypeHandler) sorted : null;
  }

  @Override
  public void write(Set<Object> set, JsonWriter out) {
    Items.write(set, item, out);
  }

  @Override
  public Set<Object> read(JsonReader in) {
    return Items.read(empty.get(), item, in);
  }
}
