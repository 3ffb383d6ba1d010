package org.datason.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Takes gzip off, of all members that stand behind one another, and refuses what is none behind
 * them. Not thread-safe.
 *
 * <p>The JDK's stream looks for another member only where bytes are said to be available, and
 * passes over what is none.
 */
final class GzipInput extends GZIPInputStream {

  /** The check sum and length at the end of a member. */
  private static final int TRAILER = 8;

  private final Source source;

  /** How many bytes had been taken when the inflater got its last ones. */
  private long filled;

  GzipInput(InputStream in, int block) throws IOException {
    this(new Source(in), block);
  }

  private GzipInput(Source source, int block) throws IOException {
    super(source, block);
    this.source = source;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    filled = source.count;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = super.read(bytes, from, length);
    if (n < 0) {
      refuseMore();
    }
    return n;
  }

  private void refuseMore() throws IOException {
    long behind = inf.getRemaining() + source.count - filled - TRAILER;
    if (behind != 0 || source.read() >= 0) {
      throw new ZipException("Expected the end behind the last member");
    }
  }

  /** Has more available as long as it has not ended. */
  private static final class Source extends FilterInputStream {

    private long count;
    private boolean ended;

    Source(InputStream in) {
      super(in);
    }

    private int passed(int n, int taken) {
      ended |= n < 0;
      count += n < 0 ? 0 : taken;
      return n;
    }

    @Override
    public int read() throws IOException {
      return passed(in.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = in.read(bytes, from, length);
      return passed(n, n);
    }

    @Override
    public int available() {
      return ended ? 0 : 1;
    }
  }
}
