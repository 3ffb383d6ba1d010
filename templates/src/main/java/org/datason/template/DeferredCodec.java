package org.datason.template;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Stands for a codec that is still being made, since it contains itself. */
final class DeferredCodec extends Codec {

  private Codec target;

  /** Says what this stands for, before it is used. */
  void become(Codec codec) {
    target = codec;
  }

  Codec target() {
    return target;
  }

  @Override
  public String expected() {
    return target.expected();
  }

  @Override
  boolean takes(Object value) {
    return target.takes(value);
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    return target.check(in, violations);
  }

  @Override
  Object readValue(JsonReader in) {
    return target.readValue(in);
  }

  @Override
  void writeValue(Object value, JsonWriter out) {
    target.writeValue(value, out);
  }

  @Override
  public Class<Object> type() {
    return target.type();
  }

  @Override
  public String hint() {
    return target.hint();
  }

  @Override
  public String javaType() {
    return target.javaType();
  }

  @Override
  public TypeHandler<?> subtype(String hint, String javaType) {
    return target.subtype(hint, javaType);
  }

  @Override
  public Object nullValue() {
    return target.nullValue();
  }

  @Override
  public void write(Object value, JsonWriter out) {
    target.write(value, out);
  }

  @Override
  public Object read(JsonReader in) {
    return target.read(in);
  }
}
