package org.datason.template;

import java.util.function.Function;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Reads a part of a template file, whose errors have its place so. */
record NodeReader<T>(Class<T> type, String expected, Function<JsonReader, T> reading)
    implements TypeHandler<T> {

  @Override
  public String hint() {
    return type.getName();
  }

  @Override
  public void write(T value, JsonWriter out) {
    throw new UnsupportedOperationException("parts of templates are written by TemplatePrinter");
  }

  @Override
  public T nullValue() {
    throw new IllegalArgumentException("null describes nothing");
  }

  @Override
  public T read(JsonReader in) {
    return reading.apply(in);
  }
}
