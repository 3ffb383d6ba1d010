package org.datason.ml.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A number that was measured over and over: its values by step, in the order of measuring.
 * Immutable.
 *
 * <pre>{@code
 * Metric loss = Metric.of(0.75, 0.5, 0.25); // at the steps 0, 1, 2
 * loss.last(); // 0.25
 * }</pre>
 *
 * @param steps the step of each value: an epoch, a batch or whatever counts; need not rise
 * @param values the values, at least one
 * @param times when each was measured, null where that is not known; empty if it is of none
 */
public record Metric(long[] steps, double[] values, List<Instant> times) {

  /**
   * Checks the lengths, and copies.
   *
   * @param steps see the component
   * @param values see the component
   * @param times see the component; null counts as empty
   * @throws IllegalArgumentException if there is no value, or not a step and a time for each
   */
  public Metric {
    steps = steps.clone();
    values = values.clone();
    times = times == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(times));
    if (values.length == 0 || steps.length != values.length) {
      throw new IllegalArgumentException(
          "Expected at least one value and a step for each but found "
              + values.length
              + " values and "
              + steps.length
              + " steps");
    }
    if (!times.isEmpty() && times.size() != values.length) {
      throw new IllegalArgumentException(
          "Expected a time for each of " + values.length + " values but found " + times.size());
    }
  }

  /**
   * Values at the steps 0, 1, 2 and so on.
   *
   * @param values the values, at least one
   * @return the metric
   */
  public static Metric of(double... values) {
    long[] steps = new long[values.length];
    Arrays.setAll(steps, i -> i);
    return new Metric(steps, values, null);
  }

  /**
   * The step of each value.
   *
   * @return a copy
   */
  @Override
  public long[] steps() {
    return steps.clone();
  }

  /**
   * The values.
   *
   * @return a copy
   */
  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * How many values there are.
   *
   * @return at least 1
   */
  public int size() {
    return values.length;
  }

  /**
   * The value that was measured last.
   *
   * @return the value
   */
  public double last() {
    return values[values.length - 1];
  }

  /**
   * The least value.
   *
   * @return the value; NaN only if all are
   */
  public double min() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
  }

  /**
   * The greatest value.
   *
   * @return the value; NaN only if all are
   */
  public double max() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
  }

  /** Compares bit by bit, so that NaN equals NaN. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Metric that
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(values, that.values)
        && times.equals(that.times);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(steps) + Arrays.hashCode(values)) + times.hashCode();
  }

  /** How many values, and the last one: {@code 3 values, last 0.25 at step 2}. */
  @Override
  public String toString() {
    int n = values.length;
    return (n == 1 ? "1 value" : n + " values, last") + " " + last() + " at step " + steps[n - 1];
  }
}
