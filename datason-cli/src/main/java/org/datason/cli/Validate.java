package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of each file whether it is JSON as RFC 8259 defines it. */
@Command(
    name = "validate",
    description = {
      "Checks that files are JSON as RFC 8259 defines it, whatever their size.",
      "With --preset or --config, checks that they can be read by these settings.",
      "Prints 'FILE: ok' or 'FILE:LINE:COLUMN: MESSAGE' for each; columns count bytes. A name that"
          + " ends with .ndjson or .jsonl means one value a line, and .gz a compressed file."
    })
final class Validate implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is standard input.")
  private List<String> files;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the names say.")
  private Format from;

  @Mixin private SettingOptions settings;

  Validate(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Datason datason = settings.datason(Settings::unlimited, c -> c);
    PrintWriter out = spec.commandLine().getOut();
    int code = 0;
    for (String file : files) {
      String verdict = verdict(file, datason);
      if (!verdict.equals(": ok")) {
        code = 1;
      }
      out.println(Text.line(file + verdict));
      if (out.checkError()) {
        return code; // nobody reads on
      }
    }
    return code;
  }

  private String verdict(String file, Datason datason) {
    try (Source source = Source.open(file, Format.ofJson(file, from), streams)) {
      // Passing over a value holds nothing of it; reading it obeys all settings.
      source.readAll(
          source.reader(datason), settings.given() ? JsonReader::readValue : JsonReader::skipValue);
      return ": ok";
    } catch (DatasonException e) {
      return Errors.where(e) + ": " + Errors.what(e);
    } catch (IOException e) {
      return ": " + Errors.reason(e);
    }
  }
}
