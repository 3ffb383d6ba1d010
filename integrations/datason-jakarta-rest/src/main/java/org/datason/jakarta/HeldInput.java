package org.datason.jakarta;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A body that stays open as long as something reads it bit by bit. */
final class HeldInput extends FilterInputStream {

  private boolean held;

  HeldInput(InputStream in) {
    super(in);
  }

  /** Has the next calls of {@link #close} do nothing, until it is released. */
  void hold() {
    held = true;
  }

  void release() {
    held = false;
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!held) {
      in.close();
    }
  }
}
