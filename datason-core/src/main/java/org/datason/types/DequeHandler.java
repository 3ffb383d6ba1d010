package org.datason.types;

import java.util.Collection;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Queues and deques that are not lists, from their head to their tail. */
final class DequeHandler implements TypeHandler<Collection<Object>>, Family {

  static final String HINT = "java.util.Deque";

  private final Class<?> type;
  private final Slot item;
  private final Supplier<Collection<Object>> empty;

  DequeHandler(Class<?> type, Slot item, Supplier<Collection<Object>> empty) {
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
    return own instanceof DequeHandler;
  }

  @Override
  public void write(Collection<Object> queue, JsonWriter out) {
    Items.write(queue, item, out);
  }

  @Override
  public Collection<Object> read(JsonReader in) {
    return Items.read(empty.get(), item, in);
  }
}
