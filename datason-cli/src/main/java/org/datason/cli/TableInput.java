package org.datason.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.ArrowStreams;
import org.datason.config.Recognition;
import org.datason.error.DatasonException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameRows;
import org.datason.frame.Schema;
import org.datason.ml.csv.CsvBatches;
import org.datason.ml.csv.CsvReader;

/**
 * A table in a file of any form, or on standard input, whose rows come in batches as often as they
 * are asked for; a few batches are held, however large it is. Where types are inferred a first pass
 * goes over all rows; standard input is kept in a temporary file for that. JSON that is neither
 * lines, nor an array of records, nor a table whose types stand before its rows, is held as a
 * whole.
 */
final class TableInput implements AutoCloseable {

  private static final int LOOK = 1 << 16;

  /** So many bytes that a table of Arrow's in a file begins with. */
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final Format format;
  private final Use use;
  private final Datason datason;
  private final TableConversion tables;
  private final StandardStreams streams;
  private final BatchOptions options = BatchOptions.defaults().withChunkSize(batchSize());

  /** What is opened: the file, or what keeps standard input; null for standard input itself. */
  private final String file;

  private final Spool spool;

  /** Standard input, where it is not kept. */
  private final InputStream standard;

  private Schema schema;
  private CsvReader typed;
  private Frame whole;

  /**
   * What is to be done with the rows.
   *
   * @param fixed whether all batches must have the same columns
   * @param again whether they are asked for more than once
   * @param sample how many bytes at the beginning of standard input tell the types; 0 for all
   */
  record Use(boolean fixed, boolean again, int sample) {

    /** The rows once, whatever their columns. */
    static final Use ONCE = new Use(false, false, 0);
  }

  private TableInput(
      String name,
      Format format,
      Use use,
      Datason datason,
      TableConversion tables,
      StandardStreams streams)
      throws IOException {
    this.name = name;
    this.format = format;
    this.use = use;
    this.datason = datason;
    this.tables = tables;
    this.streams = streams;
    if (format.isArrow() && Format.isGzip(name)) {
      throw new IOException("a file of Arrow's is compressed within; decompress it first");
    }
    if (!Format.isStandard(name)) {
      spool = null;
      standard = null;
      file = name;
      return;
    }
    if (format == Format.ARROW) {
      throw new IOException("a file of Arrow's cannot be read from a stream; --from arrows can");
    }
    InputStream in = new BufferedInputStream(streams.in(), LOOK);
    boolean typed = format.isArrow() || format == Format.JSON && FrameRows.areAhead(in);
    spool = use.again || use.fixed && !typed && use.sample == 0 ? Spool.of(in) : null;
    standard = spool == null ? in : null;
    file = spool == null ? null : spool.file().toString();
  }

  static TableInput open(
      String name,
      Format format,
      Use use,
      Datason datason,
      TableConversion tables,
      StandardStreams streams) {
    try {
      return new TableInput(name, format, use, datason, tables, streams);
    } catch (IOException e) {
      throw Errors.unreadable(name, e);
    }
  }

  /** Batches of a size that suits the memory: a 256th of it, from 64 KB to 1 MB. */
  private static int batchSize() {
    long part = Runtime.getRuntime().maxMemory() >> 8;
    return (int) Math.min(1 << 20, Math.max(1 << 16, part));
  }

  // ---------------------------------------------------------------- batches

  /** The rows of the table: at least one batch, which may be empty. */
  Batches batches() {
    Batches batches = new Batches(name);
    try {
      batches.begin(
          switch (format) {
            case ARROW, ARROWS -> arrow(batches);
            case CSV -> csv(batches);
            case JSON, NDJSON -> json(batches);
            case NPY, NPZ -> List.of(whole(() -> tables.read(name, format, Format.CSV))).iterator();
          });
      return batches;
    } catch (DatasonException e) {
      batches.close();
      throw Errors.in(name, e);
    } catch (IllegalArgumentException e) {
      batches.close();
      throw new Failure(name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      batches.close();
      throw Errors.unreadable(name, e);
    } catch (RuntimeException e) {
      batches.close();
      throw e;
    }
  }

  /** The same as a stream, which closes what it opens. */
  Stream<Frame> stream() {
    return batches().stream();
  }

  private Source source(String pass) throws IOException {
    String shown = (Format.isStandard(name) ? "standard input" : name) + pass;
    return file == null
        ? Source.of(standard, format, streams)
        : Source.open(file, shown, format, streams);
  }

  private Iterator<Frame> arrow(Batches batches) throws IOException {
    if (spool == null && file != null && isArrowFile(Path.of(file))) {
      Path path = Path.of(file);
      long rows = ArrowFiles.describe(path).rows();
      Progress progress = new Progress(name, Files.size(path), streams);
      batches.closing(progress::end);
      batches.counting(
          taken -> {
            progress.addRows(taken);
            progress.advancePart((double) progress.rows() / rows);
          });
      ArrowBatches opened = ArrowFiles.batches(path);
      batches.closing(opened::close);
      return atLeastOne(opened, opened::empty);
    }
    Source source = source("");
    batches.closing(source::close);
    batches.counting(source::addRows);
    ArrowBatches opened = ArrowStreams.batches(source.content());
    batches.closing(opened::close);
    return atLeastOne(opened, opened::empty);
  }

  private static boolean isArrowFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private Iterator<Frame> csv(Batches batches) throws IOException {
    CsvReader reader = tables.csvReader(name).batchSize(options.chunkSize());
    if (file == null) {
      reader = reader.sampleSize(use.sample == 0 ? options.chunkSize() : use.sample);
    } else if (use.fixed) {
      if (typed == null) {
        try (Source source = source(" (types)")) {
          typed = reader.inferFrom(source.content());
        }
      }
      reader = typed;
    }
    Source source = source("");
    batches.closing(source::close);
    batches.counting(source::addRows);
    CsvBatches opened = reader.batches(source.content());
    batches.closing(opened::close);
    return atLeastOne(opened, opened::empty);
  }

  private Iterator<Frame> json(Batches batches) throws IOException {
    if (whole != null) {
      return List.of(whole).iterator();
    }
    Source source = source("");
    batches.closing(source::close);
    InputStream in = new BufferedInputStream(source.content(), LOOK);
    boolean recognizes = datason.config().recognition() == Recognition.AUTOMATIC;
    if (!recognizes && (format == Format.NDJSON || beginsRecords(in))) {
      batches.counting(source::addRows);
      BatchOptions asked = options;
      if (use.fixed && file == null) {
        asked = options.withChunkSize(use.sample).withoutWidening();
      } else if (use.fixed) {
        asked = options.withSchema(inferred());
      }
      FrameBatches opened = datason.batches(in, asked);
      batches.closing(opened::close);
      return atLeastOne(opened, opened::all);
    }
    if (format == Format.JSON && FrameRows.areAhead(in)) {
      batches.counting(source::addRows);
      FrameRows rows = new FrameRows(datason.reader(in));
      return atLeastOne(rows, rows::empty);
    }
    return List.of(whole(() -> tables.readJson(in, format, Format.CSV))).iterator();
  }

  /** The columns that hold all rows; null if there are none. */
  private Schema inferred() throws IOException {
    if (schema == null) {
      try (Source source = source(" (types)");
          FrameBatches batches = datason.batches(source.content(), options)) {
        batches.forEachRemaining(batch -> source.addRows(batch.size()));
        schema = batches.schema();
      }
    }
    return schema;
  }

  /** Whether an array of objects comes, or an empty one. */
  private static boolean beginsRecords(InputStream in) throws IOException {
    in.mark(LOOK);
    int c = nonBlank(in, LOOK);
    int second = c == '[' ? nonBlank(in, LOOK / 2) : 0;
    in.reset();
    return second == '{' || second == ']';
  }

  private static int nonBlank(InputStream in, int most) throws IOException {
    int c = in.read();
    for (int i = 2; i < most && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); i++) {
      c = in.read();
    }
    return c;
  }

  /** What reads a table as a whole. */
  @FunctionalInterface
  private interface Reading {
    Object read() throws IOException;
  }

  private Frame whole(Reading reading) throws IOException {
    if (whole == null) {
      whole = TableConversion.frame(reading.read());
    }
    return whole;
  }

  /** Makes an empty frame of what has no batches. */
  private static Iterator<Frame> atLeastOne(Iterator<Frame> batches, Supplier<Frame> empty) {
    return batches.hasNext() ? batches : List.of(empty.get()).iterator();
  }

  @Override
  public void close() {
    if (spool != null) {
      try {
        spool.close();
      } catch (IOException e) {
        return; // it is deleted at the end of the run
      }
    }
  }
}
