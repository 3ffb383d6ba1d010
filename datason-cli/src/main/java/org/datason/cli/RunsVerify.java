package org.datason.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.ml.experiment.Damage;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks all of a log. */
@Command(
    name = "verify",
    description = {
      "Reads all of a log, the files of large values included, and checks it.",
      "Prints what is damaged, for which the exit code is 1, and what is left over of runs whose"
          + " process ended while they were appended, which harms nobody. Nothing is changed."
    })
final class RunsVerify implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log.")
  private Path folder;

  @Option(names = "--json", description = "Print an object for each finding, one a line.")
  private boolean json;

  private PrintWriter out;
  private int damaged;
  private int leftOver;

  @Override
  public Integer call() {
    out = spec.commandLine().getOut();
    try (ExperimentLog log = LogOptions.open(folder)) {
      for (Damage damage : log.verify()) {
        boolean rest = damage.file().startsWith(folder.resolve("data"));
        tell(rest, damage.file(), damage.offset(), damage.bytes(), damage.toString());
      }
      Recovery recovery = log.recovery();
      if (recovery != null) {
        tell(recovery);
      }
      if (!json) {
        print(log.runs().size());
      }
    }
    return damaged > 0 ? 1 : 0;
  }

  private void tell(Recovery recovery) {
    Path file = folder.resolve("runs.jsonl");
    if (recovery.bytes() > 0) {
      String what =
          file
              + " at offset "
              + recovery.offset()
              + ", "
              + Text.count(recovery.bytes(), "byte")
              + ": they are no whole run (one is being written, or was when its process ended)";
      tell(true, file, recovery.offset(), recovery.bytes(), what);
    }
    recovery
        .missing()
        .forEach(run -> tell(false, file, 0, 0, file + ": the run " + run + " is missing"));
  }

  private void tell(boolean rest, Path file, long offset, long bytes, String what) {
    damaged += rest ? 0 : 1;
    leftOver += rest ? 1 : 0;
    if (!json) {
      out.println((rest ? "left over: " : "damaged: ") + Text.line(what));
      return;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", rest ? "left over" : "damaged");
    map.put("file", file.toString());
    map.put("offset", offset);
    map.put("bytes", bytes);
    map.put("message", what);
    out.println(Datason.create().with(c -> c.hints(false)).toJson(map));
  }

  private void print(int runs) {
    String found =
        damaged + leftOver == 0 ? "all is well" : damaged + " damaged, " + leftOver + " left over";
    out.println(Text.line(folder.toString()) + ": " + Text.count(runs, "run") + ", " + found);
  }
}
