package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.arrow.Compression;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.DecimalForm;
import org.datason.config.Decimals;
import org.datason.config.FrameForm;
import org.datason.config.UnknownMembers;
import org.datason.error.DatasonException;
import org.datason.frame.Frame;
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
          + " compressed, without hints, as CSV or as an array of NumPy.",
      "Every number keeps its digits and every hinted value its hint. A name that ends with .ndjson"
          + " or .jsonl means one value a line, and .gz a compressed file: the items of an array"
          + " become lines, and lines become the items of an array. The bare NaN and Infinity that"
          + " Python writes in plain JSON are read too, and become hinted values or texts.",
      "A name that ends with .csv or .tsv means a table, .npy an array of NumPy, .npz several (to"
          + " read): of a table, JSON has the form that a DataFrame has, or with --no-hints that of"
          + " --orient, and a line for each row. A table becomes an array if its columns hold values"
          + " of one kind.",
      "A name that ends with .arrow means a file of Arrow's, .arrows a stream. Between these, lines"
          + " and arrays of JSON, rows pass batch by batch, however large the files are; a file"
          + " whose types are inferred is read twice for that."
    })
final class Convert implements Callable<Integer> {

  private static final long LARGEST_SAMPLE = 1 << 28;

  private StandardStreams streams;

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
      description = "json, ndjson, csv, npy, npz, arrow or arrows, whatever the name of IN says.")
  private Format from;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "json, ndjson, csv, npy, arrow or arrows, whatever the name of OUT says.")
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

  @Option(
      names = "--orient",
      paramLabel = "NAME",
      description =
          "How JSON lays out a table: records, split, list, dict, values, index or table. Dict,"
              + " index and table are held as a whole.")
  private FrameForm orient;

  @Option(
      names = "--template",
      paramLabel = "T.json",
      description = {
        LoadedTemplate.DESCRIPTION,
        "Values are read and written by it: members in its order and by its names, defaults filled"
            + " in; what it does not allow is an error."
      })
  private String template;

  /** The template by which values are read and written; null to copy them. */
  private LoadedTemplate loaded;

  @Option(
      names = "--compression",
      paramLabel = "NAME",
      defaultValue = "none",
      description = "How the buffers of a file of Arrow's are compressed: none, zstd or lz4.")
  private Compression compression;

  @Option(
      names = "--sample",
      paramLabel = "BYTES",
      converter = ByteCount.class,
      description = {
        "Let so much at the beginning of standard input, such as 16M, tell the types of a table;"
            + " what does not fit them later is an error. Without it, standard input whose types"
            + " are to be inferred is kept in a temporary file, and looked at to its end first."
      })
  private Long sample;

  @Option(
      names = "--progress",
      description = "Tell on standard error how far the run has come, though it is no terminal.")
  private boolean progress;

  @Mixin private CsvOptions csv;

  @Mixin private SettingOptions settings;

  Convert(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams = progress ? streams.withProgress() : streams;
    Format target = Format.of(out, to);
    if (sample != null && (!Format.isStandard(in) || sample > LARGEST_SAMPLE)) {
      throw Errors.usage(
          spec.commandLine(), "--sample is for standard input, and at most " + LARGEST_SAMPLE);
    }
    if (pretty && target == Format.NDJSON) {
      throw Errors.usage(spec.commandLine(), "--pretty has no place where each value is a line");
    }
    if (pretty && canonical) {
      throw Errors.usage(spec.commandLine(), "--pretty contradicts --canonical");
    }
    Format source = Format.of(in, from);
    if (!source.isJson() || !target.isJson() || orient != null) {
      if (template != null) {
        throw Errors.usage(spec.commandLine(), "--template is for JSON, and tables have schemas");
      }
      return convertTable(source, target);
    }
    if (csv.given() || sample != null) {
      throw Errors.usage(
          spec.commandLine(), "--sample and the options for CSV files ask for a table");
    }
    Datason datason =
        settings.datason(
            c -> own(c).unknownMembers(UnknownMembers.COLLECT), // of a template, as in a copy
            c -> template == null ? digits(c) : digits(c).decimalForm(DecimalForm.NUMBER));
    return convertJson(source, target, datason);
  }

  private int convertJson(Format format, Format target, Datason datason) {
    if (template != null) {
      loaded = LoadedTemplate.of(template, datason, streams, spec.commandLine().getErr());
    }
    try (Source source = Source.open(in, format, streams)) {
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

  /** Converts where one of the files is no JSON. */
  private int convertTable(Format source, Format target) {
    if (target == Format.NPZ) {
      throw Errors.usage(spec.commandLine(), ".npz files are read, but not written; write .npy");
    }
    if (!target.isJson() && (pretty || sortKeys || canonical || noHints || orient != null)) {
      throw Errors.usage(
          spec.commandLine(),
          "--pretty, --sort-keys, --canonical, --no-hints and --orient are for JSON");
    }
    if (source != Format.CSV && target != Format.CSV && csv.given()) {
      throw Errors.usage(spec.commandLine(), "There are options for CSV files, but no such file");
    }
    boolean plain = noHints || target == Format.NDJSON;
    Datason datason =
        settings.datason(
            c -> own(c).decimalForm(plain ? DecimalForm.NUMBER : DecimalForm.HINTED),
            c -> table(asked(c), plain));
    TableConversion tables = new TableConversion(datason, csv, streams);
    if (source.isArray() || target.isArray()) {
      convertArray(source, target, datason, tables);
      return 0;
    }
    boolean rows =
        target == Format.NDJSON || plain && (orient == null || orient == FrameForm.RECORDS);
    TableOutput output = new TableOutput(out, target, rows, compression, datason, tables, streams);
    TableInput.Use use =
        new TableInput.Use(true, output.readsAgain(), Math.toIntExact(sample == null ? 0 : sample));
    try (TableInput input = TableInput.open(in, source, use, datason, tables, streams)) {
      output.write(input, source);
    }
    return 0;
  }

  /** Converts where one of the files is one of NumPy's. */
  private void convertArray(Format source, Format target, Datason datason, TableConversion tables) {
    Object value;
    if (source.isArrow()) {
      try (TableInput input =
              TableInput.open(in, source, TableInput.Use.ONCE, datason, tables, streams);
          Batches batches = input.batches()) {
        value = batches.whole();
      }
    } else {
      try {
        value = tables.read(in, source, target);
      } catch (IOException e) {
        throw Errors.unreadable(in, e);
      }
    }
    if (target.isArrow()) {
      Frame frame = TableConversion.frame(value);
      TableOutput output =
          new TableOutput(out, target, false, compression, datason, tables, streams);
      output.writeArrow(List.of(frame).iterator());
    } else if (!target.isJson()) {
      tables.write(value, out, target, source == Format.CSV);
    } else {
      new TableOutput(out, target, false, compression, datason, tables, streams)
          .writeJson(writer -> writeTable(value, target, writer));
    }
  }

  private DatasonConfigBuilder table(DatasonConfigBuilder settings, boolean plain) {
    if (orient != null) {
      settings.frameForm(orient);
    }
    return plain ? settings.hints(false) : settings;
  }

  private static void writeTable(Object value, Format target, JsonWriter writer) {
    if (target == Format.NDJSON) {
      TableConversion.writeLines(value, writer);
    } else {
      writer.writeValue(value);
    }
  }

  private DatasonConfigBuilder digits(DatasonConfigBuilder settings) {
    return asked(settings).decimals(Decimals.BIG_DECIMAL);
  }

  private static DatasonConfigBuilder own(DatasonConfigBuilder settings) {
    return Settings.unlimited(settings).acceptNonFinite(true);
  }

  private DatasonConfigBuilder asked(DatasonConfigBuilder settings) {
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
    boolean lines = source.format() == Format.NDJSON;
    if (target == Format.JSON) {
      if (lines) {
        writer.beginArray();
      }
      source.readAll(
          reader,
          value -> {
            if (loaded != null) {
              loaded.copy(value, !lines, writer);
            } else {
              copier.copy(value, writer);
            }
          });
      if (lines) {
        writer.endArray();
      }
    } else if (loaded != null) {
      source.readAll(reader, value -> loaded.copyLines(value, !lines, writer));
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
