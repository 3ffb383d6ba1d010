package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** A handler of a type whose values are texts in JSON. */
abstract class TextHandler<T> implements TypeHandler<T> {

  private final Class<T> type;
  private final String hint;

  TextHandler(Class<T> type, String hint) {
    this.type = type;
    this.hint = hint;
  }

  /** The text that {@link #parse} turns into an equal value. */
  abstract String text(T value);

  /**
   * The value of a text.
   *
   * @throws RuntimeException as {@link TypeHandler} lists them, if the text is not of this type
   */
  abstract T parse(String text);

  /**
   * Refuses a value whose text would not give it back.
   *
   * @throws org.datason.error.UnsupportedTypeException if so
   */
  void check(T value, JsonWriter out) {}

  @Override
  public final Class<T> type() {
    return type;
  }

  @Override
  public final String hint() {
    return hint;
  }

  @Override
  public void write(T value, JsonWriter out) {
    check(value, out);
    out.writeString(text(value));
  }

  /** Checks before the hint is written, so that an error has the place of the value. */
  @Override
  public void writeHinted(T value, JsonWriter out) {
    check(value, out);
    TypeHandler.super.writeHinted(value, out);
  }

  @Override
  public T read(JsonReader in) {
    return parse(in.readString());
  }
}
