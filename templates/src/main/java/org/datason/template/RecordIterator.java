package org.datason.template;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.TypeHandler;
import org.datason.json.TypedInput;

/**
 * The records of a JSON array, or of JSON Lines, read one by one as they are asked for. Not
 * thread-safe.
 */
final class RecordIterator implements Iterator<Object> {

  private final JsonReader in;
  private final Supplier<TypeHandler<Object>> handler;
  private boolean begun;
  private boolean array;
  private boolean ended;
  private boolean looked;

  RecordIterator(JsonReader in, Supplier<TypeHandler<Object>> handler) {
    this.in = in;
    this.handler = handler;
  }

  @Override
  public boolean hasNext() {
    if (looked || ended) {
      return looked;
    }
    ended = true; // after an error
    if (!begun) {
      begun = true;
      array = in.peek() == JsonToken.BEGIN_ARRAY;
      if (array) {
        in.beginArray();
      }
    }
    looked = in.hasNext();
    ended = !looked;
    if (ended && array) {
      in.endArray();
      in.end();
    }
    return looked;
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    looked = false;
    ended = true; // after an error
    Object value = TypedInput.readRecord(in, handler.get());
    ended = false;
    return value;
  }
}
