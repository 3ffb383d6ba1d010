package org.datason.frame;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out batches as they are requested, after the rules of Reactive Streams. */
final class BatchPublisher implements Flow.Publisher<Frame> {

  private final FrameBatches batches;
  private final Executor executor;
  private final AtomicBoolean taken = new AtomicBoolean();

  BatchPublisher(FrameBatches batches, Executor executor) {
    this.batches = batches;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Frame> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    if (!taken.compareAndSet(false, true)) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
          });
      subscriber.onError(new IllegalStateException("These batches have a subscriber already"));
      return;
    }
    subscriber.onSubscribe(new Delivery(subscriber));
  }

  /** At most one run at a time: the one that raised the requests from zero. */
  private final class Delivery implements Flow.Subscription, Runnable {

    private final Flow.Subscriber<? super Frame> subscriber;
    private final AtomicLong requested = new AtomicLong();
    private volatile boolean over;
    private volatile long wrong;

    Delivery(Flow.Subscriber<? super Frame> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        wrong = Math.min(n, -1);
      }
      raise(Math.max(1, n));
    }

    @Override
    public void cancel() {
      over = true;
      raise(1); // so that the batches are closed, by the run that there is or a new one
    }

    private void raise(long more) {
      long before = requested.getAndUpdate(old -> old + more < 0 ? Long.MAX_VALUE : old + more);
      if (before == 0) {
        try {
          executor.execute(this);
        } catch (RejectedExecutionException e) {
          fail(e); // here, as no other thread will
        }
      }
    }

    @Override
    public void run() {
      try {
        giveAll();
      } catch (Throwable e) {
        if (!fail(e)) {
          throw e;
        }
      }
    }

    /** Closes the batches, and tells the subscriber why unless it has had its end or wants none. */
    private boolean fail(Throwable error) {
      boolean tell = !over;
      over = true;
      try {
        batches.close();
      } catch (RuntimeException | Error e) {
        error.addSuppressed(e);
      }
      if (tell) {
        subscriber.onError(error);
      }
      return tell;
    }

    private void giveAll() {
      long given = 0;
      long due = requested.get();
      while (true) {
        while (given < due) {
          if (over || !give()) {
            batches.close();
            return; // without taking the requests back, so that there is no other run
          }
          given++;
        }
        due = requested.addAndGet(-given);
        given = 0;
        if (due == 0) {
          return;
        }
      }
    }

    private boolean give() {
      if (wrong < 0) {
        throw new IllegalArgumentException("Requests must be positive");
      }
      if (batches.hasNext()) {
        subscriber.onNext(batches.next());
        return true;
      }
      over = true;
      subscriber.onComplete();
      return false;
    }
  }
}
