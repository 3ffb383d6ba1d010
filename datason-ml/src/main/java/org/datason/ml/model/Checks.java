package org.datason.ml.model;

/** What the records of this package demand of their parts. */
final class Checks {

  private Checks() {}

  /** A share: from 0 to 1, or NaN where nothing was counted. */
  static void share(String name, double value) {
    if (value < 0 || value > 1) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, not " + value);
    }
  }

  /** At least 0, or NaN where it is not defined. */
  static void notNegative(String name, double value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, not " + value);
    }
  }

  static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, not " + value);
    }
  }

  static void sameLength(int actual, int predicted) {
    if (actual != predicted) {
      throw new IllegalArgumentException(
          "Expected a prediction for each of " + actual + " values but found " + predicted);
    }
    if (actual == 0) {
      throw new IllegalArgumentException("Expected at least one value but found none");
    }
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
