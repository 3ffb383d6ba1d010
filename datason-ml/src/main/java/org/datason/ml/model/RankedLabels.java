package org.datason.ml.model;

import java.util.stream.IntStream;

/** Examples of two classes from the highest score to the lowest, equal scores taken together. */
final class RankedLabels {

  private final boolean[] actual;
  private final double[] scores;
  private final int[] order;

  RankedLabels(boolean[] actual, double[] scores) {
    Checks.sameLength(actual.length, scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("Score " + i + " is NaN, which has no rank");
      }
    }
    this.actual = actual;
    this.scores = scores;
    order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b] + 0.0, scores[a] + 0.0)) // 0.0 for -0.0
            .mapToInt(i -> i)
            .toArray();
  }

  /** Takes how many have at least some score. */
  @FunctionalInterface
  interface Step {
    void take(double threshold, int truePositives, int falsePositives);
  }

  /** Goes from the highest score to the lowest, one step for each. */
  void forEach(Step step) {
    int truePositives = 0;
    for (int i = 0; i < order.length; i++) {
      truePositives += actual[order[i]] ? 1 : 0;
      boolean last = i == order.length - 1;
      if (last || scores[order[i]] != scores[order[i + 1]]) {
        step.take(scores[order[i]], truePositives, i + 1 - truePositives);
      }
    }
  }

  int positives() {
    int n = 0;
    for (boolean positive : actual) {
      n += positive ? 1 : 0;
    }
    return n;
  }

  int negatives() {
    return actual.length - positives();
  }
}
