package org.datason.frame;

import java.util.Arrays;
import java.util.Objects;
import org.datason.json.JsonWriter;

/** Values of mixed kinds, each with the hint that its kind needs. */
final class MixedCells extends Cells {

  private final Object[] values;

  MixedCells(Object[] values) {
    this.values = values;
  }

  @Override
  long memory() {
    return 8L * values.length;
  }

  @Override
  Object array() {
    return values;
  }

  @Override
  Cells withArray(Object other) {
    return new MixedCells((Object[]) other);
  }

  @Override
  int size() {
    return values.length;
  }

  @Override
  Object get(int i) {
    return values[i];
  }

  /** Writes a value; a number that would come back as one of another class with its hint. */
  @Override
  void write(int i, JsonWriter out) {
    Object value = values[i];
    boolean narrow = value instanceof Byte || value instanceof Short;
    boolean wide = value instanceof Long number && number == number.intValue();
    boolean single = value instanceof Float number && Float.isFinite(number);
    if (!out.hints() || !narrow && !wide && !single) {
      out.writeValue(value);
      return;
    }
    out.beginEnvelope(
        single ? "numpy.floating" : "numpy.integer", value.getClass().getSimpleName());
    if (single) {
      out.writeFloat((Float) value);
    } else {
      out.writeLong(((Number) value).longValue());
    }
    out.endEnvelope();
  }

  @Override
  boolean isLeftOut(int i, JsonWriter out) {
    return out.isLeftOut(values[i]);
  }

  @Override
  boolean same(int i, Cells other, int j) {
    return same(values[i], other.get(j));
  }

  private static boolean same(Object a, Object b) {
    return Objects.deepEquals(a, b);
  }

  @Override
  int hash(int i) {
    return Arrays.deepHashCode(new Object[] {values[i]});
  }
}
