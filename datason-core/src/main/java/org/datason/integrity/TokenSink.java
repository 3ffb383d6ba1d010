package org.datason.integrity;

/** Takes the tokens of one JSON value in the order of the document. */
interface TokenSink {

  void beginObject();

  void endObject();

  void beginArray();

  void endArray();

  void name(String name);

  void string(String text);

  /** A number as the document has it, or {@code NaN}, {@code Infinity}, {@code -Infinity}. */
  void number(String text);

  /** {@code true}, {@code false}, or null for {@code null}. */
  void literal(Boolean value);
}
