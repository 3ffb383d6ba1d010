package org.datason.benchmarks.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.datason.benchmarks.rows.Row;
import org.datason.benchmarks.rows.Rows;

/**
 * Compares what an operation of each tracked row allocates with the baseline that is checked in,
 * and fails if one allocates over 1% more; started by {@code benchmarks/allocation}. Bytes are
 * counted in a process of its own for each row, once the code is compiled; they hardly depend on
 * what else the machine does.
 */
public final class AllocationCheck {

  private static final Map<String, String> FEWER = Map.of("rows", "2000", "size", "100000");
  private static final int WARM_UP_MILLIS = 400;
  private static final int SAMPLE_MILLIS = 20;
  private static final int SAMPLES = 10;
  private static final int MOST_TRIES = 3;

  private final Side side;

  private AllocationCheck(Side side) {
    this.side = side;
  }

  /**
   * Checks, and exits with 1 if a row allocates more.
   *
   * @param args the class path, the file with the rows, that of the baseline; and {@code --record}
   *     to make what is measured the baseline
   * @throws Exception if a row cannot be measured
   */
  public static void main(String[] args) throws Exception {
    AllocationBaseline baseline = new AllocationBaseline(Path.of(args[2]));
    int jdk = Runtime.version().feature();
    boolean record = args.length > 3 && args[3].equals("--record");
    Map<String, Double> expected = baseline.of(jdk);
    if (expected.isEmpty() && !record) {
      System.out.println("No allocation of JDK " + jdk + " is recorded: nothing is checked.");
      return;
    }
    List<Row> rows =
        Rows.select(Files.readAllLines(Path.of(args[1]))).stream()
            .map(row -> row.with(FEWER))
            .filter(row -> !row.needsCorpus())
            .filter(row -> record || expected.containsKey(row.toString()))
            .toList();
    AllocationCheck check = new AllocationCheck(Side.counted(args[0]));
    Map<String, Double> measured = check.measure(rows, record ? Map.of() : expected);
    if (record) {
      baseline.record(jdk, measured);
      System.out.println("Recorded " + measured.size() + " rows in " + args[2]);
      return;
    }
    List<String> grown = grown(expected, measured);
    grown.forEach(System.out::println);
    System.out.printf("Allocation of %d rows: %d have grown%n", measured.size(), grown.size());
    System.exit(grown.isEmpty() ? 0 : 1);
  }

  /** What is to be said of each row that allocates more than it may. */
  static List<String> grown(Map<String, Double> expected, Map<String, Double> measured) {
    return measured.entrySet().stream()
        .filter(row -> Comparison.allocatesMore(expected.get(row.getKey()), row.getValue()))
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s allocates %,.0f bytes, which were %,.0f before (%+.1f%%)",
                    row.getKey(),
                    row.getValue(),
                    expected.get(row.getKey()),
                    100 * (row.getValue() / expected.get(row.getKey()) - 1)))
        .toList();
  }

  private Map<String, Double> measure(List<Row> rows, Map<String, Double> expected)
      throws InterruptedException, ExecutionException {
    Map<String, Double> measured = new ConcurrentHashMap<>();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<String, Future<Double>> pending = new LinkedHashMap<>();
      for (Row row : rows) {
        Double most = expected.get(row.toString());
        pending.put(row.toString(), workers.submit(() -> least(row, most)));
      }
      for (Map.Entry<String, Future<Double>> row : pending.entrySet()) {
        measured.put(row.getKey(), row.getValue().get());
      }
    } finally {
      workers.shutdownNow();
    }
    Map<String, Double> ordered = new LinkedHashMap<>();
    rows.forEach(row -> ordered.put(row.toString(), measured.get(row.toString())));
    return ordered;
  }

  /** The least of several samples, and of several processes where it is too much. */
  private double least(Row row, Double expected) throws IOException {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_TRIES; i++) {
      least = Math.min(least, least(row));
      if (expected != null && !Comparison.allocatesMore(expected, least)) {
        break;
      }
    }
    return least;
  }

  private double least(Row row) throws IOException {
    try (Side.Process process = side.start(row)) {
      process.ready();
      process.sample(WARM_UP_MILLIS);
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < SAMPLES; i++) {
        least = Math.min(least, process.sample(SAMPLE_MILLIS).bytes());
      }
      return least;
    } catch (SideFailure e) {
      throw new IOException(row + ": " + e.getMessage(), e);
    }
  }
}
