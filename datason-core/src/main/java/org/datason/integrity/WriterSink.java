package org.datason.integrity;

import java.util.function.UnaryOperator;
import org.datason.json.JsonWriter;

/** Writes tokens by a writer, whose settings say how; numbers in a form of one's choice. */
final class WriterSink implements TokenSink {

  private final JsonWriter out;
  private final UnaryOperator<String> numbers;

  WriterSink(JsonWriter out, UnaryOperator<String> numbers) {
    this.out = out;
    this.numbers = numbers;
    out.bareNonFinite(true);
  }

  @Override
  public void beginObject() {
    out.beginObject();
  }

  @Override
  public void endObject() {
    out.endObject();
  }

  @Override
  public void beginArray() {
    out.beginArray();
  }

  @Override
  public void endArray() {
    out.endArray();
  }

  @Override
  public void name(String name) {
    out.writeName(name);
  }

  @Override
  public void string(String text) {
    out.writeString(text);
  }

  @Override
  public void number(String text) {
    if (isFinite(text)) {
      out.writeNumberText(numbers.apply(text));
    } else {
      out.writeValue(Double.valueOf(text));
    }
  }

  @Override
  public void literal(Boolean value) {
    if (value == null) {
      out.writeNull();
    } else {
      out.writeBoolean(value);
    }
  }

  /** Whether the text of a number is none of the bare tokens that end in a letter. */
  static boolean isFinite(String text) {
    return text.charAt(text.length() - 1) <= '9';
  }
}
