package org.datason.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about templates; by itself it prints its usage. */
@Command(
    name = "template",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Infers templates, which say what documents of one kind look like, and checks documents by"
          + " them."
    })
final class Templates implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private Templates() {}

  static CommandLine command(StandardStreams streams) {
    return new CommandLine(new Templates())
        .addSubcommand(new TemplateInfer(streams))
        .addSubcommand(new TemplateCheck(streams));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
