package org.datason.benchmarks.track;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A ratio, and between what it lies with a probability of 95%, as far as the measurements tell.
 *
 * @param ratio the middle
 * @param low the lower end
 * @param high the upper end
 */
record Interval(double ratio, double low, double high) {

  private static final int RESAMPLES = 4_000;

  /**
   * The interval of a ratio that was measured in several rounds of several forks, by bootstrap:
   * forks are drawn with replacement, and of each the rounds, as both differ by chance. A fork is
   * told by the median of its rounds, a run by the mean of its forks, both of logarithms.
   *
   * @param forks the ratios of the rounds of each fork
   */
  static Interval of(List<double[]> forks) {
    double[][] logs =
        forks.stream()
            .map(rounds -> Arrays.stream(rounds).map(Math::log).toArray())
            .toArray(double[][]::new);
    Random random = new Random(42);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int fork = 0; fork < logs.length; fork++) {
        double[] rounds = logs[random.nextInt(logs.length)];
        sum += median(random.ints(rounds.length, 0, rounds.length).mapToDouble(r -> rounds[r]));
      }
      means[i] = sum / logs.length;
    }
    Arrays.sort(means);
    double middle = Arrays.stream(logs).mapToDouble(l -> median(Arrays.stream(l))).sum();
    return new Interval(
        Math.exp(middle / logs.length),
        Math.exp(means[RESAMPLES / 40]),
        Math.exp(means[RESAMPLES - 1 - RESAMPLES / 40]));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
