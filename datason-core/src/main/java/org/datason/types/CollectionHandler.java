package org.datason.types;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A declared type that collections of several families are: {@code Collection}, {@code Iterable},
 * {@code Queue}, {@code Deque}. One family goes without a hint, the others have theirs; the items
 * of all are read and written by their declared type.
 */
final class CollectionHandler implements TypeHandler<Collection<Object>>, Family {

  private final Class<?> type;
  private final TypeHandler<? extends Collection<Object>> plain;
  private final List<TypeHandler<? extends Collection<Object>>> hinted;

  CollectionHandler(
      Class<?> type,
      TypeHandler<? extends Collection<Object>> plain,
      List<TypeHandler<? extends Collection<Object>>> hinted) {
    this.type = type;
    this.plain = plain;
    this.hinted = hinted;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Collection<Object>> type() {
    return (Class<Collection<Object>>) type;
  }

  @Override
  public String hint() {
    return plain.hint();
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof SequenceHandler
        || own instanceof SetHandler
        || own instanceof SortedSetHandler;
  }

  @Override
  public TypeHandler<? extends Collection<Object>> subtype(String hint, String javaType) {
    for (TypeHandler<? extends Collection<Object>> handler : hinted) {
      if (hint.equals(handler.hint()) && Objects.equals(javaType, handler.javaType())) {
        return handler;
      }
      TypeHandler<? extends Collection<Object>> subtype = handler.subtype(hint, javaType);
      if (subtype != null) {
        return subtype;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void write(Collection<Object> items, JsonWriter out) {
    if (out.hints()) {
      for (TypeHandler<? extends Collection<Object>> handler : hinted) {
        if (handler.type().isInstance(items) || items instanceof List && isOfLists(handler)) {
          writeHinted(items, (TypeHandler<Collection<Object>>) handler, out);
          return;
        }
      }
    }
    ((TypeHandler<Collection<Object>>) plain).write(items, out);
  }

  private static boolean isOfLists(TypeHandler<?> handler) {
    return handler instanceof SequenceHandler sequence && sequence.isList();
  }

  /** A list among queues has a hint here, which it has nowhere else. */
  private static void writeHinted(
      Collection<Object> items, TypeHandler<Collection<Object>> handler, JsonWriter out) {
    if (handler instanceof SequenceHandler sequence) {
      sequence.writeUnderHint(items, out);
    } else {
      handler.writeHinted(items, out);
    }
  }

  @Override
  public Collection<Object> read(JsonReader in) {
    return plain.read(in);
  }
}
