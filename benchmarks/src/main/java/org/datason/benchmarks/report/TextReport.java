package org.datason.benchmarks.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tables as they are printed. */
final class TextReport {

  private TextReport() {}

  /** The tables of a JVM. */
  static String of(Results results) throws IOException {
    StringBuilder out = new StringBuilder();
    Map<?, ?> machine = results.machine();
    out.append(
        String.format(
            "%nJDK %s, %s, %s, %s cores, %s, %s%n",
            machine.get("java"),
            machine.get("mode"),
            machine.get("processor"),
            machine.get("cores"),
            machine.get("date"),
            machine.get("commit")));
    for (Group group : Group.values()) {
      List<ReportRow> rows = group == Group.PYTHON ? List.of() : results.rows(group);
      if (!rows.isEmpty()) {
        out.append(String.format("%n%s%n", group.title()));
        table(out, Figures.table(group, rows));
        Figures.mean(rows)
            .ifPresent(
                mean ->
                    out.append(
                        String.format(
                            "geometric mean of ours / best rival: %s%n", Figures.ratio(mean))));
      }
    }
    return out.toString();
  }

  private static void table(StringBuilder out, List<List<String>> table) {
    int columns = table.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : table) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : table) {
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - line.get(i).length());
        out.append(i == 0 ? line.get(i) + padding : "  " + padding + line.get(i));
      }
      out.append(System.lineSeparator());
    }
  }
}
