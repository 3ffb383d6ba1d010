package org.datason.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;

/** Hands a body that a thread writes to a subscriber, block by block as they are requested. */
final class BodyPump extends OutputStream implements Flow.Subscription {

  /** Writes the body. */
  @FunctionalInterface
  interface Content {
    void write(BodyOutput out) throws IOException;
  }

  private static final int BLOCK = 64 * 1024;

  private final Flow.Subscriber<? super ByteBuffer> subscriber;
  private final Content content;
  private byte[] block = new byte[BLOCK];
  private int count;

  // Guarded by this.
  private long requested;
  private boolean cancelled;
  private boolean wrong;

  BodyPump(Flow.Subscriber<? super ByteBuffer> subscriber, Content content) {
    this.subscriber = subscriber;
    this.content = content;
  }

  void start() {
    Thread thread = new Thread(this::run, "datason-http-writer");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      content.write((form, length) -> this);
      pass();
      subscriber.onComplete();
    } catch (Throwable e) {
      if (!isCancelled()) {
        subscriber.onError(e);
      }
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  // ---------------------------------------------------------------- requests

  @Override
  public synchronized void request(long n) {
    wrong |= n <= 0;
    requested =
        Math.max(1, n) > Long.MAX_VALUE - requested ? Long.MAX_VALUE : requested + Math.max(1, n);
    notifyAll();
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  private synchronized void awaitRequest() throws IOException {
    try {
      while (requested == 0 && !cancelled) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Sending was interrupted", e);
    }
    if (cancelled) {
      throw new IOException("Sending was cancelled");
    }
    if (wrong) {
      throw new IllegalArgumentException("Requests must be positive");
    }
    requested -= requested == Long.MAX_VALUE ? 0 : 1;
  }

  // ---------------------------------------------------------------- bytes

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int n = Math.min(length - done, BLOCK - count);
      System.arraycopy(bytes, from + done, block, count, n);
      count += n;
      done += n;
      if (count == BLOCK) {
        pass();
      }
    }
  }

  @Override
  public void flush() throws IOException {
    pass();
  }

  private void pass() throws IOException {
    if (count > 0) {
      awaitRequest();
      byte[] full = count == BLOCK ? block : Arrays.copyOf(block, count);
      block = count == BLOCK ? new byte[BLOCK] : block;
      count = 0;
      subscriber.onNext(ByteBuffer.wrap(full));
    }
  }
}
