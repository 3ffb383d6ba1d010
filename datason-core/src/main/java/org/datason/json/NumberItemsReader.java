package org.datason.json;

/**
 * Reads numbers that stand one behind the other in an array. It stops before any item that is not
 * plainly a number behind a comma, which is left to the reader's own methods, and so are all errors
 * about it.
 */
final class NumberItemsReader {

  private NumberItemsReader() {}

  static int read(JsonReader r, double[] values, int from, int to) {
    int n = from;
    while (n < to && r.isNumberBehindComma()) {
      values[n++] = NumberParser.readDouble(r);
      r.setAfter(true);
    }
    return n - from;
  }

  static int read(JsonReader r, float[] values, int from, int to) {
    int n = from;
    while (n < to && r.isNumberBehindComma()) {
      values[n++] = NumberParser.readFloat(r);
      r.setAfter(true);
    }
    return n - from;
  }

  static int read(JsonReader r, long[] values, int from, int to) {
    int n = from;
    while (n < to && r.isNumberBehindComma()) {
      values[n++] = NumberParser.readLong(r, "a long");
      r.setAfter(true);
    }
    return n - from;
  }

  static int read(JsonReader r, int[] values, int from, int to) {
    int n = from;
    while (n < to && r.isNumberBehindComma()) {
      int at = r.pos;
      long value = NumberParser.readLong(r, "an int");
      if (value != (int) value) {
        throw r.mismatch("an int", at);
      }
      values[n++] = (int) value;
      r.setAfter(true);
    }
    return n - from;
  }
}
