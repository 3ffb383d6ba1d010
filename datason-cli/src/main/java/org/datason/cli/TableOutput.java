package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.datason.AtomicFile;
import org.datason.Datason;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.ArrowStreams;
import org.datason.arrow.Compression;
import org.datason.config.FrameForm;
import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.json.JsonWriter;

/**
 * Writes the batches of a table in any form, to a file whole or not at all. JSON in the layouts
 * dict, index and table, and with labels of rows, is held as a whole.
 *
 * @param name the file, or {@code -}
 * @param rows whether JSON is to be rows without their types: lines, or the items of an array
 */
record TableOutput(
    String name,
    Format format,
    boolean rows,
    Compression compression,
    Datason datason,
    TableConversion tables,
    StandardStreams streams) {

  /** Whether the rows are needed more than once. */
  boolean readsAgain() {
    return format.isJson() && !rows;
  }

  void write(TableInput input, Format source) {
    if (format.isArrow()) {
      try (Batches batches = input.batches()) {
        writeArrow(batches);
      }
    } else if (!format.isJson()) {
      try (Batches batches = input.batches()) {
        tables.writeCsv(batches, batches.first(), name, source == Format.CSV);
      }
    } else if (rows) {
      try (Batches batches = input.batches()) {
        writeJson(writer -> writeRows(batches, writer));
      }
    } else {
      writeLayout(input, source);
    }
  }

  void writeArrow(Iterator<Frame> batches) {
    if (Format.isGzip(name)) {
      throw new Failure(name + ": a file of Arrow's is compressed within, by --compression");
    }
    if (Format.isStandard(name)) {
      if (format == Format.ARROW) {
        throw new Failure("A file of Arrow's is not written to standard output; --to arrows is");
      }
      ArrowStreams.write(streams.out(), batches, compression);
    } else if (format == Format.ARROW) {
      ArrowFiles.write(Path.of(name), batches, compression);
    } else {
      AtomicFile.save(Path.of(name), out -> ArrowStreams.write(out, batches, compression));
    }
  }

  // ---------------------------------------------------------------- JSON

  private void writeRows(Batches batches, JsonWriter out) {
    boolean lines = format == Format.NDJSON;
    if (!lines) {
      out.beginArray();
    }
    batches.forEachRemaining(batch -> FrameCodec.writeRows(batch, out, lines));
    if (!lines) {
      out.endArray();
    }
  }

  private void writeLayout(TableInput input, Format source) {
    FrameForm form = datason.config().frameForm();
    try (Batches batches = input.batches()) {
      boolean bounded =
          form == FrameForm.RECORDS
              || form == FrameForm.SPLIT
              || form == FrameForm.LIST
              || form == FrameForm.VALUES;
      if (!bounded || batches.first().index() != null) {
        writeJson(writer -> writer.writeValue(batches.whole()));
        return;
      }
      if (form == FrameForm.LIST && !source.isArrow()) {
        writeColumns(batches); // to parse the text once, not once for each column
        return;
      }
    }
    writeJson(writer -> FrameCodec.writeHinted(input::stream, writer));
  }

  private void writeColumns(Batches batches) {
    try (Spool spool = Spool.empty(".arrow")) {
      ArrowFiles.write(spool.file(), batches, Compression.NONE);
      writeJson(
          writer ->
              FrameCodec.writeHinted(() -> ArrowFiles.batches(spool.file()).stream(), writer));
    } catch (IOException e) {
      throw new Failure("A temporary file cannot be written: " + Errors.reason(e), e);
    }
  }

  /** Writes JSON to standard output or to a file. */
  void writeJson(Consumer<JsonWriter> content) {
    if (!Format.isStandard(name)) {
      datason.savePieces(Path.of(name), content);
      return;
    }
    JsonWriter writer = datason.writer(streams.out());
    content.accept(writer);
    if (format == Format.JSON && !datason.config().canonical()) {
      writer.endLine();
    }
    if (!writer.isEmpty()) {
      writer.flush();
    }
  }
}
