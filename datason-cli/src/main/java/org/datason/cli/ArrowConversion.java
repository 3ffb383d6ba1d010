package org.datason.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.datason.AtomicFile;
import org.datason.Datason;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.ArrowStreams;
import org.datason.arrow.Compression;
import org.datason.error.DatasonException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
import org.datason.frame.Schema;
import org.datason.json.JsonWriter;

/**
 * Converts between Arrow's files and streams and other forms, batch by batch: what is held is a few
 * batches, however large the file is. CSV, and JSON that is one value with its types, are held as a
 * whole.
 */
final class ArrowConversion {

  private static final int LOOK = 1 << 16;

  private final Datason datason;
  private final TableConversion tables;
  private final StandardStreams streams;

  ArrowConversion(Datason datason, TableConversion tables, StandardStreams streams) {
    this.datason = datason;
    this.tables = tables;
    this.streams = streams;
  }

  /** Takes the batches of a table as they come. */
  @FunctionalInterface
  interface Taker {
    void take(Iterator<Frame> batches);
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads a table.
   *
   * @param fixed whether all batches must have the same columns; where types are inferred the file
   *     is then read twice
   */
  void read(String name, Format format, boolean fixed, Taker taker) {
    try {
      if (format.isArrow()) {
        try (ArrowBatches batches = arrow(name, format)) {
          taker.take(atLeastOne(batches, batches::empty));
        }
        return;
      }
      boolean known = fixed && !Format.isStandard(name);
      Schema schema = known && format.isJson() ? schema(name, format) : null;
      try (Source source = Source.open(name, format, streams)) {
        InputStream in = new BufferedInputStream(source.content(), LOOK);
        if (format.isJson() && (format == Format.NDJSON || beginsArray(in))) {
          BatchOptions options = BatchOptions.defaults().withSchema(schema);
          try (FrameBatches batches =
              datason.batches(in, fixed ? options.withoutWidening() : options)) {
            taker.take(counted(atLeastOne(batches, batches::all), source));
          }
          return;
        }
      }
      taker.take(List.of(TableConversion.frame(tables.read(name, format, Format.CSV))).iterator());
    } catch (DatasonException e) {
      throw Errors.in(name, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw Errors.unreadable(name, e);
    }
  }

  private ArrowBatches arrow(String name, Format format) throws IOException {
    if (Format.isGzip(name)) {
      throw new IOException("a file of Arrow's is compressed within; decompress it first");
    }
    if (!Format.isStandard(name)) {
      return ArrowFiles.batches(Path.of(name));
    }
    if (format == Format.ARROW) {
      throw new IOException("a file of Arrow's cannot be read from a stream; --from arrows can");
    }
    return ArrowStreams.batches(streams.in());
  }

  /** The columns that hold all rows of a file; null if it is no array or lines, or has no rows. */
  private Schema schema(String name, Format format) throws IOException {
    try (Source source = Source.open(name, format, streams)) {
      InputStream in = new BufferedInputStream(source.content(), LOOK);
      if (format == Format.JSON && !beginsArray(in)) {
        return null;
      }
      try (FrameBatches batches = datason.batches(in, BatchOptions.defaults())) {
        batches.forEachRemaining(batch -> {});
        return batches.schema();
      }
    }
  }

  private static boolean beginsArray(InputStream in) throws IOException {
    in.mark(LOOK);
    int c = in.read();
    for (int i = 1; i < LOOK && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); i++) {
      c = in.read();
    }
    in.reset();
    return c == '[';
  }

  /** Has the rows shown on the terminal as they are taken. */
  private static Iterator<Frame> counted(Iterator<Frame> batches, Source source) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return batches.hasNext();
      }

      @Override
      public Frame next() {
        Frame batch = batches.next();
        source.addRows(batch.size());
        return batch;
      }
    };
  }

  /** Makes an empty frame of what has no batches. */
  private static Iterator<Frame> atLeastOne(Iterator<Frame> batches, Supplier<Frame> empty) {
    return batches.hasNext() ? batches : List.of(empty.get()).iterator();
  }

  // ---------------------------------------------------------------- writing

  /** Writes all batches as a file or stream of Arrow's. */
  void writeArrow(Iterator<Frame> batches, String name, Format format, Compression compression) {
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

  /** Writes the rows of all batches as lines, or as the items of one array. */
  static void writeRows(Iterator<Frame> batches, JsonWriter out, boolean lines) {
    if (!lines) {
      out.beginArray();
    }
    batches.forEachRemaining(batch -> FrameCodec.writeRows(batch, out, lines));
    if (!lines) {
      out.endArray();
    }
  }

  /** All batches in one frame. */
  static Frame whole(Iterator<Frame> batches) {
    List<Frame> frames = new ArrayList<>();
    batches.forEachRemaining(frames::add);
    return Frame.concat(frames);
  }
}
