package org.datason.ml.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;

/**
 * How well each class was told, and all of them. Immutable.
 *
 * <pre>{@code
 * ClassificationReport report = ClassificationReport.of(ConfusionMatrix.of(actual, predicted));
 * report.macroF1(); // each class counts alike
 * report.weightedF1(); // each example counts alike
 * System.out.println(report.toFrame());
 * }</pre>
 *
 * @param classes the classes in their order
 * @param accuracy the share of correct predictions, from 0 to 1 or NaN
 */
public record ClassificationReport(List<ClassScores> classes, double accuracy) {

  /**
   * How well a class was told; NaN where nothing was counted.
   *
   * @param label the name of the class
   * @param precision see {@link ConfusionMatrix#precision}
   * @param recall see {@link ConfusionMatrix#recall}
   * @param f1 see {@link ConfusionMatrix#f1}
   * @param support see {@link ConfusionMatrix#support}
   */
  public record ClassScores(
      String label, double precision, double recall, double f1, long support) {

    /**
     * Checks that the shares are from 0 to 1.
     *
     * @param label see the component
     * @param precision see the component
     * @param recall see the component
     * @param f1 see the component
     * @param support see the component
     */
    public ClassScores {
      Objects.requireNonNull(label, "label");
      Checks.share("precision", precision);
      Checks.share("recall", recall);
      Checks.share("f1", f1);
      Checks.notNegative("support", support);
    }
  }

  /**
   * Takes a copy of the list.
   *
   * @param classes see the component
   * @param accuracy see the component
   */
  public ClassificationReport {
    classes = List.copyOf(classes);
    Checks.share("accuracy", accuracy);
  }

  /**
   * The report of a confusion matrix.
   *
   * @param matrix the matrix
   * @return its scores
   */
  public static ClassificationReport of(ConfusionMatrix matrix) {
    List<ClassScores> classes = new ArrayList<>();
    for (String label : matrix.labels()) {
      classes.add(
          new ClassScores(
              label,
              matrix.precision(label),
              matrix.recall(label),
              matrix.f1(label),
              matrix.support(label)));
    }
    return new ClassificationReport(classes, matrix.accuracy());
  }

  /**
   * The mean precision of the classes.
   *
   * @return from 0 to 1; NaN if that of a class is, so with all means
   */
  public double macroPrecision() {
    return macro(ClassScores::precision);
  }

  /**
   * The mean recall of the classes, the balanced accuracy.
   *
   * @return from 0 to 1 or NaN
   */
  public double macroRecall() {
    return macro(ClassScores::recall);
  }

  /**
   * The mean F1 of the classes.
   *
   * @return from 0 to 1 or NaN
   */
  public double macroF1() {
    return macro(ClassScores::f1);
  }

  /**
   * The mean F1 of the classes, each weighted by how many examples are of it.
   *
   * @return from 0 to 1 or NaN
   */
  public double weightedF1() {
    double sum = 0;
    long weights = 0;
    for (ClassScores c : classes) {
      sum += c.support() == 0 ? 0 : c.f1() * c.support();
      weights += c.support();
    }
    return Checks.ratio(sum, weights);
  }

  private double macro(ToDoubleFunction<ClassScores> score) {
    return Checks.ratio(classes.stream().mapToDouble(score).sum(), classes.size());
  }

  /**
   * The scores as a table.
   *
   * @return a row for each class
   */
  public Frame toFrame() {
    Schema schema =
        Schema.of(
            new Field("label", FieldType.Simple.TEXT),
            new Field("precision", FieldType.Simple.FLOAT64),
            new Field("recall", FieldType.Simple.FLOAT64),
            new Field("f1", FieldType.Simple.FLOAT64),
            new Field("support", FieldType.Simple.INT64));
    FrameBuilder frame = Frame.builder(schema);
    for (ClassScores c : classes) {
      frame.row(c.label(), c.precision(), c.recall(), c.f1(), c.support());
    }
    return frame.build();
  }
}
