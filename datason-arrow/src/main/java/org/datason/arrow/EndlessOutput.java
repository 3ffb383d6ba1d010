package org.datason.arrow;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output to which nothing goes any more once it is stopped, no end either. */
final class EndlessOutput extends FilterOutputStream {

  private boolean stopped;

  EndlessOutput(OutputStream out) {
    super(out);
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void write(int b) throws IOException {
    if (!stopped) {
      out.write(b);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!stopped) {
      out.write(bytes, from, length);
    }
  }
}
