package org.datason;

import org.datason.error.Location;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Reads a whole document as a primitive type, of which null is no value. */
record PrimitiveTarget<T>(TypeHandler<T> boxed, Class<?> primitive) implements TypeHandler<T> {

  @Override
  public Class<T> type() {
    return boxed.type();
  }

  @Override
  public String hint() {
    return boxed.hint();
  }

  @Override
  public String javaType() {
    return boxed.javaType();
  }

  @Override
  public TypeHandler<? extends T> subtype(String hint, String javaType) {
    return boxed.subtype(hint, javaType);
  }

  @Override
  public T nullValue() {
    String article = primitive == int.class ? "an " : "a ";
    throw new MismatchException(
        "Expected " + article + primitive + " but found null", new Location("$", 0, 1, 1));
  }

  @Override
  public void write(T value, JsonWriter out) {
    boxed.write(value, out);
  }

  @Override
  public T read(JsonReader in) {
    return boxed.read(in);
  }
}
