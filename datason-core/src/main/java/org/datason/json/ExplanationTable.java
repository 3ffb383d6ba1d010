package org.datason.json;

import java.util.ArrayList;
import java.util.List;

/** Shows an {@link Explanation} as text in columns. */
final class ExplanationTable {

  private static final int WIDEST = 48;

  private final List<String[]> rows = new ArrayList<>();

  ExplanationTable(Explanation explanation) {
    add(explanation);
  }

  private void add(Explanation e) {
    String times = e.count() == 1 ? "" : " x" + e.count();
    String by = e.handler() == null ? "" : e.handler();
    if (e.hint() != null) {
      by += (by.isEmpty() ? "hint " : ", hint ") + e.hint();
    }
    rows.add(
        new String[] {
          e.path() + times,
          e.javaType(),
          e.form() == null ? "CANNOT BE WRITTEN" : e.form(),
          (by.isEmpty() ? "" : by + ": ") + e.why()
        });
    e.parts().forEach(this::add);
  }

  @Override
  public String toString() {
    int[] widths = new int[3];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, row[i].length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        text.append(row[i]).append(" ".repeat(Math.max(0, widths[i] - row[i].length()) + 2));
      }
      text.append(row[widths.length]).append('\n');
    }
    return text.substring(0, text.length() - 1);
  }
}
