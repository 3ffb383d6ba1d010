package org.datason.arrow;

import java.io.FilterInputStream;
import java.io.InputStream;

/** Stays open when Arrow closes it. */
final class OpenInput extends FilterInputStream {

  OpenInput(InputStream in) {
    super(in);
  }

  @Override
  public void close() {
    // it is the caller's
  }
}
