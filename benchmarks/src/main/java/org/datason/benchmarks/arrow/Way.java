package org.datason.benchmarks.arrow;

/**
 * A way that is two pieces of code.
 *
 * @param name whose way it is
 * @param threads how many threads it may use
 * @param body does it once
 * @param checked does it once and compares the result
 */
record Way(String name, int threads, Body body, Body checked) implements Task {

  /** Code that may fail. */
  interface Body {
    void run() throws Exception;
  }

  @Override
  public void run() throws Exception {
    body.run();
  }

  @Override
  public void check() throws Exception {
    checked.run();
  }
}
