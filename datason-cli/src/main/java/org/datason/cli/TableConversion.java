package org.datason.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.datason.AtomicFile;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.ml.csv.CsvReader;
import org.datason.ml.csv.CsvWriter;
import org.datason.ml.npy.Npy;
import org.datason.ml.npy.Npz;
import org.datason.tensor.Tensor;

/** Reads tables and arrays out of files of any format, and writes them in any. */
final class TableConversion {

  private final Datason datason;
  private final CsvOptions csv;
  private final StandardStreams streams;

  TableConversion(Datason datason, CsvOptions csv, StandardStreams streams) {
    this.datason = datason;
    this.csv = csv;
    this.streams = streams;
  }

  // ---------------------------------------------------------------- reading

  /**
   * The table, array or, of a file with several, the map of arrays that a file holds.
   *
   * @param target what it is read for, which tells JSON's arrays of numbers from tables
   */
  Object read(String name, Format format, Format target) throws IOException {
    try (Source source = Source.open(name, format, streams)) {
      return switch (format) {
        case CSV -> csv.reader(name).read(source.content());
        case NPY -> Npy.read(source.content());
        case NPZ -> {
          if (Format.isStandard(name) || Format.isGzip(name)) {
            throw new IOException("an .npz file is read from a file of its own");
          }
          yield Npz.read(Path.of(name));
        }
        case JSON, NDJSON -> readJson(source.content(), format, target);
        case ARROW, ARROWS -> throw new IOException("it is no table of CSV or JSON");
      };
    } catch (DatasonException e) {
      throw Errors.in(name, e);
    }
  }

  /** The table or array of a document or of lines. */
  Object readJson(InputStream in, Format format, Format target) throws IOException {
    byte[] json = in.readAllBytes();
    return ofJson(format == Format.NDJSON ? joined(json) : json, target);
  }

  /** What reads a CSV file as the options say. */
  CsvReader csvReader(String name) {
    return csv.reader(name);
  }

  private Object ofJson(byte[] json, Format target) {
    JsonReader reader = datason.reader(json);
    if (reader.isHintedNext()) {
      Object value = reader.readValue();
      reader.end();
      if (value instanceof Series series) {
        String column = series.name() == null ? "column1" : series.name();
        return Frame.builder().column(column, series.column()).build();
      }
      if (value instanceof Frame || value instanceof Tensor) {
        return value;
      }
    }
    return target == Format.NPY
        ? datason.fromJson(json, Tensor.class)
        : datason.fromJson(json, Frame.class);
  }

  /** The values of lines as the items of an array, each on the line that it was on. */
  private static byte[] joined(byte[] lines) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(lines.length + 1024);
    json.write('[');
    boolean value = false;
    int start = 0;
    for (int i = 0; i <= lines.length; i++) {
      if (i < lines.length && lines[i] != '\n') {
        continue;
      }
      boolean blank = new String(lines, start, i - start, StandardCharsets.UTF_8).isBlank();
      if (!blank && value) {
        json.write(',');
      }
      json.write(lines, start, i - start);
      json.write('\n');
      value |= !blank;
      start = i + 1;
    }
    json.write(']');
    return json.toByteArray();
  }

  // ---------------------------------------------------------------- writing

  /**
   * Writes a table or array as CSV or as an array of NumPy.
   *
   * @param fromCsv whether it was read from CSV
   */
  void write(Object value, String name, Format target, boolean fromCsv) {
    if (target == Format.CSV) {
      Frame frame = frame(value);
      writeCsv(List.of(frame).iterator(), frame, name, fromCsv);
      return;
    }
    Tensor tensor = value instanceof Frame frame ? Matrix.of(frame) : tensor(value);
    if (Format.isStandard(name)) {
      Npy.write(tensor, streams.out());
    } else if (!Format.isGzip(name)) {
      Npy.write(tensor, Path.of(name));
    } else {
      AtomicFile.save(
          Path.of(name),
          out -> {
            try (OutputStream gzip = new GZIPOutputStream(out)) {
              Npy.write(tensor, gzip);
            }
          });
    }
  }

  /**
   * Writes the batches of a table as CSV.
   *
   * @param first tells whether there are labels
   * @param fromCsv whether they were read from CSV
   */
  void writeCsv(Iterator<Frame> batches, Frame first, String name, boolean fromCsv) {
    if (first.index() != null && !csv.index()) {
      throw new Failure("The table has labels of its rows; --index writes them as well");
    }
    CsvWriter writer = csv.writer(name, fromCsv);
    if (Format.isStandard(name)) {
      writer.write(batches, streams.out());
    } else {
      writer.write(batches, Path.of(name));
    }
  }

  static Frame frame(Object value) {
    return value instanceof Frame frame ? frame : Matrix.toFrame(tensor(value));
  }

  private static Tensor tensor(Object value) {
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    throw new Failure("The file holds several arrays, which only JSON has a place for");
  }

  /** Writes each row of a table, or each item of an array's first dimension, on a line. */
  static void writeLines(Object value, JsonWriter out) {
    if (value instanceof Frame frame) {
      for (int row = 0; row < frame.size(); row++) {
        out.beginObject();
        for (int i = 0; i < frame.schema().size(); i++) {
          out.writeName(frame.schema().field(i).name());
          frame.column(i).write(row, out);
        }
        out.endObject();
        out.endLine();
      }
    } else if (value instanceof Tensor tensor && tensor.rank() > 0) {
      for (long i = 0; i < tensor.shape()[0]; i++) {
        writeList(tensor.select(0, i), out);
        out.endLine();
      }
    } else {
      out.writeValue(value);
      out.endLine();
    }
  }

  /** Writes an array as nested lists, or a number alone. */
  private static void writeList(Tensor tensor, JsonWriter out) {
    if (tensor.rank() > 1) {
      out.beginArray();
      for (long i = 0; i < tensor.shape()[0]; i++) {
        writeList(tensor.select(0, i), out);
      }
      out.endArray();
      return;
    }
    Column values = Matrix.toFrame(tensor.reshape(tensor.size())).column(0);
    if (tensor.rank() == 0) {
      values.write(0, out);
      return;
    }
    out.beginArray();
    for (int i = 0; i < values.size(); i++) {
      values.write(i, out);
    }
    out.endArray();
  }
}
