package org.datason.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How figures are shown. */
final class Figures {

  private static final String NONE = "";

  private Figures() {}

  /** A time with three digits, such as {@code 1.23 ms}; bytes where the group is about memory. */
  static String amount(Group group, double nanos) {
    if (group == Group.MEMORY) {
      return bytes(nanos);
    }
    String[] units = {"ns", "us", "ms", "s"};
    int unit = 0;
    double value = nanos;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return digits(value) + " " + units[unit];
  }

  /** Bytes with three digits. */
  static String bytes(double bytes) {
    String[] units = {"B", "KB", "MB", "GB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return digits(value) + " " + units[unit];
  }

  /** What one cell shows: the time, and for ways of ours the speed beside the reference. */
  static String cell(ReportRow row, String contestant) {
    Measurement measurement = row.measurements().get(contestant);
    if (measurement == null) {
      return NONE;
    }
    String text = amount(row.group(), measurement.nanos());
    if (ReportRow.isInexact(contestant)) {
      text = "~" + text;
    }
    return text + row.besideReference(contestant).map(r -> " (" + ratio(r) + ")").orElse(NONE);
  }

  /** A ratio with two digits behind the point. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** A ratio that may be absent. */
  static String ratio(Optional<Double> ratio) {
    return ratio.map(Figures::ratio).orElse(NONE);
  }

  /** The geometric mean of the ratios of the rows that have one. */
  static OptionalDouble mean(List<ReportRow> rows) {
    OptionalDouble logs =
        rows.stream().flatMap(row -> row.ratio().stream()).mapToDouble(Math::log).average();
    return logs.isPresent() ? OptionalDouble.of(Math.exp(logs.getAsDouble())) : logs;
  }

  /** All contestants of the rows: first the one that the others are compared with. */
  static List<String> contestants(Group group, List<ReportRow> rows) {
    Set<String> names = new LinkedHashSet<>();
    if (rows.stream().anyMatch(row -> row.measurements().containsKey(group.reference()))) {
      names.add(group.reference());
    }
    rows.forEach(row -> names.addAll(row.measurements().keySet()));
    return new ArrayList<>(names);
  }

  /** The table of a group, with its head: the row, each contestant, and ratios if there are any. */
  static List<List<String>> table(Group group, List<ReportRow> rows) {
    List<String> contestants = contestants(group, rows);
    boolean ratios = rows.stream().anyMatch(row -> row.ratio().isPresent());
    boolean bytes = rows.stream().anyMatch(row -> row.allocationRatio().isPresent());
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("row"));
    head.addAll(contestants);
    if (ratios) {
      head.add("ours / best rival");
      head.add("best rival");
    }
    if (bytes) {
      head.add("allocated");
      head.add("least rival / ours");
    }
    table.add(head);
    for (ReportRow row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      contestants.forEach(contestant -> line.add(cell(row, contestant)));
      if (ratios) {
        line.add(ratio(row.ratio()));
        line.add(row.bestRival().map(Measurement::contestant).orElse(NONE));
      }
      if (bytes) {
        double ours = row.ours().map(Measurement::bytes).orElse(Double.NaN);
        line.add(Double.isNaN(ours) ? NONE : bytes(ours));
        line.add(ratio(row.allocationRatio()));
      }
      table.add(line);
    }
    return table;
  }

  private static String digits(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
