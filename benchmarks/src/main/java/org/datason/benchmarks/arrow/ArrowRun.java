package org.datason.benchmarks.arrow;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures JSON to Arrow's vectors and back beside DuckDB, Jackson by hand and Tablesaw, files and
 * tensors beside Arrow's own API, and memory. Arguments: the number of rows (1,000,000) and of
 * rounds (5), of which the best counts, and what is measured
 * (read,tablesaw,write,ipc,tensor,memory; Tablesaw takes most of the time).
 */
public final class ArrowRun {

  private ArrowRun() {}

  /**
   * Checks that all ways give the same, then measures them.
   *
   * @param args rows, rounds and what is measured
   * @throws Exception if a way fails or gives something else
   */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    String what = args.length > 2 ? args[2] : "read,tablesaw,write,ipc,tensor,memory";
    System.out.printf(
        "%,d rows, best of %d rounds, Java %s, %d processors%n",
        rows, rounds, Runtime.version(), Runtime.getRuntime().availableProcessors());
    try (JsonFiles files = JsonFiles.of(rows)) {
      if (what.contains("read")) {
        read(files, rounds, true, false);
        read(files, rounds, false, what.contains("tablesaw"));
      }
      if (what.contains("write")) {
        write(files, rounds);
      }
      if (what.contains("ipc")) {
        try (VectorTable vectors = VectorTable.of(files)) {
          IpcFiles.measure(files, vectors.table(), rounds);
        }
      }
      if (what.contains("tensor")) {
        TensorVectors.measure(rounds);
      }
      if (what.contains("memory")) {
        PeakMemory.measure(files);
      }
    }
  }

  private static void read(JsonFiles files, int rounds, boolean lines, boolean tablesaw)
      throws Exception {
    for (boolean typed : new boolean[] {true, false}) {
      List<Task> tasks = new ArrayList<>();
      for (int threads = 1; threads <= 2; threads++) {
        tasks.add(new DatasonReading(threads, files, lines, typed));
        tasks.add(new DuckDbReading(threads, files, lines, typed));
      }
      if (typed) {
        tasks.add(new JacksonReading(files, lines));
      } else if (tablesaw) {
        tasks.add(new Tablesaw(files));
      }
      String what =
          (lines ? "JSON Lines" : "One array") + " to vectors, " + (typed ? "typed" : "inferred");
      new Contest(what, Files.size(lines ? files.lines() : files.array()), tasks).run(rounds);
    }
  }

  private static void write(JsonFiles files, int rounds) throws Exception {
    try (VectorTable vectors = VectorTable.of(files);
        DuckDbWriting one = DuckDbWriting.of(1, files);
        DuckDbWriting two = DuckDbWriting.of(2, files)) {
      List<Task> tasks =
          List.of(
              new DatasonWriting(1, files, vectors.table()),
              one,
              new DatasonWriting(2, files, vectors.table()),
              two,
              new JacksonWriting(files, vectors.table()));
      new Contest("Vectors to JSON Lines", Files.size(files.lines()), tasks).run(rounds);
    }
  }
}
