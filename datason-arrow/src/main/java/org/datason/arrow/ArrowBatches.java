package org.datason.arrow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.frame.Frame;

/**
 * The record batches of a file or stream, one frame after the other; no more than one batch is held
 * in Arrow's memory. Not thread-safe; to be closed.
 *
 * <pre>{@code
 * try (ArrowBatches batches = ArrowFiles.batches(Path.of("runs.arrow"))) {
 *   while (batches.hasNext()) {
 *     plot(batches.next());
 *   }
 * }
 * }</pre>
 */
public final class ArrowBatches implements Iterator<Frame>, AutoCloseable {

  /** Opens what is read. */
  @FunctionalInterface
  interface Source {
    ArrowReader open(BufferAllocator allocator) throws IOException;
  }

  private final String name;
  private final ContentLimit limit;
  private final BufferAllocator allocator;
  private final ArrowReader reader;
  private final VectorSchemaRoot root;
  private Frame next;
  private boolean ended;
  private boolean closed;

  /**
   * Opens batches.
   *
   * @param name what errors call the source
   */
  ArrowBatches(String name, Source source) {
    this(name, source, ContentLimit.none());
  }

  /**
   * Opens batches that are limited.
   *
   * @param name what errors call the source
   * @param limit what rows count towards
   */
  ArrowBatches(String name, Source source, ContentLimit limit) {
    this.name = name;
    this.limit = limit;
    allocator = ArrowMemory.newAllocator();
    ArrowReader opened = null;
    try {
      opened = source.open(allocator);
      root = opened.getVectorSchemaRoot();
      reader = opened;
    } catch (IOException | RuntimeException e) {
      close(opened);
      allocator.close();
      throw failed(e);
    }
  }

  /**
   * A frame without rows that tells the columns, for a file without batches. To be asked for before
   * any batch or after the last one.
   *
   * @return a frame with the schema of all batches; its dictionaries may be empty
   */
  public Frame empty() {
    return ArrowFrames.toFrame(root, reader).slice(0, 0);
  }

  VectorSchemaRoot root() {
    return root;
  }

  int dictionaries() {
    return reader.getDictionaryIds().size();
  }

  /** Loads the vectors of the next batch, of which no frame is made; false at the end. */
  boolean loadsNext() throws IOException {
    return reader.loadNextBatch();
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      throw new IllegalStateException("The batches of " + name + " are closed");
    }
    if (next == null && !ended) {
      try {
        ended = !reader.loadNextBatch();
        next = ended ? null : ArrowFrames.toFrame(root, reader, limit);
      } catch (IOException | RuntimeException e) {
        throw failed(e);
      }
    }
    return next != null;
  }

  /**
   * The next batch.
   *
   * @return the rows of the batch, which stay valid when this is closed
   * @throws DatasonIOException if it cannot be read
   * @throws LimitException beyond the limit of {@link ArrowStreams#batches(java.io.InputStream,
   *     long)}
   * @throws IllegalArgumentException if a column is of a type that frames do not have
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

  /** All batches that are left in one frame. */
  Frame all() {
    List<Frame> frames = new ArrayList<>();
    forEachRemaining(frames::add);
    return frames.isEmpty() ? empty() : Frame.concat(frames);
  }

  private RuntimeException failed(Exception e) {
    return failed(name, e);
  }

  /** What a library throws, as an error of ours that names the source. */
  static RuntimeException failed(String name, Exception e) {
    if (e instanceof DatasonIOException
        || e instanceof LimitException
        || e instanceof IllegalStateException) {
      return (RuntimeException) e;
    }
    if (e instanceof IllegalArgumentException argument
        && String.valueOf(e.getMessage()).startsWith("Column '")) {
      return argument;
    }
    String reason = e instanceof IOException io ? DatasonIOException.reason(io) : e.getMessage();
    return new DatasonIOException(name + " cannot be read as Arrow: " + reason, null, e);
  }

  private static void close(ArrowReader reader) {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        return; // it is about to be given up
      }
    }
  }

  /** Frees the memory and closes the file or stream. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      next = null;
      try {
        reader.close();
      } catch (IOException e) {
        throw failed(e);
      } finally {
        allocator.close();
      }
    }
  }
}
