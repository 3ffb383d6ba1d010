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
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;

/**
 * The least heap in which a file of JSON Lines can be worked through, found by halving: a JVM for
 * each try. Streaming is beside loading the whole, for trees and for tables.
 */
public final class LeastHeap {

  private static final int MOST_MEGABYTES = 4_096;

  private LeastHeap() {}

  /**
   * One try: works through the file.
   *
   * @param args the way and the file
   */
  public static void main(String[] args) {
    Path file = Path.of(args[1]);
    Datason datason = Datason.create();
    long rows =
        switch (args[0]) {
          case "trees whole" -> {
            try (Stream<Object> lines = datason.lines(file)) {
              yield lines.toList().size();
            }
          }
          case "trees streaming" -> {
            try (Stream<Object> lines = datason.lines(file)) {
              yield lines.count();
            }
          }
          case "tables whole" -> {
            try (FrameBatches batches = datason.batches(file, BatchOptions.defaults())) {
              yield batches.all().size();
            }
          }
          case "tables streaming" -> {
            long sum = 0;
            try (FrameBatches batches = datason.batches(file, BatchOptions.defaults())) {
              while (batches.hasNext()) {
                Frame batch = batches.next();
                sum += batch.size();
              }
            }
            yield sum;
          }
          default -> throw new IllegalArgumentException(args[0]);
        };
    System.out.println(rows);
  }

  /** Measures with so many rows. */
  static List<Measurement> measure(int rows) throws IOException {
    Path file = Files.createTempFile("datason-memory", ".jsonl");
    try {
      Datason.create()
          .saveLines(file, Stream.iterate(0, i -> i + 1).limit(rows).map(LeastHeap::row));
      List<Measurement> measurements = new ArrayList<>();
      for (String what : List.of("trees", "tables")) {
        for (String way : List.of("whole", "streaming")) {
          double bytes = least(what + " " + way, file, rows) * 1024.0 * 1024.0;
          String row = String.format("%s, %,d bytes", what, Files.size(file));
          measurements.add(new Measurement(row, way, bytes, Double.NaN, Double.NaN));
        }
      }
      return measurements;
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, Object> row(int i) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", i);
    row.put("name", "sample-" + i);
    row.put("loss", 1.0 / (i + 1));
    row.put("note", "The quick brown fox jumps over the lazy dog " + i);
    return row;
  }

  /** The least that is enough, to 1 part in 16. */
  private static int least(String way, Path file, int rows) throws IOException {
    int tooLittle = 2;
    int enough = tooLittle;
    while (!isEnough(way, file, rows, enough)) {
      tooLittle = enough;
      enough *= 2;
      if (enough > MOST_MEGABYTES) {
        throw new IllegalStateException(way + " needs more than " + MOST_MEGABYTES + " MB");
      }
    }
    while (enough - tooLittle > Math.max(1, enough / 16)) {
      int middle = (tooLittle + enough) / 2;
      if (isEnough(way, file, rows, middle)) {
        enough = middle;
      } else {
        tooLittle = middle;
      }
    }
    return enough;
  }

  private static boolean isEnough(String way, Path file, int rows, int megabytes)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                LeastHeap.class.getName(),
                way,
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes()).strip();
    return out.equals(Integer.toString(rows));
  }
}
