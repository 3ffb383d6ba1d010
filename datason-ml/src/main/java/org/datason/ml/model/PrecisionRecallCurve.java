package org.datason.ml.model;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;

/**
 * Precision and recall of a classifier of two classes for each threshold: what ROC curves hide
 * where positives are rare. Immutable.
 *
 * <pre>{@code
 * PrecisionRecallCurve curve = PrecisionRecallCurve.of(
 *     new boolean[] {false, false, true, true}, new double[] {0.1, 0.4, 0.35, 0.8});
 * curve.averagePrecision(); // 0.833...
 * }</pre>
 *
 * @param points at least one, from the highest threshold to the lowest
 */
public record PrecisionRecallCurve(List<Point> points) {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("threshold", FieldType.Simple.FLOAT64),
          new Field("precision", FieldType.Simple.FLOAT64),
          new Field("recall", FieldType.Simple.FLOAT64));

  /**
   * What happens at a threshold.
   *
   * @param threshold the least score that counts as positive
   * @param precision the share of positives among what counts as positive, from 0 to 1
   * @param recall the share of the positives that count as such, from 0 to 1
   */
  public record Point(double threshold, double precision, double recall) {

    /**
     * Checks that the shares are from 0 to 1.
     *
     * @param threshold see the component
     * @param precision see the component
     * @param recall see the component
     */
    public Point {
      Checks.share("precision", precision);
      Checks.share("recall", recall);
    }
  }

  /**
   * Checks that recall never falls and the thresholds never rise.
   *
   * @param points see the component
   * @throws IllegalArgumentException if they do, or there is none
   */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one point but found none");
    }
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      if (!(b.threshold() <= a.threshold() && b.recall() >= a.recall())) {
        throw new IllegalArgumentException(
            "Expected falling thresholds and rising recall but found " + b + " after " + a);
      }
    }
  }

  /**
   * The curve of a classifier: a point for each score.
   *
   * @param actual whether each example is positive
   * @param scores the score of each, higher for positive
   * @return the curve
   * @throws IllegalArgumentException if there is no positive one, a score is NaN, or there are not
   *     as many scores as examples
   */
  public static PrecisionRecallCurve of(boolean[] actual, double[] scores) {
    RankedLabels labels = new RankedLabels(actual, scores);
    double positives = labels.positives();
    if (positives == 0) {
      throw new IllegalArgumentException("Expected positive examples but found none");
    }
    List<Point> points = new ArrayList<>();
    labels.forEach(
        (t, tp, fp) -> points.add(new Point(t, (double) tp / (tp + fp), tp / positives)));
    return new PrecisionRecallCurve(points);
  }

  /**
   * The average precision: the sum of precision times the growth of recall over all points, without
   * interpolation, as scikit-learn has it (Zhu, Recall, precision and average precision, University
   * of Waterloo, 2004).
   *
   * @return from 0 to 1
   */
  public double averagePrecision() {
    double sum = 0;
    double before = 0;
    for (Point p : points) {
      sum += (p.recall() - before) * p.precision();
      before = p.recall();
    }
    return sum;
  }

  /**
   * The points as a table.
   *
   * @return a row for each
   */
  public Frame toFrame() {
    FrameBuilder frame = Frame.builder(SCHEMA);
    for (Point p : points) {
      frame.row(p.threshold(), p.precision(), p.recall());
    }
    return frame.build();
  }
}
