package org.datason.cli;

import org.datason.tensor.Tensor;

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
  private final double[] weights;

  private SoftmaxRegression(int classes, double[] mean, double[] deviation) {
    this.classes = classes;
    this.mean = mean;
    this.deviation = deviation;
    weights = new double[classes * (mean.length + 1)];
  }

  /** A model with zero weights, whose features are standardised as those of x are. */
  static SoftmaxRegression untrained(Tensor x, int classes) {
    int rows = (int) x.shape()[0];
    int features = (int) x.shape()[1];
    double[] values = x.toDoubleArray();
    double[] mean = new double[features];
    double[] deviation = new double[features];
    for (int i = 0; i < values.length; i++) {
      mean[i % features] += values[i] / rows;
    }
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - mean[i % features];
      deviation[i % features] += difference * difference / rows;
    }
    for (int j = 0; j < features; j++) {
      deviation[j] = Math.sqrt(deviation[j]);
    }
    return new SoftmaxRegression(classes, mean, deviation);
  }

  /** The weights, a row for each class, the intercept last. */
  Tensor weights() {
    return Tensor.of(weights.clone(), classes, mean.length + 1);
  }

  /** The means of the features, and below them their standard deviations. */
  Tensor scaling() {
    double[] both = new double[2 * mean.length];
    System.arraycopy(mean, 0, both, 0, mean.length);
    System.arraycopy(deviation, 0, both, mean.length, mean.length);
    return Tensor.of(both, 2, mean.length);
  }

  /**
   * Takes one step down the gradient.
   *
   * @param x a row of features for each sample
   * @param y the class of each sample
   * @return the log loss before the step
   */
  double step(Tensor x, int[] y, double learningRate, double penalty) {
    double[] p = predict(x).toDoubleArray();
    double[] rows = standardised(x);
    int width = mean.length + 1;
    double[] gradient = new double[weights.length];
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < classes; k++) {
        double error = p[i * classes + k] - (k == y[i] ? 1 : 0);
        for (int j = 0; j < width; j++) {
          gradient[k * width + j] += error * rows[i * width + j];
        }
      }
    }
    for (int w = 0; w < weights.length; w++) {
      double shrink = w % width < mean.length ? penalty * weights[w] : 0; // not of the intercept
      weights[w] -= learningRate * (gradient[w] / y.length + shrink);
    }
    return loss(p, y);
  }

  /** The mean log loss of predictions. */
  private double loss(double[] p, int[] y) {
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      loss -= Math.log(p[i * classes + y[i]]);
    }
    return loss / y.length;
  }

  /** The mean log loss on samples. */
  double loss(Tensor x, int[] y) {
    return loss(predict(x).toDoubleArray(), y);
  }

  /** The probability of each class, a row for each sample. */
  Tensor predict(Tensor x) {
    double[] rows = standardised(x);
    int width = mean.length + 1;
    int samples = rows.length / width;
    double[] p = new double[samples * classes];
    for (int i = 0; i < samples; i++) {
      for (int k = 0; k < classes; k++) {
        for (int j = 0; j < width; j++) {
          p[i * classes + k] += weights[k * width + j] * rows[i * width + j];
        }
      }
      softmax(p, i * classes);
    }
    return Tensor.of(p, samples, classes);
  }

  private void softmax(double[] p, int from) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + classes; k++) {
      highest = Math.max(highest, p[k]);
    }
    double sum = 0;
    for (int k = from; k < from + classes; k++) {
      p[k] = Math.exp(p[k] - highest);
      sum += p[k];
    }
    for (int k = from; k < from + classes; k++) {
      p[k] /= sum;
    }
  }

  /** The features at one scale, with a one behind those of each sample. */
  private double[] standardised(Tensor x) {
    double[] values = x.toDoubleArray();
    int features = mean.length;
    int samples = values.length / features;
    double[] rows = new double[samples * (features + 1)];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < features; j++) {
        rows[i * (features + 1) + j] = (values[i * features + j] - mean[j]) / deviation[j];
      }
      rows[i * (features + 1) + features] = 1;
    }
    return rows;
  }
}
