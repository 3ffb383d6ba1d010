package org.datason.frame;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
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
      long more = Math.max(1, n);
      long before = requested.getAndUpdate(old -> old + more < 0 ? Long.MAX_VALUE : old + more);
      if (before == 0 && !over) {
        executor.execute(this);
      }
    }

    @Override
    public void cancel() {
      over = true;
      request(1); // so that the batches are closed, by the run that there is or a new one
    }

    @Override
    public void run() {
      long given = 0;
      long due = requested.get();
      while (true) {
        while (given < due) {
          if (over || !give()) {
            over = true;
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
      Frame batch;
      try {
        if (wrong < 0) {
          throw new IllegalArgumentException("Requests must be positive");
        }
        batch = batches.hasNext() ? batches.next() : null;
      } catch (RuntimeException e) {
        over = true;
        batches.close();
        subscriber.onError(e);
        return false;
      }
      if (batch == null) {
        over = true;
        batches.close();
        subscriber.onComplete();
        return false;
      }
      subscriber.onNext(batch);
      return true;
    }
  }
}
