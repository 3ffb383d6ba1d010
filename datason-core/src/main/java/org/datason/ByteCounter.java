package org.datason;

import java.io.OutputStream;

/** A stream that counts its bytes and forgets them. */
final class ByteCounter extends OutputStream {

  private long count;

  long count() {
    return count;
  }

  @Override
  public void write(int b) {
    count++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    count += length;
  }
}
