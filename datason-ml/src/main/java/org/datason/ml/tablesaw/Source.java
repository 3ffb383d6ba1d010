package org.datason.ml.tablesaw;

import org.datason.frame.Column;

/** A frame's column on its way to Tablesaw. */
record Source(String name, Column column, Loss loss) {

  private static final String HOW = " or use Tables with Loss.ACCEPT, which ";

  int size() {
    return column.size();
  }

  /** Whether the value of a row is not to be had; false of one that is Tablesaw's missing value. */
  boolean isMissing(int row) {
    return column.isMissing(row);
  }

  Source with(Column values) {
    return new Source(name, values, loss);
  }

  /**
   * Lets a value of a row be lost, or refuses to.
   *
   * @param what the value, and why Tablesaw does not have it
   * @param remedy what to do
   * @param accepted what Loss.ACCEPT does
   */
  void lose(int row, String what, String remedy, String accepted) {
    if (loss == Loss.REFUSE) {
      throw refused(row, what, remedy + HOW + accepted);
    }
  }

  /** Lets something of the whole column be lost, or refuses to. */
  void lose(String what, String remedy, String accepted) {
    if (loss == Loss.REFUSE) {
      throw new IllegalArgumentException(
          "Column '" + name + "' " + what + ": " + remedy + HOW + accepted);
    }
  }

  /** The error about a value that is refused in any case. */
  IllegalArgumentException refused(int row, String what, String remedy) {
    return new IllegalArgumentException(
        "Column '" + name + "', row " + row + ": " + what + ": " + remedy);
  }
}
