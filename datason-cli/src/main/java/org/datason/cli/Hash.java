package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.error.DatasonException;
import org.datason.integrity.HashAlgorithm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the canonical hash of documents. */
@Command(
    name = "hash",
    description = {
      "Prints the hash of each document in the canonical form of RFC 8785, so that it does not"
          + " depend on spacing, escapes, or the order of members.",
      "Each line is 'HASH  FILE'. A name that ends with .gz means a compressed file."
    })
final class Hash implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is standard input.")
  private List<String> files;

  @Option(
      names = "--algorithm",
      paramLabel = "HASH",
      converter = HashName.class,
      defaultValue = "sha256",
      description = "sha256 (the default), sha384 or sha512.")
  private HashAlgorithm algorithm;

  Hash(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (String file : files) {
      try {
        String hash = Sealed.integrity().hashJson(Sealed.read(file, streams), algorithm);
        out.println(hash + "  " + Text.line(file));
      } catch (DatasonException e) {
        throw Errors.in(file, e);
      } catch (IOException e) {
        throw Errors.unreadable(file, e);
      }
    }
    return 0;
  }
}
