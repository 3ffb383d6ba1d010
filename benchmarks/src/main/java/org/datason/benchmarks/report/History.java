package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;

/**
 * What was measured before: a file for each run, by date and JDK, with ours of each row and the
 * ratio to the best rival.
 *
 * @param folder the folder of the files
 */
record History(Path folder) {

  private static final Datason JSON = Datason.create().with(c -> c.indent(1));

  /**
   * A run.
   *
   * @param label date and JDK
   * @param jdk the JDK's feature version
   * @param nanos by {@code GROUP/row}
   */
  record Entry(String label, String jdk, Map<String, Double> nanos) {}

  /** Adds a run; one of the same day and JDK is replaced. */
  void add(Results results) throws IOException {
    Map<String, Object> rows = new LinkedHashMap<>();
    for (Group group : Group.values()) {
      for (ReportRow row : results.rows(group)) {
        row.ours()
            .ifPresent(
                ours -> {
                  Map<String, Object> figures = new LinkedHashMap<>();
                  figures.put("nanos", ours.nanos());
                  if (!Double.isNaN(ours.bytes())) {
                    figures.put("bytes", ours.bytes());
                  }
                  row.ratio().ifPresent(ratio -> figures.put("ratio", ratio));
                  row.bestRival().ifPresent(best -> figures.put("rival", best.contestant()));
                  rows.put(group + "/" + row.name(), figures);
                });
      }
    }
    Map<Object, Object> run = new LinkedHashMap<>(results.machine());
    run.put("jdk", results.folder().getFileName().toString());
    run.put("rows", rows);
    Files.createDirectories(folder);
    JSON.save(folder.resolve(run.get("date") + "-" + run.get("jdk") + ".json"), run);
  }

  /** All runs, the oldest first. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(folder)) {
      return entries;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Map<?, ?> run = (Map<?, ?>) JSON.load(file);
        Map<String, Double> nanos = new LinkedHashMap<>();
        ((Map<?, ?>) run.get("rows"))
            .forEach(
                (row, figures) ->
                    nanos.put(
                        (String) row, Measurement.number(((Map<?, ?>) figures).get("nanos"))));
        entries.add(
            new Entry(run.get("date") + " " + run.get("commit"), (String) run.get("jdk"), nanos));
      }
    }
    return entries;
  }
}
