package org.datason.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, which a reader such as {@code head} may close before all is written. It
 * remembers its failure, since a {@link java.io.PrintWriter} over it keeps that to itself.
 */
final class PipeOutput extends FilterOutputStream {

  private Failed failure;

  PipeOutput(OutputStream out) {
    super(out);
  }

  /** What went wrong first, or null. */
  Failed failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    attempt(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private void attempt(Action action) throws Failed {
    if (failure == null) {
      try {
        action.run();
        return;
      } catch (IOException e) {
        failure = new Failed(e);
      }
    }
    throw failure;
  }

  /** A write to the stream below. */
  private interface Action {

    void run() throws IOException;
  }

  /** Standard output takes no more. */
  static final class Failed extends IOException {

    private Failed(IOException cause) {
      super("Standard output cannot be written: " + cause.getMessage(), cause);
    }

    /** Whether its reader has gone, having seen enough. */
    boolean isClosedPipe() {
      String reason = String.valueOf(getCause().getMessage());
      return reason.toLowerCase(Locale.ROOT).contains("pipe");
    }
  }
}
