package org.datason.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that keeps the bytes that were read, as long as they are not too many. */
final class KeptInput extends FilterInputStream {

  private final int most;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();

  KeptInput(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = super.read(bytes, from, length);
    if (n > 0 && kept != null) {
      kept.write(bytes, from, n);
      if (kept.size() > most) {
        kept = null;
      }
    }
    return n;
  }

  /** All bytes that were read, or null if they were too many. */
  byte[] bytes() {
    return kept == null ? null : kept.toByteArray();
  }
}
