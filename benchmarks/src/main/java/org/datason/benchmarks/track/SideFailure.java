package org.datason.benchmarks.track;

import java.io.IOException;

/** A side could not measure a row. */
final class SideFailure extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Side side;

  SideFailure(Side side, String message) {
    super(message);
    this.side = side;
  }

  /** The side. */
  Side side() {
    return side;
  }
}
