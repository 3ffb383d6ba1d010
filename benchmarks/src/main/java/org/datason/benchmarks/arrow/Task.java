package org.datason.benchmarks.arrow;

/** One way to do what is measured. */
interface Task {

  /** Whose way it is. */
  String name();

  /** How many threads it may use. */
  int threads();

  /** Does it once, and gives up what it made. */
  void run() throws Exception;

  /**
   * Does it once and compares the result with what is expected.
   *
   * @throws IllegalStateException if they differ
   */
  void check() throws Exception;
}
