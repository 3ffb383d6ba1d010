package org.datason.integrity;

import java.util.function.UnaryOperator;
import org.datason.config.DatasonConfig;
import org.datason.config.DuplicateKeys;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.NumberForms;

/**
 * JSON that is sealed, and the bytes over which seals are made. Immutable, as long as nobody
 * changes its array.
 */
final class Payload {

  /** For JSON of our own, which has passed the limits already. */
  static final DatasonConfig UNLIMITED =
      DatasonConfig.builder()
          .acceptNonFinite(true)
          .duplicateKeys(DuplicateKeys.REFUSE)
          .maxDepth(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxItems(Integer.MAX_VALUE)
          .maxMembers(Integer.MAX_VALUE)
          .maxBytes(Long.MAX_VALUE)
          .build();

  private final byte[] json;

  private Payload(byte[] json) {
    this.json = json;
  }

  /** JSON that was just written. */
  static Payload of(byte[] json) {
    return new Payload(json);
  }

  /** The value that comes next in a document: token by token as it is there. */
  static Payload read(JsonReader in) {
    JsonWriter out = new JsonWriter(UNLIMITED, null);
    Tokens.copy(in, new WriterSink(out, UnaryOperator.identity()));
    return new Payload(out.toByteArray());
  }

  byte[] json() {
    return json;
  }

  /** Writes the payload as it is. */
  void write(JsonWriter out) {
    Tokens.copy(reader(), new WriterSink(out, UnaryOperator.identity()));
  }

  /** The canonical form of RFC 8785, extended to what that refuses: see {@link Integrity}. */
  byte[] canonical() {
    JsonWriter out = new JsonWriter(UNLIMITED.toBuilder().sortKeys(true).build(), null);
    Tokens.copy(reader(), new WriterSink(out, NumberForms::canonical));
    return out.toByteArray();
  }

  /** The text over which Python's datason hashes. */
  byte[] python(boolean compact) {
    PythonText text = new PythonText(compact);
    Tokens.copy(reader(), text);
    return text.toBytes();
  }

  private JsonReader reader() {
    return new JsonReader(UNLIMITED, null, json, 0, json.length);
  }
}
