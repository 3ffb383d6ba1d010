package org.datason.ml.model;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;

/**
 * How far predicted probabilities are true: of those predicted at about 0.7, are seven of ten
 * positive? Immutable.
 *
 * <pre>{@code
 * CalibrationCurve curve = CalibrationCurve.of(actual, probabilities, 10);
 * curve.expectedCalibrationError();
 * }</pre>
 *
 * @param bins ranges of probabilities, rising; those without examples are left out
 * @param brierScore the mean square of probability minus outcome (Brier, Monthly Weather Review 78,
 *     1950), from 0, the best, to 1
 */
public record CalibrationCurve(List<Bin> bins, double brierScore) {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("lower", FieldType.Simple.FLOAT64),
          new Field("upper", FieldType.Simple.FLOAT64),
          new Field("count", FieldType.Simple.INT64),
          new Field("meanPredicted", FieldType.Simple.FLOAT64),
          new Field("positiveShare", FieldType.Simple.FLOAT64));

  /**
   * A range of probabilities.
   *
   * @param lower its lower end, which belongs to it, from 0 to 1
   * @param upper its upper end, which belongs to the next range, from {@code lower} to 1
   * @param count how many examples are in it, at least 1
   * @param meanPredicted the mean of their probabilities
   * @param positiveShare the share of positives among them
   */
  public record Bin(
      double lower, double upper, long count, double meanPredicted, double positiveShare) {

    /**
     * Checks the ranges of the numbers.
     *
     * @param lower see the component
     * @param upper see the component
     * @param count see the component
     * @param meanPredicted see the component
     * @param positiveShare see the component
     */
    public Bin {
      Checks.share("lower", lower);
      Checks.share("upper", upper);
      Checks.share("meanPredicted", meanPredicted);
      Checks.share("positiveShare", positiveShare);
      if (lower > upper || count < 1) {
        throw new IllegalArgumentException(
            "Expected a range with examples in it but found "
                + count
                + " from "
                + lower
                + " to "
                + upper);
      }
    }
  }

  /**
   * Takes a copy of the list.
   *
   * @param bins see the component
   * @param brierScore see the component
   */
  public CalibrationCurve {
    bins = List.copyOf(bins);
    Checks.share("brierScore", brierScore);
    for (int i = 1; i < bins.size(); i++) {
      if (bins.get(i).lower() < bins.get(i - 1).upper()) {
        throw new IllegalArgumentException(
            "Expected rising ranges but found " + bins.get(i) + " after " + bins.get(i - 1));
      }
    }
  }

  /**
   * The curve of a classifier, with ranges of one width.
   *
   * @param actual whether each example is positive
   * @param probabilities how likely each was predicted to be, from 0 to 1
   * @param count how many ranges to cut 0 to 1 into, from 1 to 10,000
   * @return the curve
   * @throws IllegalArgumentException if a probability is none, or there are not as many as examples
   */
  public static CalibrationCurve of(boolean[] actual, double[] probabilities, int count) {
    Checks.sameLength(actual.length, probabilities.length);
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException("Expected 1 to 10000 ranges, not " + count);
    }
    long[] counts = new long[count];
    double[] sums = new double[count];
    long[] positives = new long[count];
    double squares = 0;
    for (int i = 0; i < actual.length; i++) {
      double p = probabilities[i];
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("Probability " + i + " must be from 0 to 1, not " + p);
      }
      int bin = bin(p, count);
      counts[bin]++;
      sums[bin] += p;
      positives[bin] += actual[i] ? 1 : 0;
      double error = p - (actual[i] ? 1 : 0);
      squares += error * error;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (counts[i] > 0) {
        double mean = Math.min(sums[i] / counts[i], 1);
        double share = (double) positives[i] / counts[i];
        bins.add(new Bin((double) i / count, (i + 1.0) / count, counts[i], mean, share));
      }
    }
    return new CalibrationCurve(bins, squares / actual.length);
  }

  /** The last range whose lower end is not above a probability; their product may be rounded. */
  private static int bin(double p, int count) {
    int bin = Math.min((int) (p * count), count - 1);
    if (bin + 1 < count && p >= (bin + 1.0) / count) {
      return bin + 1;
    }
    return p < (double) bin / count ? bin - 1 : bin;
  }

  /**
   * The mean distance of probability and share of positives, each range weighted by its examples
   * (Naeini, Cooper and Hauskrecht, AAAI 2015).
   *
   * @return from 0, the best, to 1; NaN without any range
   */
  public double expectedCalibrationError() {
    double sum = 0;
    long total = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.meanPredicted() - bin.positiveShare());
      total += bin.count();
    }
    return Checks.ratio(sum, total);
  }

  /**
   * The ranges as a table.
   *
   * @return a row for each
   */
  public Frame toFrame() {
    FrameBuilder frame = Frame.builder(SCHEMA);
    for (Bin b : bins) {
      frame.row(b.lower(), b.upper(), b.count(), b.meanPredicted(), b.positiveShare());
    }
    return frame.build();
  }
}
