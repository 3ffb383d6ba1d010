package org.datason.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.frame.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the columns of a table with their types. */
@Command(
    name = "schema",
    description = {
      "Prints the columns of a table with their types, one a line.",
      "Types that the file does not tell are inferred from all of its rows."
    })
final class Columns implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json, ndjson, csv, arrow or arrows, whatever the name says.")
  private Format from;

  @Mixin private CsvOptions csv;

  @Mixin private SettingOptions settings;

  Columns(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Datason datason = settings.datason(c -> Settings.unlimited(c).acceptNonFinite(true), c -> c);
    PrintWriter out = spec.commandLine().getOut();
    Format format = Format.of(file, from);
    TableConversion tables = new TableConversion(datason, csv, streams);
    TableInput.Use use = new TableInput.Use(format == Format.CSV, false, 0);
    Schema schema;
    try (TableInput input = TableInput.open(file, format, use, datason, tables, streams);
        Batches batches = input.batches()) {
      schema = batches.next().schema();
      while (format.isJson() && batches.hasNext()) {
        schema = batches.next().schema(); // which may have widened
      }
    }
    schema.fields().forEach(field -> out.println(Text.line(field.toString())));
    return 0;
  }
}
