package org.datason.cli;

import java.util.function.IntToDoubleFunction;

/**
 * Multinomial logistic regression on standardised features, fitted by gradient descent on the mean
 * cross-entropy with an L2 penalty. See Hastie, Tibshirani and Friedman, The Elements of
 * Statistical Learning, section 4.4. Not thread-safe.
 */
final class SoftmaxRegression {

  private final int classes;
  private final double[] mean;
  private final double[] deviation;

  /** For each class the weights of the features, and last the intercept. */
  private final double[][] weights;

  private SoftmaxRegression(int classes, double[] mean, double[] deviation) {
    this.classes = classes;
    this.mean = mean;
    this.deviation = deviation;
    weights = new double[classes][mean.length + 1];
  }

  /** A model with zero weights, whose features are standardised as those of x are. */
  static SoftmaxRegression untrained(double[][] x, int classes) {
    int features = x[0].length;
    double[] mean = new double[features];
    double[] deviation = new double[features];
    for (int j = 0; j < features; j++) {
      int column = j;
      mean[j] = average(x.length, i -> x[i][column]);
      deviation[j] = Math.sqrt(average(x.length, i -> square(x[i][column] - mean[column])));
    }
    return new SoftmaxRegression(classes, mean, deviation);
  }

  private static double average(int n, IntToDoubleFunction value) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += value.applyAsDouble(i);
    }
    return sum / n;
  }

  private static double square(double value) {
    return value * value;
  }

  double[][] weights() {
    return weights;
  }

  /**
   * Takes one step down the gradient.
   *
   * @param x a row of features for each sample
   * @param y the class of each sample
   * @return the log loss before the step
   */
  double step(double[][] x, int[] y, double learningRate, double penalty) {
    double loss = 0;
    double[][] gradient = new double[classes][mean.length + 1];
    for (int i = 0; i < x.length; i++) {
      double[] row = standardised(x[i]);
      double[] p = softmax(row);
      loss -= Math.log(p[y[i]]);
      for (int k = 0; k < classes; k++) {
        double error = p[k] - (k == y[i] ? 1 : 0);
        for (int j = 0; j < row.length; j++) {
          gradient[k][j] += error * row[j];
        }
      }
    }
    for (int k = 0; k < classes; k++) {
      for (int j = 0; j < gradient[k].length; j++) {
        double shrink = j < mean.length ? penalty * weights[k][j] : 0; // not of the intercept
        weights[k][j] -= learningRate * (gradient[k][j] / x.length + shrink);
      }
    }
    return loss / x.length;
  }

  /** The probability of each class. */
  double[] predict(double[] features) {
    return softmax(standardised(features));
  }

  private double[] standardised(double[] features) {
    double[] row = new double[features.length + 1];
    for (int j = 0; j < features.length; j++) {
      row[j] = (features[j] - mean[j]) / deviation[j];
    }
    row[features.length] = 1;
    return row;
  }

  private double[] softmax(double[] row) {
    double[] p = new double[classes];
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      for (int j = 0; j < row.length; j++) {
        p[k] += weights[k][j] * row[j];
      }
      highest = Math.max(highest, p[k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      p[k] = Math.exp(p[k] - highest); // no overflow
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
