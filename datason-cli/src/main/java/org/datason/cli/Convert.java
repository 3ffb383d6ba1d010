package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.Decimals;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a document in another form. */
@Command(
    name = "convert",
    description = {
      "Writes a document in another form: indented, sorted, canonical, one value a line,"
          + " compressed, without hints.",
      "Every number keeps its digits and every hinted value its hint. A name that ends with .ndjson"
          + " or .jsonl means one value a line, and .gz a compressed file: the items of an array"
          + " become lines, and lines become the items of an array. The bare NaN and Infinity that"
          + " Python writes in plain JSON are read too, and become hinted values or texts."
    })
final class Convert implements Callable<Integer> {

  private final StandardStreams streams;

  @Spec private CommandSpec spec;

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

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the name of IN says.")
  private Format from;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "json or ndjson, whatever the name of OUT says.")
  private Format to;

  @Option(names = "--pretty", description = "Put each member and item on a line of its own.")
  private boolean pretty;

  @Option(names = "--sort-keys", description = "Order the members of objects by their names.")
  private boolean sortKeys;

  @Option(
      names = "--no-hints",
      description = "Turn hinted values into plain JSON, such as a date into its text.")
  private boolean noHints;

  @Option(
      names = "--canonical",
      description =
          "Write the canonical form of RFC 8785; a number that no double stands for is refused.")
  private boolean canonical;

  @Mixin private SettingOptions settings;

  Convert(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Format target = Format.of(out, to);
    if (pretty && target == Format.NDJSON) {
      throw Errors.usage(spec.commandLine(), "--pretty has no place where each value is a line");
    }
    if (pretty && canonical) {
      throw Errors.usage(spec.commandLine(), "--pretty contradicts --canonical");
    }
    Datason datason = settings.datason(Convert::own, this::asked);
    try (Source source = Source.open(in, Format.of(in, from), streams)) {
      JsonReader reader = source.reader(datason);
      if (Format.isStandard(out)) {
        print(source, reader, target, datason.writer(streams.out()));
      } else {
        datason.savePieces(Path.of(out), writer -> convert(source, reader, target, writer));
      }
    } catch (DatasonException e) {
      throw e.location() != null && e.location().offset() >= 0 ? Errors.in(in, e) : e;
    } catch (IOException e) {
      throw Errors.unreadable(in, e);
    }
    return 0;
  }

  private static DatasonConfigBuilder own(DatasonConfigBuilder settings) {
    return Settings.unlimited(settings).acceptNonFinite(true);
  }

  private DatasonConfigBuilder asked(DatasonConfigBuilder settings) {
    settings.decimals(Decimals.BIG_DECIMAL);
    if (noHints) {
      settings.hints(false);
    }
    if (pretty) {
      settings.indent(2);
    }
    if (Format.of(out, to) == Format.NDJSON) {
      settings.indent(0); // a value takes one line
    }
    if (sortKeys) {
      settings.sortKeys(true);
    }
    if (canonical) {
      settings.canonical(true);
    }
    return settings;
  }

  private void print(Source source, JsonReader reader, Format target, JsonWriter writer) {
    convert(source, reader, target, writer);
    if (target == Format.JSON && !writer.config().canonical()) {
      writer.endLine(); // the canonical form has no byte more
    }
    if (!writer.isEmpty()) {
      writer.flush();
    }
  }

  private void convert(Source source, JsonReader reader, Format target, JsonWriter writer) {
    Copier copier = new Copier(writer.hints());
    if (target == Format.JSON) {
      boolean lines = source.format() == Format.NDJSON;
      if (lines) {
        writer.beginArray();
      }
      source.readAll(reader, value -> copier.copy(value, writer));
      if (lines) {
        writer.endArray();
      }
    } else {
      source.readAll(reader, value -> copyLines(source, value, writer, copier));
    }
  }

  /** Copies a value as a line, or the items of a document that is an array as a line each. */
  private static void copyLines(Source source, JsonReader value, JsonWriter writer, Copier copier) {
    if (source.format() == Format.NDJSON || value.peek() != JsonToken.BEGIN_ARRAY) {
      copier.copy(value, writer);
      writer.endLine();
      return;
    }
    value.beginArray();
    while (value.hasNext()) {
      copier.copy(value, writer);
      writer.endLine();
    }
    value.endArray();
  }
}
