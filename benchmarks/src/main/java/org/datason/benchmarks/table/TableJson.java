package org.datason.benchmarks.table;

import java.io.IOException;
import org.datason.frame.Column;
import org.datason.frame.Frame;

/** One way of a table to JSON and back. */
interface TableJson {

  /** Writes the table. */
  byte[] write() throws IOException;

  /** Reads what was written. */
  Object read(byte[] json) throws IOException;

  /**
   * Compares what was read with the table, as far as this way keeps it.
   *
   * @param read what {@link #read} gave
   * @throws IllegalStateException if they differ
   */
  void check(Object read);

  /** Compares columns by the texts of their values, which are the same for UUIDs and categories. */
  static void checkTexts(Frame expected, Frame actual, String... columns) {
    for (String name : columns) {
      Column a = expected.column(name);
      Column b = actual.column(name);
      check(a.size() == b.size(), name);
      for (int i = 0; i < a.size(); i++) {
        check(String.valueOf(a.get(i)).equals(String.valueOf(b.get(i))), name);
      }
    }
  }

  /** Fails unless a column came back. */
  static void check(boolean same, String column) {
    if (!same) {
      throw new IllegalStateException("the column " + column + " does not come back");
    }
  }
}
