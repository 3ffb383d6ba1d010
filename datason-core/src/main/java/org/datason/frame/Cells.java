package org.datason.frame;

import java.nio.ByteBuffer;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/**
 * The values of a column, present or not, in primitive arrays. What stands where a value is missing
 * is never asked for. Immutable.
 */
abstract class Cells {

  /** How many there are. */
  abstract int size();

  /** The bytes of memory that the values take. */
  abstract long memory();

  boolean getBoolean(int i) {
    throw isNot("a boolean", i);
  }

  long getLong(int i) {
    throw isNot("an integer", i);
  }

  double getDouble(int i) {
    throw isNot("a number", i);
  }

  /** A value as an object, of which the caller may do what it likes with. */
  abstract Object get(int i);

  String getText(int i) {
    if (get(i) instanceof String text) {
      return text;
    }
    throw isNot("a text", i);
  }

  private UnsupportedOperationException isNot(String expected, int i) {
    Object value = get(i);
    return new UnsupportedOperationException(
        "Expected "
            + expected
            + " but found the "
            + value.getClass().getSimpleName()
            + " '"
            + FrameText.cell(value)
            + "'; get(row) gives values of any type");
  }

  /** Writes a value as plain JSON, which together with the type gives it back. */
  abstract void write(int i, JsonWriter out);

  /** Whether the settings leave out a member with a value. */
  boolean isLeftOut(int i, JsonWriter out) {
    return false;
  }

  /** Writes values that are all present as items of an array. */
  void write(int from, int to, JsonWriter out) {
    for (int i = from; i < to; i++) {
      write(i, out);
    }
  }

  /** Appends the text of a value, which together with the type gives it back. */
  void text(int i, TextBytes out) {
    throw new UnsupportedOperationException("no text");
  }

  /** Whether a value has the same bits as one of other cells for the same type. */
  abstract boolean same(int i, Cells other, int j);

  abstract int hash(int i);

  /** Puts values into a buffer one behind the other; see {@link ColumnStorage#copyValues}. */
  void copyValues(int from, int to, ByteBuffer target) {
    throw new UnsupportedOperationException("no values of a fixed width");
  }

  /** The array with the values, of the same number for each; null where there are others, too. */
  Object array() {
    return null;
  }

  /** Cells of the same kind over another array. */
  Cells withArray(Object values) {
    throw new UnsupportedOperationException();
  }

  /** The bytes of texts or byte strings; null where the values are none. */
  ByteStrings byteStrings() {
    return null;
  }
}
