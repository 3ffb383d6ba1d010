package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;

/**
 * The files of one JVM: a folder {@code jdkNN} with {@code machine.json} and a folder for each
 * group, in which each file has been written as its piece was done.
 *
 * @param folder the folder of the JVM
 */
record Results(Path folder) {

  private static final Datason JSON = Datason.create().with(c -> c.indent(1));

  /** Those of all JVMs in a folder. */
  static List<Results> in(Path folder) throws IOException {
    try (Stream<Path> jvms = Files.list(folder)) {
      return jvms.filter(jvm -> Files.exists(jvm.resolve("machine.json")))
          .sorted()
          .map(Results::new)
          .toList();
    }
  }

  /** The file of a piece. */
  Path file(Group group, String piece) {
    return folder.resolve(group.name().toLowerCase(Locale.ROOT)).resolve(piece + ".json");
  }

  /** Keeps measurements that JMH has not made. */
  void write(Group group, String piece, List<Measurement> measurements) throws IOException {
    Path file = file(group, piece);
    Files.createDirectories(file.getParent());
    JSON.save(file, measurements.stream().map(Measurement::toMap).toList());
  }

  /** Keeps where and when the measurements were made. */
  void writeMachine(Map<String, Object> machine) throws IOException {
    Files.createDirectories(folder);
    JSON.save(folder.resolve("machine.json"), machine);
  }

  /** Where and when the measurements were made. */
  Map<?, ?> machine() {
    return (Map<?, ?>) JSON.load(folder.resolve("machine.json"));
  }

  /** The rows of a group, in the order of the files' names; those of Python stand with PLAIN. */
  List<ReportRow> rows(Group group) throws IOException {
    Map<String, List<Measurement>> rows = new LinkedHashMap<>();
    for (Measurement measurement : measurements(group)) {
      rows.computeIfAbsent(measurement.row(), row -> new ArrayList<>()).add(measurement);
    }
    if (group == Group.PLAIN) {
      for (Measurement measurement : measurements(Group.PYTHON)) {
        if (rows.containsKey(measurement.row())) {
          rows.get(measurement.row()).add(measurement);
        }
      }
    }
    return rows.entrySet().stream()
        .map(row -> ReportRow.of(group, row.getKey(), row.getValue()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private List<Measurement> measurements(Group group) throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    Path groupFolder = folder.resolve(group.name().toLowerCase(Locale.ROOT));
    if (!Files.exists(groupFolder)) {
      return measurements;
    }
    try (Stream<Path> files = Files.list(groupFolder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        List<?> results = (List<?>) JSON.load(file);
        boolean jmh = !results.isEmpty() && ((Map<?, ?>) results.get(0)).containsKey("benchmark");
        if (jmh) {
          measurements.addAll(JmhResults.of(results));
        } else {
          results.forEach(result -> measurements.add(Measurement.of((Map<?, ?>) result)));
        }
      }
    }
    return measurements;
  }
}
