package org.datason.ml.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;
import org.datason.frame.Schema;

/**
 * The rows of a CSV file, in batches of the same columns, in their order; one batch and a block of
 * the file are held at a time. Not thread-safe; to be closed.
 *
 * <pre>{@code
 * try (CsvBatches batches = Csv.reader().batches(Path.of("runs.csv.gz"))) {
 *   ArrowFiles.write(Path.of("runs.arrow"), batches, Compression.ZSTD);
 * }
 * }</pre>
 *
 * <p>Errors are those of {@link CsvReader}; after one there are no more batches.
 */
public final class CsvBatches implements Iterator<Frame>, AutoCloseable {

  private final TableParser parser;
  private final TableColumns columns;
  private final int size;
  private final String name;
  private final Closeable input;
  private final Frame empty;
  private Frame next;

  /** Whether there may be more in the file. */
  private boolean more;

  private boolean closed;

  /**
   * The batches of a file whose types are known.
   *
   * @param settings which tell all types, or for a sample none
   * @param sampled whether types are to be inferred from the beginning
   * @param input is closed with this
   */
  CsvBatches(ReaderSettings settings, boolean sampled, Source source, Closeable input)
      throws IOException {
    this.name = source.name();
    this.input = input;
    size = settings.batchSize;
    columns = new TableColumns(settings, sampled ? Inferring.SAMPLE : Inferring.KEEPS);
    parser = new TableParser(settings, name, columns);
    parser.begin(source.in());
    more = parser.read(sampled ? settings.sampleSize : size);
    if (sampled && more) {
      columns.fix();
    }
    boolean rows = columns.rows() > 0;
    Frame first = columns.take();
    next = rows ? first : null;
    empty = first.slice(0, 0);
  }

  /**
   * The columns of all batches.
   *
   * @return their names and types
   */
  public Schema schema() {
    return empty.schema();
  }

  /**
   * A frame without rows that has the columns, and the labels if there are any: for a file without
   * rows.
   *
   * @return the frame
   */
  public Frame empty() {
    return empty;
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      throw new IllegalStateException("The batches of " + name + " are closed");
    }
    while (next == null && more) {
      try {
        more = parser.read(size);
      } catch (IOException e) {
        more = false;
        throw new DatasonIOException(
            name + " cannot be read: " + DatasonIOException.reason(e), null, e);
      } catch (DatasonException e) {
        more = false;
        throw e;
      }
      next = columns.rows() > 0 ? columns.take() : null;
    }
    return next != null;
  }

  /**
   * The next batch.
   *
   * @return one row or more
   */
  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException(name + " has no more batches");
    }
    Frame frame = next;
    next = null;
    return frame;
  }

  /**
   * The batches as a stream.
   *
   * @return all that are left; closing it closes this
   */
  public Stream<Frame> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /** Closes the file; a stream that was given stays open. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      next = null;
      try {
        input.close();
      } catch (IOException e) {
        throw new DatasonIOException(
            name + " cannot be closed: " + DatasonIOException.reason(e), null, e);
      }
    }
  }
}
