package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.error.DatasonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is in a document: its types, sizes and first values. */
@Command(
    name = "inspect",
    description = {
      "Shows the types, sizes, shapes and first values of a document as a tree.",
      "Like items are shown as one: '?' marks a member that not each of them has, 'or null' one"
          + " that is null in some, '2..5' the least and the greatest length of a list. A name that"
          + " ends with .ndjson or .jsonl means one value a line, and .gz a compressed file.",
      "Of a table (.csv, .tsv) and of arrays (.npy, .npz) it shows types, shape, missing values,"
          + " memory and the first rows; and so of those in a document, each with its path. Of a"
          + " file of Arrow's (.arrow, .arrows) it shows schema, batches and metadata."
    })
final class Inspect implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; - is standard input.")
  private String file;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json, ndjson, csv, npy, npz, arrow or arrows, whatever the name says.")
  private Format from;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "6",
      description = "How many levels to print (${DEFAULT-VALUE}).")
  private int depth;

  @Option(
      names = "--values",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many first values to print of each place, up to 100 (${DEFAULT-VALUE}).")
  private int values;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How many first rows of a table or array to print, up to 10 (${DEFAULT-VALUE}).")
  private int rows;

  @Option(names = "--json", description = "Print all that was found as JSON.")
  private boolean json;

  @Mixin private CsvOptions csv;

  @Mixin private SettingOptions settings;

  Inspect(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (depth < 0) {
      throw Errors.usage(spec.commandLine(), "--depth must be 0 or more, not " + depth);
    }
    if (values < 0 || values > 100) {
      throw Errors.usage(spec.commandLine(), "--values must be from 0 to 100, not " + values);
    }
    Datason datason =
        settings.datason(
            c -> Settings.unlimited(c).acceptNonFinite(true), c -> c.canonical(false).indent(2));
    if (rows < 0 || rows > 10) {
      throw Errors.usage(spec.commandLine(), "--rows must be from 0 to 10, not " + rows);
    }
    PrintWriter out = spec.commandLine().getOut();
    Format format = Format.of(file, from);
    if (format.isArrow()) {
      ArrowInspection.run(file, json, rows, datason, out);
      return 0;
    }
    if (!format.isJson()) {
      new TableInspection(datason, csv, streams, rows).run(file, format, json, out);
      return 0;
    }
    SchemaCollector collector = new SchemaCollector(values);
    Source source;
    KeptInput kept;
    long count;
    try (Source opened = Source.open(file, format, streams)) {
      source = opened;
      kept = source.keep(FoundTables.MOST_BYTES);
      count = source.readAll(source.reader(datason), collector::read);
    } catch (DatasonException e) {
      throw Errors.in(file, e);
    } catch (IOException e) {
      throw Errors.unreadable(file, e);
    }
    FoundTables tables = FoundTables.of(collector.hints().keySet(), kept.bytes(), format, datason);
    if (json) {
      Map<String, Object> document = document(source, collector, count);
      if (!tables.isEmpty()) {
        document.put("tables", tables.document());
      }
      out.println(datason.toJson(document));
    } else {
      print(out, source, collector, count);
      tables.print(rows).forEach(out::println);
    }
    return 0;
  }

  private void print(PrintWriter out, Source source, SchemaCollector collector, long count) {
    List<String> head = new ArrayList<>();
    boolean gzip = Format.isGzip(file);
    head.add(Text.bytes(source.contentRead()) + " of JSON");
    if (gzip && source.size() >= 0) {
      head.add(Text.bytes(source.size()) + " compressed");
    }
    if (source.format() == Format.NDJSON) {
      head.add(Text.count(count, "line"));
    }
    int deepest = collector.deepest();
    boolean deeper = deepest > SchemaCollector.MAX_DEPTH;
    head.add((deeper ? "more than " : "") + Text.count(deeper ? deepest - 1 : deepest, "level"));
    out.println(Text.line(file) + ": " + String.join(", ", head));
    if (count > 0) {
      new SchemaPrinter(depth, values).print(collector.root()).forEach(out::println);
    }
    if (!collector.hints().isEmpty()) {
      printHints(out, collector.hints());
    }
    if (collector.namesLeftOut() > 0) {
      out.println(
          "note: no more than "
              + SchemaCollector.MAX_NAMES
              + " names of an object and "
              + SchemaCollector.MAX_PLACES
              + " in all are told apart; "
              + Text.count(collector.namesLeftOut(), "member")
              + " had others");
    }
  }

  private static void printHints(PrintWriter out, Map<String, Long> hints) {
    String line = "hints:";
    String end = "";
    for (Map.Entry<String, Long> hint : hints.entrySet()) {
      String next = " " + Text.line(hint.getKey()) + " " + hint.getValue();
      line += end;
      if (line.length() + next.length() >= SchemaPrinter.WIDTH) {
        out.println(line);
        line = "      ";
      }
      line += next;
      end = ",";
    }
    out.println(line);
  }

  private Map<String, Object> document(Source source, SchemaCollector collector, long count) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file);
    map.put("format", source.format().name().toLowerCase(java.util.Locale.ROOT));
    map.put("bytes", source.contentRead());
    if (Format.isGzip(file)) {
      map.put("compressedBytes", source.size());
    }
    map.put("documents", count);
    map.put("levels", collector.deepest());
    map.put("hints", new LinkedHashMap<String, Object>(collector.hints()));
    map.put("membersNotToldApart", collector.namesLeftOut());
    map.put("schema", SchemaDocument.of(collector.root()));
    return map;
  }
}
