package org.datason.benchmarks.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page with plots: one file that needs nothing else, as its plots are drawn in it. */
final class HtmlReport {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Datason: performance</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
      body { font: 14px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em;
        color: #222; background: #fff; }
      h2 { margin-top: 2em; border-bottom: 1px solid #ccc; }
      section { display: grid; grid-template-columns: repeat(auto-fill, minmax(27em, 1fr)); gap: 1em; }
      figure { margin: 0; padding: .6em; border: 1px solid #ddd; border-radius: 4px; }
      figcaption { font-weight: 600; margin-bottom: .3em; }
      figcaption span { float: right; font-weight: 400; }
      .ahead { color: #17692c; } .behind { color: #a3231b; }
      svg { width: 100%; height: auto; display: block; }
      text { font: 11px system-ui, sans-serif; fill: #222; }
      </style></head><body>
      <h1>Performance</h1>
      <p>Bars are times of one operation (memory where it says so): shorter is better. Ours is dark,
      rivals are grey, those with inexact results (~) light. The number is the speed of ours over that
      of the best exact rival in a JVM. The line below the bars is ours in earlier runs.</p>
      """;

  private HtmlReport() {}

  /** The page of all JVMs. */
  static String of(List<Results> all, List<History.Entry> history) throws IOException {
    StringBuilder out = new StringBuilder(HEAD);
    for (Results results : all) {
      Map<?, ?> machine = results.machine();
      out.append("<h1>JDK ").append(escape(machine.get("java"))).append("</h1>\n<p>");
      machine.forEach(
          (name, value) ->
              out.append(escape(name)).append(": ").append(escape(value)).append("; "));
      out.append("</p>\n");
      String jdk = results.folder().getFileName().toString();
      List<History.Entry> ofJdk = history.stream().filter(e -> e.jdk().equals(jdk)).toList();
      for (Group group : Group.values()) {
        List<ReportRow> rows = group == Group.PYTHON ? List.of() : results.rows(group);
        if (rows.isEmpty()) {
          continue;
        }
        out.append("<h2>").append(escape(group.title())).append("</h2>\n");
        Figures.mean(rows)
            .ifPresent(
                mean ->
                    out.append("<p>Geometric mean of ours / best rival: <b>")
                        .append(Figures.ratio(mean))
                        .append("</b></p>\n"));
        out.append("<section>\n");
        for (ReportRow row : rows) {
          figure(out, row, ofJdk);
        }
        out.append("</section>\n");
      }
    }
    return out.append("</body></html>\n").toString();
  }

  private static void figure(StringBuilder out, ReportRow row, List<History.Entry> history) {
    out.append("<figure><figcaption>").append(escape(row.name()));
    row.ratio()
        .ifPresent(
            ratio ->
                out.append("<span class=\"")
                    .append(ratio >= 1 ? "ahead" : "behind")
                    .append("\">")
                    .append(Figures.ratio(ratio))
                    .append("</span>"));
    out.append("</figcaption>");
    SvgPlots.bars(out, row);
    SvgPlots.history(out, row, history);
    out.append("</figure>\n");
  }

  /** Text for HTML. */
  static String escape(Object value) {
    return String.format(Locale.ROOT, "%s", value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
