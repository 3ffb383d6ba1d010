package org.datason.ml.tablesaw;

/**
 * What becomes of values that Tablesaw has no column for.
 *
 * <pre>{@code
 * Frame frame = datason.fromJson("[{\"title\":\"\"},{\"title\":300}]", Frame.class);
 * Tables.toTable(frame); // an error: the column 'title' is mixed
 * Tables.toTable(frame, Loss.ACCEPT); // a missing value, and the text 300
 * }</pre>
 */
public enum Loss {
  /** An error names the column and the row, and says what to do. */
  REFUSE,
  /** The nearest that Tablesaw has, as {@link Tables} lists it. */
  ACCEPT
}
