package org.datason.ml.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;

/**
 * Writes CSV files. Immutable and thread-safe: each setting gives another writer.
 *
 * <pre>{@code
 * Csv.writer().delimiter('\t').missing("NA").write(frame, Path.of("runs.tsv"));
 * }</pre>
 *
 * <p>{@link Csv} says which text each value has. What would not come back is refused by an {@link
 * org.datason.error.UnsupportedTypeException}: labels of rows unless {@link #index} is asked for, a
 * table that has rows but no named columns, a text with half a surrogate pair or with characters
 * that the charset has not, and inside lists, structs and mixed values a NaN with a payload.
 */
public final class CsvWriter {

  private static final int BLOCK = 64 * 1024;

  private final WriterSettings settings;

  CsvWriter(WriterSettings settings) {
    this.settings = settings;
  }

  private CsvWriter with(Consumer<WriterSettings> change) {
    return new CsvWriter(settings.with(change));
  }

  // ---------------------------------------------------------------- settings

  /**
   * What stands between two fields; a comma by default.
   *
   * @param delimiter an ASCII character
   * @return another writer
   */
  public CsvWriter delimiter(char delimiter) {
    return with(s -> s.dialect = new Dialect(delimiter, s.dialect.quote(), s.dialect.comment()));
  }

  /**
   * What stands around fields that need it; {@code "} by default.
   *
   * @param quote an ASCII character
   * @return another writer
   */
  public CsvWriter quote(char quote) {
    return with(s -> s.dialect = new Dialect(s.dialect.delimiter(), quote, s.dialect.comment()));
  }

  /**
   * What will begin comments for the one who reads the file: a row that begins with it is quoted.
   *
   * @param comment an ASCII character
   * @return another writer
   */
  public CsvWriter comment(char comment) {
    return with(s -> s.dialect = new Dialect(s.dialect.delimiter(), s.dialect.quote(), comment));
  }

  /**
   * Whether the first line has the names of the columns, as by default.
   *
   * @param header whether to write it
   * @return another writer
   */
  public CsvWriter header(boolean header) {
    return with(s -> s.header = header);
  }

  /**
   * Writes the labels of the rows, where there are any, as the first column.
   *
   * @return another writer
   */
  public CsvWriter index() {
    return with(s -> s.index = true);
  }

  /**
   * What is written for a missing value; by default nothing.
   *
   * @param text such as {@code NA}; a text like it is written in quotes
   * @return another writer
   */
  public CsvWriter missing(String text) {
    Objects.requireNonNull(text, "text");
    return with(s -> s.missing = text);
  }

  /**
   * The charset of the text; UTF-8 by default.
   *
   * @param charset the charset
   * @return another writer
   */
  public CsvWriter charset(Charset charset) {
    Objects.requireNonNull(charset, "charset");
    return with(s -> s.charset = charset);
  }

  /**
   * What ends a line; LF by default.
   *
   * @param lineEnd {@code "\n"} or {@code "\r\n"}
   * @return another writer
   */
  public CsvWriter lineEnd(String lineEnd) {
    if (!lineEnd.equals("\n") && !lineEnd.equals("\r\n")) {
      throw new IllegalArgumentException("A line ends with LF or CRLF");
    }
    return with(s -> s.lineEnd = lineEnd);
  }

  // ---------------------------------------------------------------- writing

  /**
   * Writes a file, which holds the whole table and is on disk when this returns, or after an error
   * holds what it held before.
   *
   * @param frame the table
   * @param file the file, compressed if its name ends with {@code .gz}; its folder must exist
   * @throws org.datason.error.UnsupportedTypeException if CSV cannot hold the table
   * @throws DatasonIOException if the file cannot be written
   */
  public void write(Frame frame, Path file) {
    write(List.of(frame).iterator(), file);
  }

  /**
   * Writes the rows of frames as one file, each frame as it comes; otherwise as {@link
   * #write(Frame, Path)}.
   *
   * <pre>{@code
   * try (ArrowBatches batches = ArrowFiles.batches(Path.of("runs.arrow"))) {
   *   Csv.writer().write(batches, Path.of("runs.csv.gz"));
   * }
   * }</pre>
   *
   * @param batches at least one, all of one schema
   * @param file the file, compressed if its name ends with {@code .gz}; its folder must exist
   * @throws org.datason.error.UnsupportedTypeException if CSV cannot hold the table
   * @throws DatasonIOException if the file cannot be written
   * @throws IllegalArgumentException if there is no batch, or they differ
   */
  public void write(Iterator<Frame> batches, Path file) {
    Objects.requireNonNull(batches, "batches");
    AtomicFile.save(
        file,
        out -> {
          if (!file.toString().endsWith(".gz")) {
            new TableWriter(settings, out).write(batches);
            return;
          }
          try (GZIPOutputStream gzip = new GZIPOutputStream(out, BLOCK)) {
            new TableWriter(settings, gzip).write(batches);
          }
        });
  }

  /**
   * Writes to a stream, which is flushed and stays open. After an error a part of the table may
   * have been written.
   *
   * @param frame the table
   * @param out the stream
   * @throws org.datason.error.UnsupportedTypeException if CSV cannot hold the table
   * @throws DatasonIOException if the stream fails
   */
  public void write(Frame frame, OutputStream out) {
    write(List.of(frame).iterator(), out);
  }

  /**
   * Writes the rows of frames to a stream, each frame as it comes; otherwise as {@link
   * #write(Frame, OutputStream)}.
   *
   * @param batches at least one, all of one schema
   * @param out the stream
   * @throws org.datason.error.UnsupportedTypeException if CSV cannot hold the table
   * @throws DatasonIOException if the stream fails
   * @throws IllegalArgumentException if there is no batch, or they differ
   */
  public void write(Iterator<Frame> batches, OutputStream out) {
    Objects.requireNonNull(batches, "batches");
    try {
      new TableWriter(settings, Objects.requireNonNull(out, "out")).write(batches);
      out.flush();
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }
}
