package org.datason.benchmarks.track;

import java.util.List;
import java.util.Locale;
import org.datason.benchmarks.track.Comparison.Verdict;

/** The table that is printed of comparisons. */
final class TrackTable {

  private static final String FORMAT = "%-64s %12s %12s %7s %-15s %12s %12s %5s  %s";

  static final String HEADER =
      text(
          FORMAT,
          "row",
          "base ns",
          "change ns",
          "time",
          "95% interval",
          "base bytes",
          "change bytes",
          "forks",
          "verdict");

  private TrackTable() {}

  /** The line of a row. */
  static String line(Comparison row) {
    Interval time = row.time();
    return text(
        FORMAT,
        row.row(),
        text("%,.0f", row.baseNanos()),
        text("%,.0f", row.changeNanos()),
        text("%.3f", time.ratio()),
        text("[%.3f, %.3f]", time.low(), time.high()),
        text("%,.0f", row.baseBytes()),
        text("%,.0f", row.changeBytes()),
        row.forks(),
        row.verdict().name().toLowerCase(Locale.ROOT));
  }

  /** How many rows there are of each verdict. */
  static String summary(List<Comparison> rows) {
    List<Comparison> measured = rows.stream().filter(row -> row.forks() > 0).toList();
    StringBuilder text = new StringBuilder(measured.size() + " rows");
    for (Verdict verdict : Verdict.values()) {
      long count = measured.stream().filter(row -> row.verdict() == verdict).count();
      if (count > 0) {
        text.append(", ").append(count).append(' ').append(verdict.name().toLowerCase(Locale.ROOT));
      }
    }
    double mean =
        measured.stream().mapToDouble(row -> Math.log(row.time().ratio())).average().orElse(0);
    return text + text("; geometric mean of the times %.3f", Math.exp(mean));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
