package org.datason.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs of a log. */
@Command(
    name = "list",
    description = {
      "Lists the runs of a log, the oldest first: id, beginning, name and tags.",
      "The runs themselves are not read."
    })
final class RunsList implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LogOptions options;

  @Option(names = "--json", description = "Print an object for each run, one a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ExperimentLog log = options.open()) {
      List<RunInfo> runs = options.select(log, null);
      if (json) {
        Datason datason = Datason.create().with(c -> c.hints(false));
        runs.forEach(run -> out.println(datason.toJson(document(run))));
      } else {
        print(runs, out);
      }
      out.flush();
      LogOptions.warn(log, spec.commandLine().getErr());
    }
    return 0;
  }

  private static void print(List<RunInfo> runs, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    for (RunInfo run : runs) {
      rows.add(
          List.of(
              run.id().toString(),
              run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
              run.name(),
              String.join(", ", run.tags())));
    }
    TextTable.print(rows, out);
    out.println(Text.count(runs.size(), "run"));
  }

  private static Map<String, Object> document(RunInfo run) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", run.id().toString());
    map.put("name", run.name());
    map.put("started", run.started().toString());
    map.put("tags", List.copyOf(run.tags()));
    map.put("bytes", run.length());
    return map;
  }
}
