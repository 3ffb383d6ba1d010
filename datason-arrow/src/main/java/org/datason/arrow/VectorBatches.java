package org.datason.arrow;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.error.DatasonException;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.Schema;

/**
 * The rows of a JSON document as Arrow's record batches, one after the other. Each batch has
 * vectors of its own, which whoever takes it closes; this itself owns none, so that closing it
 * frees all else. Not thread-safe; to be closed, which ends the threads.
 *
 * <pre>{@code
 * while (batches.hasNext()) {
 *   try (ArrowTable batch = batches.next()) {
 *     plot(batch.root());
 *   }
 * }
 * }</pre>
 *
 * <p>Where types are inferred, each batch has at least the columns of those before, in types that
 * hold their values. Errors are those of {@link FrameBatches}: after one there are no more batches.
 *
 * @see ArrowJson
 */
public final class VectorBatches implements Iterator<ArrowTable>, AutoCloseable {

  private final FrameBatches frames;
  private final BufferAllocator allocator;

  VectorBatches(FrameBatches frames, BufferAllocator allocator) {
    this.frames = frames;
    this.allocator = allocator;
  }

  @Override
  public boolean hasNext() {
    return frames.hasNext();
  }

  /**
   * The next batch.
   *
   * @return one row or more, which the caller closes
   * @throws DatasonException if the document is not JSON, a row does not fit the columns, a limit
   *     is hit or the input fails; or if the thread is interrupted, which stays so
   * @throws org.apache.arrow.memory.OutOfMemoryException if the allocator has too little
   */
  @Override
  public ArrowTable next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more batches");
    }
    Frame frame = frames.next();
    try {
      return ArrowFrames.toArrow(frame, allocator);
    } catch (RuntimeException | Error e) {
      try {
        close(); // the rows are lost, and those behind them would be taken for theirs
      } catch (RuntimeException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /**
   * The columns so far.
   *
   * @return those of the batches taken; null before the first one, if none were given
   */
  public Schema schema() {
    return frames.schema();
  }

  /**
   * How much of the document has been taken.
   *
   * @return its bytes, after decompression
   */
  public long bytesRead() {
    return frames.bytesRead();
  }

  /**
   * All rows that are left in one batch, those before a column widened converted.
   *
   * @return the batch, which the caller closes
   * @throws IllegalArgumentException if a column has more bytes of text than a vector holds (2 GiB)
   */
  public ArrowTable all() {
    return ArrowFrames.toArrow(frames.all(), allocator);
  }

  /**
   * {@link #all} by another thread, which closes this.
   *
   * @param executor runs it
   * @return the batch to come, which whoever gets it closes; where it has been cancelled or
   *     completed before, nobody gets it, and it is closed
   */
  public CompletableFuture<ArrowTable> allAsync(Executor executor) {
    CompletableFuture<ArrowTable> coming = new CompletableFuture<>();
    executor.execute(() -> complete(coming));
    return coming;
  }

  private void complete(CompletableFuture<ArrowTable> coming) {
    try {
      Frame frame;
      try (FrameBatches all = frames) {
        frame = coming.isDone() ? null : all.all();
      }
      if (coming.isDone()) {
        return;
      }
      ArrowTable table = ArrowFrames.toArrow(frame, allocator);
      if (!coming.complete(table)) {
        table.close();
      }
    } catch (Throwable e) {
      coming.completeExceptionally(new CompletionException(e));
    }
  }

  /**
   * The batches as a stream.
   *
   * @return all that are left, each to be closed; closing the stream closes this
   */
  public Stream<ArrowTable> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /**
   * The batches as a publisher for one subscriber, which gets as many as it requests and closes
   * each. Its end, cancellation or an error closes this.
   *
   * @param executor hands out the batches, one at a time
   * @return the publisher
   */
  public Flow.Publisher<ArrowTable> publisher(Executor executor) {
    return new TablePublisher(frames.publisher(executor), allocator);
  }

  /** Ends the threads, and closes the file if it was opened for this. */
  @Override
  public void close() {
    frames.close();
  }
}
