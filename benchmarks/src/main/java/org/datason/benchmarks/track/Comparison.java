package org.datason.benchmarks.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.datason.benchmarks.rows.Row;

/** What was measured of a row on both sides, and what follows from it. Not thread-safe. */
final class Comparison {

  /** By how much a row may become slower beyond the noise. */
  static final double SLOWER = 0.05;

  /** By how much a row may allocate more. */
  static final double GROWTH = 0.01;

  /**
   * Bytes an operation that are no growth: where compiled code leaves out an object of a few words
   * differs from run to run.
   */
  static final double GROWTH_FLOOR = 64;

  /** What follows. */
  enum Verdict {
    /** As fast as before, as far as the noise lets see. */
    SAME,
    /** More than 5% slower than before, and that beyond the noise. */
    SLOWER,
    /** It may be more than 5% slower, but that is within the noise. */
    UNCLEAR,
    /** Faster than before, beyond the noise. */
    FASTER,
    /** It allocates over 1% more than before. */
    ALLOCATES
  }

  private final Row row;
  private final List<Sample[]> base = new ArrayList<>();
  private final List<Sample[]> change = new ArrayList<>();

  Comparison(Row row) {
    this.row = row;
  }

  Row row() {
    return row;
  }

  /**
   * Adds a fork.
   *
   * @param before the base, a sample a round
   * @param after the change, in the same rounds
   */
  void add(Sample[] before, Sample[] after) {
    base.add(before.clone());
    change.add(after.clone());
  }

  int forks() {
    return base.size();
  }

  /** The time of the change over that of the base. */
  Interval time() {
    List<double[]> ratios = new ArrayList<>();
    for (int fork = 0; fork < base.size(); fork++) {
      Sample[] before = base.get(fork);
      Sample[] after = change.get(fork);
      double[] rounds = new double[before.length];
      Arrays.setAll(rounds, i -> after[i].nanos() / before[i].nanos());
      ratios.add(rounds);
    }
    return Interval.of(ratios);
  }

  /** What follows from the forks so far. */
  Verdict verdict() {
    if (allocatesMore(baseBytes(), changeBytes())) {
      return Verdict.ALLOCATES;
    }
    Interval time = time();
    if (time.low() > 1 + SLOWER) {
      return Verdict.SLOWER;
    }
    if (time.ratio() > 1 + SLOWER) {
      return Verdict.UNCLEAR;
    }
    return time.high() < 1 ? Verdict.FASTER : Verdict.SAME;
  }

  /** Whether an operation allocates more than it did, and that by more than may be. */
  static boolean allocatesMore(double before, double after) {
    return after > before * (1 + GROWTH) + GROWTH_FLOOR;
  }

  double baseNanos() {
    return least(base, Sample::nanos);
  }

  double changeNanos() {
    return least(change, Sample::nanos);
  }

  double baseBytes() {
    return least(base, Sample::bytes);
  }

  double changeBytes() {
    return least(change, Sample::bytes);
  }

  private static double least(List<Sample[]> forks, ToDoubleFunction<Sample> what) {
    return forks.stream().flatMap(Arrays::stream).mapToDouble(what).min().orElse(Double.NaN);
  }
}
