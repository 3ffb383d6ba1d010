package org.datason.benchmarks.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.datason.Datason;

/**
 * The file of what an operation of each row allocates, by JDK: objects are laid out and code is
 * compiled otherwise in another.
 *
 * @param file the file, which need not be there
 */
record AllocationBaseline(Path file) {

  private static final Datason JSON = Datason.create().with(c -> c.indent(2));

  /** The bytes of each row on a JDK; empty if it was never recorded. */
  Map<String, Double> of(int jdk) {
    Map<String, Double> rows = new LinkedHashMap<>();
    if (all().get("jdk" + jdk) instanceof Map<?, ?> recorded) {
      recorded.forEach((row, bytes) -> rows.put((String) row, ((Number) bytes).doubleValue()));
    }
    return rows;
  }

  /** Takes these for the rows of a JDK from now on. */
  void record(int jdk, Map<String, Double> rows) throws IOException {
    Map<Object, Object> all = new TreeMap<>(all());
    Map<String, Long> whole = new TreeMap<>();
    rows.forEach((row, bytes) -> whole.put(row, Math.round(bytes)));
    all.put("jdk" + jdk, whole);
    JSON.save(file, all);
    Files.writeString(file, Files.readString(file) + "\n");
  }

  private Map<?, ?> all() {
    return Files.exists(file) ? (Map<?, ?>) JSON.load(file) : Map.of();
  }
}
