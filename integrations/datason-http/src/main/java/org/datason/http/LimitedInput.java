package org.datason.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of up to so many bytes. It tells failures of its own from those of what reads it. */
final class LimitedInput extends FilterInputStream {

  /** More bytes than are allowed. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(String what, long limit) {
      super("The body, " + what + ", is larger than " + limit + " bytes");
    }
  }

  private final String what;
  private final long limit;
  private long count;
  private IOException failure;

  /**
   * Limits a stream.
   *
   * @param what the bytes are: {@code as it was sent}
   */
  LimitedInput(InputStream in, String what, long limit) {
    super(in);
    this.what = what;
    this.limit = limit;
  }

  /** How the stream failed, or null. */
  IOException failure() {
    return failure;
  }

  private int counted(long n) throws IOException {
    if (n > 0) {
      count += n;
      if (count > limit) {
        failure = new TooLarge(what, limit);
        throw failure;
      }
    }
    return (int) n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n;
    try {
      n = in.read(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    return counted(n);
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] passed = new byte[(int) Math.min(Math.max(0, n), 8192)];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
