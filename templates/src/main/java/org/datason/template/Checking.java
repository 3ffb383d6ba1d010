package org.datason.template;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Checks a value where it would be read. */
record Checking(Codec codec, Violations violations) implements TypeHandler<Object> {

  @Override
  public Class<Object> type() {
    return Object.class;
  }

  @Override
  public String hint() {
    return codec.hint();
  }

  @Override
  public void write(Object value, JsonWriter out) {
    throw new UnsupportedOperationException("what is checked is not written");
  }

  @Override
  public Object read(JsonReader in) {
    codec.check(in, violations);
    return codec;
  }
}
