package org.datason.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.frame.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the first rows of a table. */
@Command(
    name = "head",
    description = {
      "Prints the first rows of a table: of CSV, of Arrow's, or of JSON records or lines.",
      "No more of the file is read than that takes, except of JSON that is one value."
    })
final class Head implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json, ndjson, csv, arrow or arrows, whatever the name says.")
  private Format from;

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      defaultValue = "10",
      description = "How many rows (${DEFAULT-VALUE}).")
  private int rows;

  @Mixin private CsvOptions csv;

  @Mixin private SettingOptions settings;

  Head(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (rows < 0) {
      throw Errors.usage(spec.commandLine(), "--rows must be 0 or more, not " + rows);
    }
    Datason datason =
        settings.datason(
            c -> Settings.unlimited(c).acceptNonFinite(true), c -> c.hints(false).indent(0));
    PrintWriter out = spec.commandLine().getOut();
    TableConversion tables = new TableConversion(datason, csv, streams);
    List<List<String>> lines = new ArrayList<>();
    try (TableInput input =
            TableInput.open(
                file, Format.of(file, from), TableInput.Use.ONCE, datason, tables, streams);
        Batches batches = input.batches()) {
      Frame batch = batches.next();
      lines.add(batch.schema().fields().stream().map(field -> field.name()).toList());
      int left = rows;
      while (batch != null && left > 0) {
        for (int row = 0; row < Math.min(left, batch.size()); row++) {
          lines.add(cells(batch, row, datason));
        }
        left -= batch.size();
        batch = left > 0 && batches.hasNext() ? batches.next() : null;
      }
    }
    TextTable.print(lines, out);
    return 0;
  }

  /** The texts of a row: of as many columns as the first batch has. */
  private static List<String> cells(Frame frame, int row, Datason datason) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < frame.schema().size(); i++) {
      Object value = frame.column(i).get(row);
      cells.add(value instanceof String text ? text : value == null ? "" : json(value, datason));
    }
    return cells;
  }

  private static String json(Object value, Datason datason) {
    String json = datason.toJson(value);
    boolean quoted = json.startsWith("\"") && json.endsWith("\"") && json.length() > 1;
    return quoted ? json.substring(1, json.length() - 1) : json;
  }
}
