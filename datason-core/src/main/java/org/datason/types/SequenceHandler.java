package org.datason.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Collections whose items have an order and may repeat, as arrays: lists, which are plain ones in
 * every place, and under a hint queues and deques that are no lists, from their head to their tail.
 */
final class SequenceHandler implements TypeHandler<Collection<Object>>, Family {

  static final String LIST = "java.util.List";
  static final String DEQUE = "java.util.Deque";

  private final String hint;
  private final Class<?> type;
  private final Slot item;
  private final Supplier<Collection<Object>> empty;

  private SequenceHandler(
      String hint, Class<?> type, Slot item, Supplier<Collection<Object>> empty) {
    this.hint = hint;
    this.type = type;
    this.item = item;
    this.empty = empty;
  }

  /** A handler of lists. */
  static SequenceHandler list(Class<?> type, Slot item, Supplier<Collection<Object>> empty) {
    return new SequenceHandler(LIST, type, item, empty);
  }

  /** A handler of queues and deques. */
  static SequenceHandler deque(Class<?> type, Slot item, Supplier<Collection<Object>> empty) {
    return new SequenceHandler(DEQUE, type, item, empty);
  }

  boolean isList() {
    return hint.equals(LIST);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Collection<Object>> type() {
    return (Class<Collection<Object>>) type;
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof SequenceHandler that && hint.equals(that.hint);
  }

  @Override
  public void write(Collection<Object> items, JsonWriter out) {
    if (isList() && item.any()) {
      out.writeList(items);
    } else {
      Items.write(items, item, out);
    }
  }

  @Override
  public void writeHinted(Collection<Object> items, JsonWriter out) {
    if (isList()) {
      write(items, out);
    } else {
      writeUnderHint(items, out);
    }
  }

  /** Writes items with the hint, a list too. */
  void writeUnderHint(Collection<Object> items, JsonWriter out) {
    out.beginEnvelope(hint, null);
    write(items, out);
    out.endEnvelope();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Collection<Object> read(JsonReader in) {
    if (isList() && item.any() && type.isAssignableFrom(ArrayList.class)) {
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
