package org.datason.ml.model;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;

/**
 * The receiver operating characteristic of a classifier of two classes: for each threshold what
 * share of the positives and of the negatives has at least that score. Immutable.
 *
 * <pre>{@code
 * RocCurve curve = RocCurve.of(
 *     new boolean[] {false, false, true, true}, new double[] {0.1, 0.4, 0.35, 0.8});
 * curve.auc(); // 0.75
 * }</pre>
 *
 * @param points at least two, from the highest threshold to the lowest
 */
public record RocCurve(List<Point> points) {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("threshold", FieldType.Simple.FLOAT64),
          new Field("falsePositiveRate", FieldType.Simple.FLOAT64),
          new Field("truePositiveRate", FieldType.Simple.FLOAT64));

  /**
   * What happens at a threshold.
   *
   * @param threshold the least score that counts as positive; infinite where none does
   * @param falsePositiveRate the share of the negatives that count as positive, from 0 to 1
   * @param truePositiveRate the share of the positives that do, from 0 to 1
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {

    /**
     * Checks that the rates are from 0 to 1.
     *
     * @param threshold see the component
     * @param falsePositiveRate see the component
     * @param truePositiveRate see the component
     */
    public Point {
      Checks.share("falsePositiveRate", falsePositiveRate);
      Checks.share("truePositiveRate", truePositiveRate);
    }
  }

  /**
   * Checks that the rates never fall and the thresholds never rise.
   *
   * @param points see the component
   * @throws IllegalArgumentException if they do, or there are fewer than two
   */
  public RocCurve {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("Expected at least two points but found " + points);
    }
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (!(b.threshold() <= a.threshold()
          && b.falsePositiveRate() >= a.falsePositiveRate()
          && b.truePositiveRate() >= a.truePositiveRate())) {
        throw new IllegalArgumentException(
            "Expected falling thresholds and rising rates but found " + b + " after " + a);
      }
    }
  }

  /**
   * The curve of a classifier, by algorithm 1 of Fawcett, An introduction to ROC analysis, Pattern
   * Recognition Letters 27, 2006: a point for each score.
   *
   * @param actual whether each example is positive
   * @param scores the score of each, higher for positive
   * @return the curve from (0, 0), with an infinite threshold, to (1, 1)
   * @throws IllegalArgumentException if there is no positive or no negative one, a score is NaN, or
   *     there are not as many scores as examples
   */
  public static RocCurve of(boolean[] actual, double[] scores) {
    RankedLabels labels = new RankedLabels(actual, scores);
    double positives = labels.positives();
    double negatives = labels.negatives();
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "Expected positive and negative examples but found only "
              + (positives == 0 ? "negative" : "positive")
              + " ones");
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    labels.forEach((t, tp, fp) -> points.add(new Point(t, fp / negatives, tp / positives)));
    return new RocCurve(points);
  }

  /**
   * The area under the curve, by trapezoids (Fawcett, algorithm 2): how likely a positive example
   * has a higher score than a negative one.
   *
   * @return from 0 to 1
   */
  public double auc() {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double width = b.falsePositiveRate() - a.falsePositiveRate();
      area += width * (a.truePositiveRate() + b.truePositiveRate()) / 2;
    }
    return area;
  }

  /**
   * The points as a table.
   *
   * @return a row for each
   */
  public Frame toFrame() {
    FrameBuilder frame = Frame.builder(SCHEMA);
    for (Point p : points) {
      frame.row(p.threshold(), p.falsePositiveRate(), p.truePositiveRate());
    }
    return frame.build();
  }
}
