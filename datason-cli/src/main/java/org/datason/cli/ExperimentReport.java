package org.datason.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Run;
import org.datason.ml.experiment.RunInfo;
import org.datason.ml.model.ClassificationReport;
import org.datason.ml.model.ConfusionMatrix;
import org.datason.ml.model.RocCurve;

/** Prints an experiment for a person to read. */
final class ExperimentReport {

  private static final int WIDTH = 100;
  private static final int CURVE = 40;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final PrintWriter out;

  ExperimentReport(PrintWriter out) {
    this.out = out;
  }

  void heading(String text) {
    out.println();
    out.println(text);
  }

  private void lines(String text) {
    text.lines().forEach(line -> out.println(Text.cut("  " + line, WIDTH)));
  }

  /** The data, and whether it goes through JSON as it is. */
  void data(Frame frame, boolean comesBack) {
    out.println("Fisher's iris data, a table read from CSV: " + TableSummary.line(frame));
    TableSummary.details(frame, 3).forEach(out::println);
    heading(
        "CSV → table → JSON → table → CSV: "
            + (comesBack ? "the same bytes" : "DIFFERENT, which is a fault"));
  }

  /** How the loss fell. */
  void curve(Run run) {
    double[] losses = run.metrics().get("loss").values();
    double highest = 0;
    for (double loss : losses) {
      highest = Math.max(highest, loss);
    }
    StringBuilder curve = new StringBuilder();
    for (int i = 0; i < CURVE; i++) {
      double loss = losses[i * losses.length / CURVE];
      curve.append(BARS.charAt((int) Math.round(loss / highest * (BARS.length() - 1))));
    }
    out.printf(
        Locale.ROOT,
        "  %-4s  %s  loss %.4f → %.4f, on the test %.4f%n",
        run.parameters().get("learningRate"),
        curve,
        losses[0],
        run.metrics().get("loss").last(),
        run.metrics().get("testLoss").last());
  }

  /** What the best model tells right and wrong. */
  void best(Run run) {
    ConfusionMatrix confusion = (ConfusionMatrix) run.values().get("confusion");
    heading(
        String.format(
            Locale.ROOT,
            "The best on the test is %s: it tells %d of %d flowers, %.1f%%",
            run.name(),
            Math.round(confusion.accuracy() * confusion.total()),
            confusion.total(),
            100 * confusion.accuracy()));
    lines(confusion.toString());
    out.println();
    lines(((ClassificationReport) run.values().get("report")).toFrame().toString());
    RocCurve roc = (RocCurve) run.values().get("roc");
    out.printf(
        Locale.ROOT,
        "  area under the ROC curve of %s: %.4f%n",
        confusion.labels().get(confusion.labels().size() - 1),
        roc.auc());
  }

  /** The runs side by side, as the log has them. */
  void comparison(ExperimentLog log, List<Run> runs, long nanos) {
    heading(
        String.format(
            Locale.ROOT,
            "Appended to a log, each run on disk for good, in %.1f ms; side by side:",
            nanos / 1e6));
    List<RunInfo> infos =
        log.runs().stream()
            .filter(info -> runs.stream().anyMatch(run -> run.id().equals(info.id())))
            .toList();
    Frame all = log.compare(infos);
    FrameBuilder some = Frame.builder().column("name", all.column("name"));
    for (String metric : runs.get(0).metrics().keySet()) {
      some.column(metric, all.column("metrics." + metric));
    }
    lines(some.build().toString());
  }

  /** Whether each part of each run came back as it was; shows those of one. */
  boolean verdict(List<Run> runs, List<Run> loaded, Run best) {
    heading("Loaded from the log again:");
    int parts = 0;
    int same = 0;
    boolean all = true;
    for (int i = 0; i < runs.size(); i++) {
      Map<String, Object> saved = parts(runs.get(i));
      Map<String, Object> again = parts(loaded.get(i));
      for (Map.Entry<String, Object> part : saved.entrySet()) {
        Object other = again.get(part.getKey());
        boolean identical = Identity.same(part.getValue(), other);
        parts++;
        same += identical ? 1 : 0;
        if (runs.get(i) == best) {
          part(part.getKey(), part.getValue(), identical);
        } else if (!identical) {
          part(part.getKey() + " of " + runs.get(i).name(), part.getValue(), false);
        }
      }
      all &= Identity.same(runs.get(i), loaded.get(i));
    }
    out.println("  and the same parts of the other runs");
    heading(
        all
            ? "identical: all " + parts + " parts of " + runs.size() + " runs came back bit for bit"
            : "DIFFERENT: " + same + " of " + parts + " parts came back bit for bit");
    return all;
  }

  private void part(String name, Object value, boolean identical) {
    out.println(
        Text.cut(
            "  "
                + Text.pad(name, 14)
                + Text.pad(value.getClass().getSimpleName(), 22)
                + Text.pad(identical ? "identical" : "DIFFERENT", 11)
                + Text.line(shown(value)),
            WIDTH));
  }

  /** What a run consists of, by name. */
  private static Map<String, Object> parts(Run run) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("id", run.id());
    parts.put("started", run.started());
    parts.put("tags", run.tags());
    parts.putAll(run.parameters());
    parts.putAll(run.metrics());
    parts.putAll(run.values());
    return parts;
  }

  /** A value as a line of text. */
  private static String shown(Object value) {
    if (TableSummary.isOne(value)) {
      return TableSummary.line(value);
    }
    if (value instanceof byte[] bytes) {
      return java.util.HexFormat.of().formatHex(bytes);
    }
    return value instanceof ConfusionMatrix matrix
        ? java.util.Arrays.deepToString(matrix.counts())
        : value.toString();
  }

  /** Where the results are kept. */
  void places(Path log, Path file) {
    out.println("The log is in " + log + (file == null ? "" : ", the best run in " + file));
    out.println("Look into it by: datason runs list " + log);
  }
}
