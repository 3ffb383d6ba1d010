package org.datason.arrow;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.frame.FrameBatches;
import org.datason.frame.Schema;

/**
 * The rows of a JSON document as Arrow's record batches, one after the other. Each batch has
 * vectors of its own, which whoever takes it closes; what is not taken is freed when this is
 * closed. Not thread-safe.
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

  @Override
  public ArrowTable next() {
    return ArrowFrames.toArrow(frames.next(), allocator);
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
   * The batches as a stream.
   *
   * @return all that are left; closing it closes this
   */
  public Stream<ArrowTable> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /** Ends the threads, and closes the file if it was opened for this. */
  @Override
  public void close() {
    frames.close();
  }
}
