package org.datason.benchmarks.table;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link TableBenchmark} and prints rows and MB of JSON a second of each way. JMH's own
 * options can be given: {@code -p rows=200000 -wi 2 -i 3}.
 */
public final class TableRun {

  private TableRun() {}

  /**
   * Runs the benchmark.
   *
   * @param args options of JMH
   * @throws RunnerException if a table does not come back
   * @throws CommandLineOptionException if an option is wrong
   * @throws IOException never
   */
  public static void main(String[] args)
      throws RunnerException, CommandLineOptionException, IOException {
    CommandLineOptions given = new CommandLineOptions(args);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given).include(TableBenchmark.class.getSimpleName());
    options.verbosity(given.verbosity().orElse(VerboseMode.SILENT)).shouldFailOnError(true);
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) throws IOException {
    System.out.printf(
        "%-6s %-26s %10s %12s %14s %8s%n", "", "way", "rows", "bytes", "rows/s", "MB/s");
    for (RunResult result : results) {
      int rows = Integer.parseInt(result.getParams().getParam("rows"));
      TableWay way = TableWay.valueOf(result.getParams().getParam("way"));
      long bytes = way.of(rows).write().length;
      double seconds = result.getPrimaryResult().getScore() / 1000;
      System.out.printf(
          "%-6s %-26s %,10d %,12d %,14.0f %,8.0f%n",
          result.getPrimaryResult().getLabel(),
          way,
          rows,
          bytes,
          rows / seconds,
          bytes / seconds / 1e6);
    }
  }
}
