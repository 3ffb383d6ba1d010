package org.datason.ml.model;

import java.util.Arrays;

/**
 * How far predicted numbers are from the actual ones. Immutable.
 *
 * <pre>{@code
 * RegressionReport report = RegressionReport.of(
 *     new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0, 2, 8});
 * report.meanAbsoluteError(); // 0.5
 * report.rSquared(); // 0.948...
 * }</pre>
 *
 * @param count how many numbers were predicted, at least 1
 * @param meanError the mean of predicted minus actual, the bias
 * @param meanAbsoluteError the mean distance, at least 0
 * @param medianAbsoluteError the median distance, at least 0
 * @param maxError the greatest distance, at least 0
 * @param meanSquaredError the mean of the squared distances, at least 0
 * @param rSquared the share of the variance that is explained, 1 - SSE / SST: at most 1, below 0 if
 *     the mean would be the better prediction, NaN if all actual numbers are equal
 */
public record RegressionReport(
    long count,
    double meanError,
    double meanAbsoluteError,
    double medianAbsoluteError,
    double maxError,
    double meanSquaredError,
    double rSquared) {

  /**
   * Checks the ranges of the numbers.
   *
   * @param count see the component
   * @param meanError see the component
   * @param meanAbsoluteError see the component
   * @param medianAbsoluteError see the component
   * @param maxError see the component
   * @param meanSquaredError see the component
   * @param rSquared see the component
   */
  public RegressionReport {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, not " + count);
    }
    Checks.notNegative("meanAbsoluteError", meanAbsoluteError);
    Checks.notNegative("medianAbsoluteError", medianAbsoluteError);
    Checks.notNegative("maxError", maxError);
    Checks.notNegative("meanSquaredError", meanSquaredError);
    if (rSquared > 1) {
      throw new IllegalArgumentException("rSquared must be at most 1, not " + rSquared);
    }
  }

  /**
   * Measures predictions.
   *
   * @param actual the actual numbers
   * @param predicted what each was predicted to be
   * @return the report; NaN in what a NaN among the numbers leaves undefined
   * @throws IllegalArgumentException if there is none or they are not as many
   */
  public static RegressionReport of(double[] actual, double[] predicted) {
    Checks.sameLength(actual.length, predicted.length);
    int n = actual.length;
    double mean = Arrays.stream(actual).sum() / n;
    double[] distances = new double[n];
    double errors = 0;
    double squares = 0;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double error = predicted[i] - actual[i];
      distances[i] = Math.abs(error);
      errors += error;
      squares += error * error;
      variance += (actual[i] - mean) * (actual[i] - mean);
    }
    double absolute = Arrays.stream(distances).sum() / n;
    Arrays.sort(distances); // NaN comes last
    double max = distances[n - 1];
    double median = (distances[(n - 1) / 2] + distances[n / 2]) / 2;
    return new RegressionReport(
        n,
        errors / n,
        absolute,
        Double.isNaN(max) ? max : median,
        max,
        squares / n,
        variance == 0 || isConstant(actual) ? Double.NaN : 1 - squares / variance);
  }

  /** By the numbers themselves, since their mean may be rounded to another one. */
  private static boolean isConstant(double[] numbers) {
    return Arrays.stream(numbers).allMatch(x -> x == numbers[0]);
  }

  /**
   * The root of the mean squared error, in the unit of the numbers.
   *
   * @return at least 0
   */
  public double rootMeanSquaredError() {
    return Math.sqrt(meanSquaredError);
  }
}
