package org.datason.benchmarks.track;

/**
 * What one operation took.
 *
 * @param nanos of CPU time of its thread, which other processes do not lengthen as they do the time
 *     on a clock
 * @param bytes that its thread allocated
 */
record Sample(double nanos, double bytes) {

  static Sample parse(String text) {
    int blank = text.indexOf(' ');
    return new Sample(
        Double.parseDouble(text.substring(0, blank)),
        Double.parseDouble(text.substring(blank + 1)));
  }

  @Override
  public String toString() {
    return nanos + " " + bytes;
  }
}
