package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.error.DatasonException;
import org.datason.integrity.Integrity;
import org.datason.integrity.Seal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each document whether it is what was sealed. */
@Command(
    name = "verify",
    description = {
      "Checks that documents are what was signed, and by the owner of the key.",
      "Prints 'FILE: ok' or 'FILE: MESSAGE' for each. Only the kind of seal that is asked for"
          + " counts: a document with a hash does not pass where a signature is due."
    })
final class Verify implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Mixin private SealOptions options;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is standard input.")
  private List<String> files;

  Verify(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Seal seal = options.verifying(spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    int code = 0;
    for (String file : files) {
      String verdict = verdict(file, seal);
      if (!verdict.equals(": ok")) {
        code = 1;
      }
      out.println(Text.line(file + verdict));
    }
    return code;
  }

  private String verdict(String file, Seal seal) {
    Integrity integrity = Sealed.integrity();
    try {
      integrity.openJson(Sealed.read(file, streams), seal);
      return ": ok";
    } catch (DatasonException e) {
      return Errors.where(e) + ": " + Errors.what(e);
    } catch (IOException e) {
      return ": " + Errors.reason(e);
    }
  }
}
