package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.json.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the parts of a document are loaded as, and how they would be written again. */
@Command(
    name = "explain",
    description = {
      "Loads a document and shows each part of it: its class in Java, its form in JSON, its hint"
          + " and the handler that writes it, and why.",
      "Like items of a list are shown as one. A name that ends with .ndjson or .jsonl means one"
          + " value a line, and .gz a compressed file."
    })
final class Explain implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the name says.")
  private Format from;

  @Option(names = "--json", description = "Print the explanation as JSON, a list where lines are.")
  private boolean json;

  Explain(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Datason datason = Datason.create().with(c -> c.acceptNonFinite(true));
    List<Explanation> explanations = new ArrayList<>();
    Format format;
    try (Source source = Source.open(file, Format.ofJson(file, from), streams)) {
      format = source.format();
      source.readAll(
          source.reader(datason), in -> explanations.add(datason.explain(in.readValue())));
    } catch (DatasonException e) {
      throw Errors.in(file, e);
    } catch (IOException e) {
      throw Errors.unreadable(file, e);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Object shown = format == Format.NDJSON ? explanations : explanations.get(0);
      out.println(datason.with(c -> c.hints(false).indent(2)).toJson(shown));
    } else {
      explanations.forEach(e -> e.toString().lines().forEach(row -> out.println(Text.line(row))));
    }
    return 0;
  }
}
