package org.datason.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.datason.error.DatasonException;
import org.datason.integrity.Seal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Seals a document. */
@Command(
    name = "sign",
    description = {
      "Wraps a document with a signature by Ed25519, an HMAC, or a hash.",
      "A pair of keys is made by: openssl genpkey -algorithm ed25519 -out private.pem && openssl"
          + " pkey -in private.pem -pubout -out public.pem; and a secret key by: openssl rand -hex"
          + " 32 > hmac.key"
    })
final class Sign implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Mixin private SealOptions options;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "The file to read; - is standard input.")
  private String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write, which may be the one that is read; - is standard output.")
  private String out;

  Sign(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Seal seal = options.signing(spec.commandLine());
    try {
      byte[] sealed = Sealed.integrity().sealJson(Sealed.read(in, streams), seal);
      Sealed.write(out, sealed, streams);
      return 0;
    } catch (DatasonException e) {
      throw Errors.in(in, e);
    } catch (IOException e) {
      throw Errors.unreadable(in, e);
    }
  }
}
