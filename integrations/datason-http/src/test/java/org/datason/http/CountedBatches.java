package org.datason.http;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.frame.Column;
import org.datason.frame.Frame;

/** Batches of a table that are made as they are taken, which are counted. */
final class CountedBatches implements Iterator<Frame>, AutoCloseable {

  static final int ROWS = 1_000;

  private final int count;
  private int failsAt = Integer.MAX_VALUE;
  private final AtomicInteger taken = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Frame batch;

  CountedBatches(int count) {
    this.count = count;
    double[] numbers = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      numbers[i] = Math.sin(i);
    }
    batch = Frame.builder().column("x", Column.wrap(numbers)).build();
  }

  /** From one batch on an error comes. */
  CountedBatches failingAt(int batch) {
    failsAt = batch;
    return this;
  }

  int taken() {
    return taken.get();
  }

  void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return taken.get() < count;
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (taken.incrementAndGet() > failsAt) {
      throw new IllegalStateException("The source failed");
    }
    return batch;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  Stream<Frame> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
        .onClose(this::close);
  }

  /** The batches for one subscriber, each handed out by the executor when it is requested. */
  Flow.Publisher<Frame> publisher(Executor executor) {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long n) {
                executor.execute(
                    () -> {
                      for (long i = 0; i < n; i++) {
                        subscriber.onNext(next());
                      }
                    });
              }

              @Override
              public void cancel() {
                close();
              }
            });
  }
}
