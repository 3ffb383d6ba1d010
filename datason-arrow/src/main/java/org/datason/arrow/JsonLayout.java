package org.datason.arrow;

/** How the rows of record batches are laid out in JSON. */
public enum JsonLayout {
  /** JSON Lines: an object for each row, each on a line of its own. */
  LINES,
  /** One array with an object for each row. */
  RECORDS,
  /** One object with an array for each column; all batches are held until the last one has come. */
  COLUMNS,
  /** One object: the names in {@code columns}, in {@code data} an array for each row. */
  SPLIT
}
