package org.datason.arrow;

import java.io.IOException;
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

  // ---------------------------------------------------------------- reading

  /**
   * Reads JSON Lines, or one array of objects.
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
    return new VectorBatches(datason.batches(file, options), allocator);
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
    write(datason, List.of(ArrowFrames.toFrame(root, dictionaries)).iterator(), layout, out);
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
    write(datason, new ReaderFrames(reader), layout, out);
  }

  private static void write(
      Datason datason, Iterator<Frame> frames, JsonLayout layout, OutputStream out) {
    try {
      new RowsWriter(datason, layout, out).write(frames);
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }
}
