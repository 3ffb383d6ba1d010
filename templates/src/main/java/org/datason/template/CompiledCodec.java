package org.datason.template;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** An object that generated code reads and writes; all else is done by the interpreting twin. */
final class CompiledCodec extends Codec {

  private final ObjectCodec twin;
  private final TypeHandler<Object> generated;
  private final String listing;

  CompiledCodec(ObjectCodec twin, TypeHandler<Object> generated, String listing) {
    this.twin = twin;
    this.generated = generated;
    this.listing = listing;
  }

  /** What the generated code does, in Java's words. */
  String listing() {
    return listing;
  }

  @Override
  TypeHandler<?> generated() {
    return generated;
  }

  @Override
  public String expected() {
    return twin.expected();
  }

  @Override
  boolean takes(Object value) {
    return twin.takes(value);
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    return twin.check(in, violations);
  }

  @Override
  Object readValue(JsonReader in) {
    return in.readValue(generated);
  }

  @Override
  public Class<Object> type() {
    return twin.type();
  }

  @Override
  public String hint() {
    return twin.hint();
  }

  @Override
  public void write(Object value, JsonWriter out) {
    generated.write(value, out);
  }

  @Override
  public Object read(JsonReader in) {
    return generated.read(in);
  }
}
