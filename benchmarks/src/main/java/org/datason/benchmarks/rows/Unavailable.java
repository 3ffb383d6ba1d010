package org.datason.benchmarks.rows;

/**
 * A row cannot be measured here, such as one of a library that needs a newer JDK. What throws it
 * while a benchmark is set up leaves the row out of the results.
 */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The reason, which is shown. */
  public Unavailable(String reason) {
    super(reason);
  }
}
