package org.datason.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes a body: opens its output with the first 64 KiB, or at the end of a shorter one, and
 * compresses it on the way. After an error nothing more reaches the output, no end either.
 */
final class BodySink extends OutputStream {

  private static final int HELD = 64 * 1024;

  /** A body of fewer bytes is sent as it is. */
  private static final int WORTH_COMPRESSING = 1024;

  /** The way to the output, which is shut after an error. */
  private final class Gate extends FilterOutputStream {

    Gate(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (!shut) {
        guarded(() -> out.write(bytes, from, length));
      }
    }

    @Override
    public void flush() throws IOException {
      if (!shut) {
        guarded(out::flush);
      }
    }

    @Override
    public void close() throws IOException {
      if (!shut) {
        guarded(out::close);
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final BodyForm form;

  /** From so many bytes on a body is compressed. */
  private final int compressedFrom;

  private final BodyOutput output;
  private byte[] held = new byte[1024];
  private int count;
  private OutputStream opened;
  private boolean shut;
  private IOException failure;

  /**
   * A sink.
   *
   * @param fixed whether even a short body has the form that is given
   */
  BodySink(BodyForm form, boolean fixed, BodyOutput output) {
    this.form = form;
    compressedFrom = fixed ? 0 : WORTH_COMPRESSING;
    this.output = output;
  }

  /** How the output failed, or null. */
  IOException failure() {
    return failure;
  }

  boolean isOpened() {
    return opened != null;
  }

  private void guarded(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      failure = e;
      shut = true;
      throw e;
    }
  }

  private void open(BodyForm as, long length) throws IOException {
    guarded(() -> opened = as.coding().encoded(new Gate(output.open(as, length))));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (opened == null && length <= HELD - count) {
      if (length > held.length - count) {
        held = Arrays.copyOf(held, Math.min(HELD, Math.max(2 * held.length, count + length)));
      }
      System.arraycopy(bytes, from, held, count, length);
      count += length;
      return;
    }
    if (opened == null) {
      open(form, -1);
      opened.write(held, 0, count);
      held = null;
    }
    opened.write(bytes, from, length);
  }

  /** Hands on what has been written, if it was more than is held. */
  @Override
  public void flush() throws IOException {
    if (opened != null) {
      opened.flush();
    }
  }

  /** Ends the body. */
  void finish() throws IOException {
    if (opened == null) {
      boolean plain = count < compressedFrom;
      BodyForm as = plain ? BodyForm.of(form.mediaType()) : form;
      open(as, as.coding() == ContentCoding.IDENTITY ? count : -1);
      opened.write(held, 0, count);
    }
    opened.close();
  }

  /** Gives up: frees what compresses, and leaves the output without its end. */
  void abort() {
    shut = true;
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
  }
}
