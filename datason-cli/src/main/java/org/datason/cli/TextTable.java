package org.datason.cli;

import java.io.PrintWriter;
import java.util.List;

/** Texts in columns, each as wide as its widest text. */
final class TextTable {

  private static final int WIDEST = 40;

  private TextTable() {}

  /** Prints rows of as many texts each, cut where they are long. */
  static void print(List<List<String>> rows, PrintWriter out) {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Text.width(cell(row.get(i))));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(i == 0 ? "" : "  ").append(Text.pad(cell(row.get(i)), widths[i]));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static String cell(String text) {
    return Text.cut(Text.line(text), WIDEST);
  }
}
