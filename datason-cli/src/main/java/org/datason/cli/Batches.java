package org.datason.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.error.DatasonException;
import org.datason.frame.Frame;

/**
 * The batches of a table as they are read; their errors name the input. To be closed, which closes
 * all that was opened for them.
 */
final class Batches implements Iterator<Frame>, AutoCloseable {

  /** What is to be closed. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  private final String name;
  private final Deque<Closing> closings = new ArrayDeque<>();
  private Iterator<Frame> batches;
  private IntConsumer counting = rows -> {};
  private Frame first;

  Batches(String name) {
    this.name = name;
  }

  void closing(Closing closing) {
    closings.push(closing);
  }

  /** Has someone told of the rows of each batch that is taken. */
  void counting(IntConsumer consumer) {
    counting = consumer;
  }

  void begin(Iterator<Frame> opened) {
    batches = opened;
  }

  @Override
  public boolean hasNext() {
    return first != null || named(batches::hasNext);
  }

  /** The first batch, which is still to be taken. */
  Frame first() {
    if (first == null) {
      first = named(batches::next);
    }
    return first;
  }

  @Override
  public Frame next() {
    Frame batch = first();
    first = null;
    counting.accept(batch.size());
    return batch;
  }

  private <T> T named(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DatasonException e) {
      throw Errors.in(name, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(name + ": " + e.getMessage(), e);
    }
  }

  /** All that are left, closed with the stream. */
  Stream<Frame> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /** All that are left, in one frame. */
  Frame whole() {
    List<Frame> frames = new ArrayList<>();
    forEachRemaining(frames::add);
    return named(() -> Frame.concat(frames));
  }

  @Override
  public void close() {
    while (!closings.isEmpty()) {
      try {
        closings.pop().close();
      } catch (IOException e) {
        throw Errors.unreadable(name, e);
      }
    }
  }
}
