package org.datason.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plots as SVG. */
final class SvgPlots {

  private static final int WIDTH = 420;
  private static final int LABELS = 130;
  private static final int LINE = 18;
  private static final int VALUES = 105;
  private static final int HISTORY = 60;

  private SvgPlots() {}

  /** A bar for each contestant, as long as it took. */
  static void bars(StringBuilder out, ReportRow row) {
    double most =
        row.measurements().values().stream().mapToDouble(Measurement::nanos).max().orElse(1);
    begin(out, row.measurements().size() * LINE + 4);
    int y = 2;
    for (Measurement m : row.measurements().values()) {
      String colour =
          m.contestant().startsWith("datason") || !row.group().hasRivals()
              ? "#1f5fa8"
              : ReportRow.isInexact(m.contestant()) ? "#dcdcdc" : "#9a9a9a";
      double length = Math.max(1, (WIDTH - LABELS - VALUES) * m.nanos() / most);
      add(
          out,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
          LABELS - 6,
          y + 12,
          HtmlReport.escape(m.contestant()));
      add(
          out,
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
          LABELS,
          y + 2,
          length,
          LINE - 5,
          colour);
      if (!Double.isNaN(m.error())) {
        double half = (WIDTH - LABELS - VALUES) * m.error() / most;
        add(
            out,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#d07000\"/>",
            LABELS + Math.max(0, length - half),
            LABELS + Math.min(WIDTH - LABELS, length + half),
            y + 8,
            y + 8);
      }
      add(
          out,
          "<text x=\"%.1f\" y=\"%d\">%s</text>",
          LABELS + length + 5,
          y + 12,
          HtmlReport.escape(Figures.cell(row, m.contestant())));
      y += LINE;
    }
    out.append("</svg>");
  }

  /** A line through ours in earlier runs and this one, from 0 on. */
  static void history(StringBuilder out, ReportRow row, List<History.Entry> history) {
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (History.Entry entry : history) {
      Double nanos = entry.nanos().get(row.group() + "/" + row.name());
      if (nanos != null) {
        labels.add(entry.label());
        values.add(nanos);
      }
    }
    row.ours()
        .ifPresent(
            ours -> {
              labels.add("now");
              values.add(ours.nanos());
            });
    if (values.size() < 2) {
      return;
    }
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    begin(out, HISTORY);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = 10 + (WIDTH - 20.0) * i / (values.size() - 1);
      double y = HISTORY - 6 - (HISTORY - 16) * values.get(i) / most;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      add(
          out,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#1f5fa8\"><title>%s: %s</title></circle>",
          x,
          y,
          HtmlReport.escape(labels.get(i)),
          Figures.amount(row.group(), values.get(i)));
    }
    add(out, "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fa8\"/>", points);
    out.append("</svg>");
  }

  private static void begin(StringBuilder out, int height) {
    add(out, "<svg viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">", WIDTH, height);
  }

  private static void add(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
