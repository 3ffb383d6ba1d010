package org.datason.benchmarks.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The document for the repository. */
final class MarkdownReport {

  private MarkdownReport() {}

  /** The document of all JVMs, with the notes between the tables. */
  static String of(List<Results> all, Notes notes) throws IOException {
    StringBuilder out = new StringBuilder("# Performance\n\n");
    out.append(
        "<!-- Made by benchmarks/run; what is written by hand is in benchmarks/notes.md. -->\n");
    note(out, notes.get("intro"));
    if (!all.isEmpty()) {
      machines(out, all);
    }
    for (Group group : Group.values()) {
      if (group != Group.PYTHON) {
        group(out, group, all, notes);
      }
    }
    note(out, notes.get("end"));
    return out.toString();
  }

  private static void machines(StringBuilder out, List<Results> all) {
    out.append("\n## Where it was measured\n\n");
    out.append("| JDK | mode | processor | cores | system | date | commit |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    for (Results results : all) {
      Map<?, ?> m = results.machine();
      line(
          out,
          List.of(
              m.get("jvm") + " " + m.get("java"),
              text(m.get("mode")),
              text(m.get("processor")),
              text(m.get("cores")),
              text(m.get("system")),
              text(m.get("date")),
              text(m.get("commit"))));
    }
  }

  private static void group(StringBuilder out, Group group, List<Results> all, Notes notes)
      throws IOException {
    String note = notes.get(group.name().toLowerCase(Locale.ROOT));
    StringBuilder tables = new StringBuilder();
    for (Results results : all) {
      List<ReportRow> rows = results.rows(group);
      if (rows.isEmpty()) {
        continue;
      }
      List<List<String>> table = Figures.table(group, rows);
      tables.append("\nJDK ").append(results.machine().get("java")).append(":\n\n");
      line(tables, table.get(0));
      line(tables, table.get(0).stream().map(cell -> "---").toList());
      table.stream().skip(1).forEach(line -> line(tables, line));
      Figures.mean(rows)
          .ifPresent(
              mean ->
                  tables.append(
                      String.format(
                          "%nGeometric mean of ours / best rival: **%s**.%n",
                          Figures.ratio(mean))));
    }
    if (tables.length() > 0 || !note.isEmpty()) {
      out.append("\n## ").append(group.title()).append('\n');
      out.append(tables);
      note(out, note);
    }
  }

  private static void note(StringBuilder out, String note) {
    if (!note.isEmpty()) {
      out.append('\n').append(note).append('\n');
    }
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(
            cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }
}
