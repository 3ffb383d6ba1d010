package org.datason.template;

import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** A value that a handler of the core reads and writes. */
final class LeafCodec extends Codec {

  private final TypeHandler<Object> handler;

  @SuppressWarnings("unchecked")
  LeafCodec(TypeHandler<?> handler) {
    this.handler = (TypeHandler<Object>) handler;
  }

  TypeHandler<Object> handler() {
    return handler;
  }

  @Override
  public String expected() {
    return handler.expected();
  }

  @Override
  boolean isLeaf() {
    return true;
  }

  @Override
  boolean takes(Object value) {
    return handler.handles(value.getClass());
  }

  @Override
  Object readValue(JsonReader in) {
    return in.readValue(handler);
  }

  @Override
  void writeValue(Object value, JsonWriter out) {
    if (value != null && !handler.type().isInstance(value)) {
      throw new UnsupportedTypeException(
          "Expected " + expected() + " but found a " + value.getClass().getName(), null);
    }
    out.writeValue(value, handler);
  }

  @Override
  public Class<Object> type() {
    return handler.type();
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
  public TypeHandler<?> subtype(String hint, String javaType) {
    return handler.subtype(hint, javaType);
  }

  @Override
  public Object nullValue() {
    return handler.nullValue();
  }

  @Override
  public void write(Object value, JsonWriter out) {
    handler.write(value, out);
  }

  @Override
  public Object read(JsonReader in) {
    return handler.read(in);
  }
}
