package org.datason.template;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/** A value of any kind. */
final class AnyCodec extends Codec {

  @Override
  public String expected() {
    return "a value";
  }

  @Override
  boolean isLeaf() {
    return true;
  }

  @Override
  boolean takes(Object value) {
    return true;
  }

  @Override
  Object readValue(JsonReader in) {
    return in.readValue();
  }

  @Override
  void writeValue(Object value, JsonWriter out) {
    out.writeValue(value);
  }

  @Override
  public Class<Object> type() {
    return Object.class;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    out.writeValue(value);
  }

  @Override
  public Object read(JsonReader in) {
    return in.readValue();
  }
}
