package org.datason.http;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.datason.error.DatasonIOException;

/** What a publisher hands out, item by item: the next one is requested when it is asked for. */
final class PublishedItems implements Iterator<Object>, AutoCloseable, Flow.Subscriber<Object> {

  /** The end, with what went wrong. */
  private record End(Throwable error) {}

  private final Flow.Publisher<?> publisher;

  /** Of what was requested: the publisher, its next item and the end, so never more than three. */
  private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();

  private volatile Flow.Subscription subscription;
  private Object next;
  private boolean ended;
  private boolean closed;

  PublishedItems(Flow.Publisher<?> publisher) {
    this.publisher = publisher;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (subscription != null) {
      given.cancel();
      return;
    }
    subscription = given;
    signals.add(given);
  }

  @Override
  public void onNext(Object item) {
    signals.add(item);
  }

  @Override
  public void onError(Throwable error) {
    signals.add(new End(error));
  }

  @Override
  public void onComplete() {
    signals.add(new End(null));
  }

  @Override
  public boolean hasNext() {
    if (next != null || ended) {
      return next != null;
    }
    if (subscription == null) {
      publisher.subscribe(this);
      take(); // the subscription, or the error of one that is refused
    }
    while (!ended && next == null) {
      subscription.request(1);
      take();
    }
    return next != null;
  }

  private void take() {
    Object signal;
    try {
      signal = signals.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasonIOException("Waiting for the next item was interrupted", null, e);
    }
    if (signal instanceof End end) {
      ended = true;
      if (end.error instanceof RuntimeException e) {
        throw e;
      }
      if (end.error != null) {
        throw new IllegalStateException("The publisher failed", end.error);
      }
    } else if (!(signal instanceof Flow.Subscription)) {
      next = signal;
    }
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more items");
    }
    Object item = next;
    next = null;
    return item;
  }

  /** Cancels the subscription, so that the publisher frees what it holds. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (subscription == null) {
      publisher.subscribe(this);
    }
    if (!ended && subscription != null) {
      subscription.cancel();
    }
    ended = true;
    next = null;
  }
}
