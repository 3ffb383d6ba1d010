package org.datason.arrow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.datason.Datason;
import org.datason.error.DatasonIOException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;

/**
 * JSON straight to Arrow's record batches, and record batches to JSON. No row becomes an object,
 * and no cell that ends in a vector a {@code String}. Has no state.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = ArrowMemory.newAllocator();
 *     VectorBatches batches =
 *         ArrowJson.read(datason, Path.of("runs.jsonl"), BatchOptions.defaults(), allocator)) {
 *   while (batches.hasNext()) {
 *     try (ArrowTable batch = batches.next()) {
 *       plot(batch.root());
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The setting {@code workers} says how many threads share the work. Written are plain rows, as
 * with {@code hints} off, whatever {@code indent} says.
 */
public final class ArrowJson {

  private ArrowJson() {}

  /** The frames of batches, each of which is closed. */
  private record TakenFrames(Iterator<ArrowTable> batches) implements Iterator<Frame> {

    @Override
    public boolean hasNext() {
      return batches.hasNext();
    }

    @Override
    public Frame next() {
      try (ArrowTable batch = batches.next()) {
        return ArrowFrames.toFrame(batch.root(), batch.dictionaries());
      }
    }
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads JSON Lines, one array of objects, or a table with a type hint in any layout (which is
   * read as a whole).
   *
   * @param datason the settings
   * @param file the file; if its name ends with {@code .gz} it is decompressed
   * @param options how large the batches are, and of which types
   * @param allocator where the memory of the vectors comes from
   * @return the batches, which the caller closes; the file is open until then
   * @throws DatasonIOException if the file cannot be opened
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static VectorBatches read(
      Datason datason, Path file, BatchOptions options, BufferAllocator allocator) {
    ArrowMemory.check();
    return read(datason.batches(file, options), allocator);
  }

  /**
   * Reads from a stream; otherwise as {@link #read(Datason, Path, BatchOptions, BufferAllocator)}.
   *
   * @param datason the settings
   * @param in the stream, which stays open
   * @param options how large the batches are, and of which types
   * @param allocator where the memory of the vectors comes from
   * @return the batches, which the caller closes
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static VectorBatches read(
      Datason datason, InputStream in, BatchOptions options, BufferAllocator allocator) {
    ArrowMemory.check();
    return read(datason.batches(in, options), allocator);
  }

  /**
   * Reads bytes; otherwise as {@link #read(Datason, Path, BatchOptions, BufferAllocator)}.
   *
   * @param datason the settings
   * @param json the document in UTF-8, which must not change meanwhile
   * @param options how large the batches are, and of which types
   * @param allocator where the memory of the vectors comes from
   * @return the batches, which the caller closes
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static VectorBatches read(
      Datason datason, byte[] json, BatchOptions options, BufferAllocator allocator) {
    return read(datason, new ByteArrayInputStream(json), options, allocator);
  }

  /**
   * Makes vectors of the batches of a document, however they are read: of a template, say.
   *
   * @param batches the batches, which the result closes
   * @param allocator where the memory of the vectors comes from
   * @return the same rows, in batches that the caller closes
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static VectorBatches read(FrameBatches batches, BufferAllocator allocator) {
    ArrowMemory.check();
    return new VectorBatches(batches, allocator);
  }

  // ---------------------------------------------------------------- writing

  /**
   * Writes a record batch.
   *
   * @param datason the settings
   * @param root the batch, which stays the caller's
   * @param dictionaries the dictionaries that it refers to; null if there are none
   * @param layout how its rows are laid out
   * @param out the stream, which is flushed and stays open
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   * @throws DatasonIOException if the stream fails, or the thread is interrupted
   */
  public static void write(
      Datason datason,
      VectorSchemaRoot root,
      DictionaryProvider dictionaries,
      JsonLayout layout,
      OutputStream out) {
    writeFrames(datason, List.of(ArrowFrames.toFrame(root, dictionaries)).iterator(), layout, out);
  }

  /**
   * Writes all record batches of a reader.
   *
   * @param datason the settings
   * @param reader a reader of Arrow's files, streams or anything else, which stays the caller's
   * @param layout how the rows are laid out
   * @param out the stream, which is flushed and stays open
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   * @throws DatasonIOException if a stream fails, or the thread is interrupted
   */
  public static void write(
      Datason datason, ArrowReader reader, JsonLayout layout, OutputStream out) {
    writeFrames(datason, new ReaderFrames(reader), layout, out);
  }

  /**
   * Writes record batches of a schema, each as it comes.
   *
   * @param datason the settings
   * @param batches at least one; each is closed when it has been taken
   * @param layout how the rows are laid out
   * @param out the stream, which is flushed and stays open
   * @throws IllegalArgumentException if there is none, or a column is of a type that frames do not
   *     have
   * @throws DatasonIOException if the stream fails, or the thread is interrupted
   */
  public static void write(
      Datason datason, Iterator<ArrowTable> batches, JsonLayout layout, OutputStream out) {
    if (!batches.hasNext()) {
      throw new IllegalArgumentException("There is no batch to write, and so no schema");
    }
    writeFrames(datason, new TakenFrames(batches), layout, out);
  }

  private static void writeFrames(
      Datason datason, Iterator<Frame> frames, JsonLayout layout, OutputStream out) {
    try {
      new RowsWriter(datason, layout, out).write(frames);
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }
}
