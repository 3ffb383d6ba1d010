package org.datason.json;

/**
 * Writes numbers as items of the array that a writer stands in, with room made once for many. What
 * is not the plain case, item after item without blanks, is left to the writer's own methods, so
 * that bytes and errors are theirs.
 */
final class NumberItemsWriter {

  /** So many items share one look at the room: they take a few KiB. */
  private static final int BLOCK = 128;

  /** The comma or bracket before the next item. */
  private static final int COMMA = 1;

  private NumberItemsWriter() {}

  static void write(JsonWriter w, double[] values, int from, int to) {
    int i = from;
    while (i < to) {
      int end = i + w.itemsAtOnce(Math.min(BLOCK, to - i), DoubleText.MAX_LENGTH + COMMA);
      if (end == i) {
        w.writeDouble(values[i++]);
        continue;
      }
      int first = i;
      byte[] buf = w.buf;
      int pos = w.pos;
      for (; i < end; i++) {
        double value = values[i];
        if (value - value != 0) {
          break; // NaN or an infinity
        }
        buf[pos] = ',';
        pos = DoubleText.write(buf, pos + COMMA, value);
      }
      w.itemsWritten(i - first, pos);
      if (i < end) {
        w.writeDouble(values[i++]);
      }
    }
  }

  static void write(JsonWriter w, float[] values, int from, int to) {
    int i = from;
    while (i < to) {
      int end = i + w.itemsAtOnce(Math.min(BLOCK, to - i), FloatText.MAX_LENGTH + COMMA);
      if (end == i) {
        w.writeFloat(values[i++]);
        continue;
      }
      int first = i;
      byte[] buf = w.buf;
      int pos = w.pos;
      for (; i < end; i++) {
        float value = values[i];
        if (value - value != 0) {
          break; // NaN or an infinity
        }
        buf[pos] = ',';
        pos = FloatText.write(buf, pos + COMMA, value);
      }
      w.itemsWritten(i - first, pos);
      if (i < end) {
        w.writeFloat(values[i++]);
      }
    }
  }

  static void write(JsonWriter w, long[] values, int from, int to) {
    int i = from;
    while (i < to) {
      int n = w.itemsAtOnce(Math.min(BLOCK, to - i), IntegerText.MAX_LONG_LENGTH + COMMA);
      if (n == 0) {
        w.writeLong(values[i++]);
        continue;
      }
      byte[] buf = w.buf;
      int pos = w.pos;
      for (int end = i + n; i < end; i++) {
        buf[pos] = ',';
        pos = IntegerText.write(buf, pos + COMMA, values[i]);
      }
      w.itemsWritten(n, pos);
    }
  }

  static void write(JsonWriter w, int[] values, int from, int to) {
    int i = from;
    while (i < to) {
      int n = w.itemsAtOnce(Math.min(BLOCK, to - i), IntegerText.MAX_INT_LENGTH + COMMA);
      if (n == 0) {
        w.writeInt(values[i++]);
        continue;
      }
      byte[] buf = w.buf;
      int pos = w.pos;
      for (int end = i + n; i < end; i++) {
        buf[pos] = ',';
        pos = IntegerText.write(buf, pos + COMMA, values[i]);
      }
      w.itemsWritten(n, pos);
    }
  }
}
