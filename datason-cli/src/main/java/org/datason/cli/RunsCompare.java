package org.datason.cli;

import java.io.PrintWriter;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the parameters and metrics of runs side by side. */
@Command(
    name = "compare",
    description = {
      "Shows the parameters of runs and the last, least and greatest values of their metrics side"
          + " by side, a column for each run.",
      "'-' marks what a run does not have; what is the same in all runs can be left out."
    })
final class RunsCompare implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LogOptions options;

  @Parameters(
      index = "1..*",
      paramLabel = "RUN",
      description = "The runs by id, beginning of an id or name; all unless given.")
  private List<String> runs;

  @Option(names = "--differing", description = "Leave out what is the same in all runs.")
  private boolean differing;

  @Option(names = "--json", description = "Print the table as JSON, an object for each run.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ExperimentLog log = options.open()) {
      List<RunInfo> selected = options.select(log, runs);
      Frame table = log.compare(selected);
      if (json) {
        Datason datason = Datason.create().with(c -> Settings.unlimited(c).hints(false));
        out.println(datason.toJson(table));
      } else {
        print(table, out);
      }
      out.flush();
      LogOptions.warn(log, spec.commandLine().getErr());
    }
    return 0;
  }

  private void print(Frame table, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.schema().size(); i++) {
      List<String> row = new ArrayList<>();
      Column column = table.column(i);
      for (int run = 0; run < table.size(); run++) {
        row.add(column.isMissing(run) ? "-" : text(column.get(run)));
      }
      if (!differing || row.stream().distinct().count() > 1 || i == 0) {
        row.add(0, table.schema().field(i).name());
        rows.add(row);
      }
    }
    TextTable.print(rows, out);
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value.getClass().isArray()) {
      String text = Arrays.deepToString(new Object[] {value});
      return text.substring(1, text.length() - 1);
    }
    return value instanceof ZonedDateTime time ? time.toInstant().toString() : value.toString();
  }
}
