package org.datason.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.ml.csv.Csv;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes runs of a log to one file. */
@Command(
    name = "export",
    description = {
      "Writes runs of a log to one file, which is replaced if it is there.",
      "A name that ends with .json gets all of each run, tensors included, as an array; .jsonl or"
          + " .ndjson the same with one run a line; .csv a table of parameters and metrics, a row"
          + " for each run. .gz behind that means a compressed file."
    })
final class RunsExport implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LogOptions options;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path out;

  @Parameters(
      index = "2..*",
      paramLabel = "RUN",
      description = "The runs by id, beginning of an id or name; all unless given.")
  private List<String> runs;

  @Option(
      names = "--metrics",
      description = "Write a .csv file with a row for each value of each metric.")
  private boolean metrics;

  @Override
  public Integer call() {
    String name = out.toString().replaceFirst("\\.gz$", "");
    if (metrics && !name.endsWith(".csv")) {
      throw Errors.usage(spec.commandLine(), "--metrics needs a name that ends with .csv");
    }
    if (!name.matches(".*\\.(json|jsonl|ndjson|csv)")) {
      throw Errors.usage(
          spec.commandLine(),
          "OUT must end with .json, .jsonl, .ndjson or .csv, each also .gz, not " + out);
    }
    try (ExperimentLog log = options.open()) {
      List<RunInfo> selected = options.select(log, runs);
      if (metrics) {
        Csv.write(log.metrics(selected), out);
      } else {
        log.export(selected, out);
      }
      LogOptions.warn(log, spec.commandLine().getErr());
    }
    return 0;
  }
}
