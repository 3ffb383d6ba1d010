package org.datason.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks into logs of experiments: prints its usage when no subcommand is given. */
@Command(
    name = "runs",
    description = {
      "Lists, shows, compares, exports and verifies the runs of an experiment log.",
      "A log is a folder that ExperimentLog writes, and may be written to meanwhile; nothing in it"
          + " is changed. A run is given by its id, the beginning of that, or its name."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunsList.class,
      RunsShow.class,
      RunsCompare.class,
      RunsExport.class,
      RunsVerify.class
    })
final class Runs implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
