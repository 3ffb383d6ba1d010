package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Reads a declared subtype by the handler of the type above it, and refuses what turns out to be
 * another subtype.
 */
final class NarrowedHandler<S, T extends S> implements TypeHandler<T>, Family {

  private final Class<T> type;
  private final TypeHandler<S> handler;

  private NarrowedHandler(Class<T> type, TypeHandler<S> handler) {
    this.type = type;
    this.handler = handler;
  }

  /** A handler for a declared class: the given one, narrowed where it is of a type above. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static TypeHandler<?> of(Class<?> type, TypeHandler<?> handler) {
    return handler == null || handler.type() == type || !handler.type().isAssignableFrom(type)
        ? handler
        : new NarrowedHandler(type, handler);
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String hint() {
    return handler.hint();
  }

  @Override
  public String javaType() {
    return handler.javaType();
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own == handler;
  }

  @Override
  public void write(T value, JsonWriter out) {
    handler.write(value, out);
  }

  @Override
  public void writeHinted(T value, JsonWriter out) {
    handler.writeHinted(value, out);
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeHandler<? extends T> subtype(String hint, String javaType) {
    TypeHandler<? extends S> sub = handler.subtype(hint, javaType);
    if (sub == null) {
      return null;
    }
    return sub == handler ? this : (TypeHandler<? extends T>) sub;
  }

  @Override
  public T read(JsonReader in) {
    S value = handler.read(in);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException("it is read as a " + value.getClass().getSimpleName());
    }
    return type.cast(value);
  }
}
