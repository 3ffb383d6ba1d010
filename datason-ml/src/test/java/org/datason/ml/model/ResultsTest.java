package org.datason.ml.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.ml.model.ClassificationReport.ClassScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is derived of results; the expected numbers are those of scikit-learn's documentation. */
class ResultsTest {

  private static final double EXACT = 1e-15;

  private static void assertRefused(String message, Executable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making).getMessage());
  }

  // ---------------------------------------------------------------- classes

  private static final ConfusionMatrix ANIMALS =
      ConfusionMatrix.of(
          List.of("cat", "ant", "cat", "cat", "ant", "bird"),
          List.of("ant", "ant", "cat", "cat", "ant", "cat"));

  @Test
  void aConfusionMatrixCounts() {
    assertEquals(
        new ConfusionMatrix(
            List.of("ant", "bird", "cat"), new long[][] {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}}),
        ANIMALS);
    assertEquals(1, ANIMALS.count("cat", "ant"));
    assertEquals(6, ANIMALS.total());
    assertEquals(4 / 6.0, ANIMALS.accuracy(), EXACT);
    assertEquals(3, ANIMALS.support("cat"));
    assertEquals(2 / 3.0, ANIMALS.precision("ant"), EXACT);
    assertEquals(1, ANIMALS.recall("ant"), EXACT);
    assertEquals(0.8, ANIMALS.f1("ant"), EXACT);
    assertEquals(Double.NaN, ANIMALS.precision("bird"));
    assertEquals(0, ANIMALS.recall("bird"));
    assertEquals(1L, ANIMALS.toFrame().column("ant").getLong(2));
    assertEquals("actual", ANIMALS.toFrame().index().name());
    assertEquals(ANIMALS.toFrame().toString(), ANIMALS.toString());
  }

  @Test
  void agreementBeyondChance() {
    ConfusionMatrix two =
        ConfusionMatrix.of(List.of("+", "+", "+", "-"), List.of("+", "-", "+", "+"));
    assertEquals(-1 / 3.0, two.matthewsCorrelation(), EXACT);
    ConfusionMatrix sentiments =
        ConfusionMatrix.of(
            List.of("negative", "positive", "negative", "neutral", "positive"),
            List.of("negative", "positive", "negative", "neutral", "negative"));
    assertEquals(0.6875, sentiments.cohenKappa(), EXACT);
    ConfusionMatrix one = ConfusionMatrix.of(List.of("a"), List.of("a"));
    assertEquals(Double.NaN, one.matthewsCorrelation());
    assertEquals(Double.NaN, one.cohenKappa());
    assertEquals(1, one.accuracy());
  }

  @Test
  void aMatrixWithoutPredictions() {
    ConfusionMatrix none = new ConfusionMatrix(List.of(), new long[0][]);
    assertEquals(Double.NaN, none.accuracy());
    assertEquals(0, none.total());
  }

  @Test
  void aMatrixIsSquare() {
    assertRefused(
        "Expected 2 rows and columns, as there are labels, but found [[1, 2]]",
        () -> new ConfusionMatrix(List.of("a", "b"), new long[][] {{1, 2}}));
    assertRefused(
        "Expected 1 rows and columns, as there are labels, but found [[1, 2]]",
        () -> new ConfusionMatrix(List.of("a"), new long[][] {{1, 2}}));
    assertRefused(
        "A count must not be negative, not -1",
        () -> new ConfusionMatrix(List.of("a"), new long[][] {{-1}}));
    assertRefused(
        "Expected each label once but found [a, a]",
        () -> new ConfusionMatrix(List.of("a", "a"), new long[][] {{1, 2}, {3, 4}}));
    assertRefused(
        "There is no label 'dog'; there are [ant, bird, cat]", () -> ANIMALS.support("dog"));
    assertRefused(
        "Expected a prediction for each of 1 values but found 0",
        () -> ConfusionMatrix.of(List.of("a"), List.of()));
    assertRefused(
        "Expected at least one value but found none",
        () -> ConfusionMatrix.of(List.of(), List.of()));
  }

  @Test
  void theMatrixDoesNotChange() {
    long[][] counts = {{1}};
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("a"), counts);
    counts[0][0] = 2;
    matrix.counts()[0][0] = 3;
    assertEquals(1, matrix.total());
  }

  @Test
  void aReportHasTheScoresOfEachClass() {
    ClassificationReport report = ClassificationReport.of(ANIMALS);
    assertEquals(new ClassScores("cat", 2 / 3.0, 2 / 3.0, 4 / 6.0, 3), report.classes().get(2));
    assertEquals((0.8 + 0 + 4 / 6.0) / 3, report.macroF1(), EXACT);
    assertEquals((2 * 0.8 + 3 * 4 / 6.0) / 6, report.weightedF1(), EXACT);
    assertEquals((1 + 0 + 2 / 3.0) / 3, report.macroRecall(), EXACT);
    assertEquals(Double.NaN, report.macroPrecision());
    assertEquals(3, report.toFrame().size());
    assertEquals(0.8, report.toFrame().column("f1").getDouble(0), EXACT);
    assertRefused("recall must be from 0 to 1, not 1.5", () -> new ClassScores("a", 1, 1.5, 1, 1));
    assertRefused(
        "accuracy must be from 0 to 1, not -0.5", () -> new ClassificationReport(List.of(), -0.5));
  }

  // ---------------------------------------------------------------- two classes

  private static final boolean[] ACTUAL = {false, false, true, true};
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

  @Test
  void aRocCurveHasAPointForEachScore() {
    RocCurve curve = RocCurve.of(ACTUAL, SCORES);
    assertEquals(
        List.of(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(0.8, 0, 0.5),
            new RocCurve.Point(0.4, 0.5, 0.5),
            new RocCurve.Point(0.35, 0.5, 1),
            new RocCurve.Point(0.1, 1, 1)),
        curve.points());
    assertEquals(0.75, curve.auc(), EXACT);
    assertEquals(5, curve.toFrame().size());
    assertEquals(0.5, curve.toFrame().column("truePositiveRate").getDouble(1));
  }

  @Test
  void equalScoresAreOnePoint() {
    RocCurve curve = RocCurve.of(ACTUAL, new double[] {0.0, -0.0, 0.0, -0.0});
    assertEquals(2, curve.points().size());
    assertEquals(0.5, curve.auc(), EXACT);
  }

  /** The area is the chance that a positive one has the higher score, a tie counting half. */
  @Property(tries = 200)
  void theAreaIsTheChanceOfTheRightOrder(
      @ForAll @IntRange(min = 2, max = 40) int n, @ForAll long seed) {
    Random random = new Random(seed);
    boolean[] actual = new boolean[n];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      actual[i] = i == 0 || i > 1 && random.nextBoolean();
      scores[i] = random.nextInt(8);
    }
    double won = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (actual[i] && !actual[j]) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertEquals(won / pairs, RocCurve.of(actual, scores).auc(), 1e-12);
  }

  @Test
  void aRocCurveNeedsBothClasses() {
    assertRefused(
        "Expected positive and negative examples but found only positive ones",
        () -> RocCurve.of(new boolean[] {true}, new double[] {1}));
    assertRefused(
        "Expected positive and negative examples but found only negative ones",
        () -> RocCurve.of(new boolean[] {false}, new double[] {1}));
    assertRefused(
        "Score 1 is NaN, which has no rank",
        () -> RocCurve.of(new boolean[] {true, false}, new double[] {1, Double.NaN}));
    assertRefused("Expected at least two points but found []", () -> new RocCurve(List.of()));
    RocCurve.Point high = new RocCurve.Point(0.5, 0.5, 0.5);
    RocCurve.Point low = new RocCurve.Point(0.4, 0.4, 0.5);
    assertRefused(
        "Expected falling thresholds and rising rates but found " + low + " after " + high,
        () -> new RocCurve(List.of(high, low)));
    assertRefused(
        "truePositiveRate must be from 0 to 1, not 2.0", () -> new RocCurve.Point(0, 0, 2));
  }

  @Test
  void precisionAndRecall() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(ACTUAL, SCORES);
    assertEquals(
        List.of(
            new PrecisionRecallCurve.Point(0.8, 1, 0.5),
            new PrecisionRecallCurve.Point(0.4, 0.5, 0.5),
            new PrecisionRecallCurve.Point(0.35, 2 / 3.0, 1),
            new PrecisionRecallCurve.Point(0.1, 0.5, 1)),
        curve.points());
    assertEquals(0.8333333333333333, curve.averagePrecision(), EXACT);
    assertEquals(0.5, curve.toFrame().column("precision").getDouble(1));
    assertRefused(
        "Expected positive examples but found none",
        () -> PrecisionRecallCurve.of(new boolean[] {false}, new double[] {1}));
    assertRefused(
        "Expected at least one point but found none", () -> new PrecisionRecallCurve(List.of()));
    PrecisionRecallCurve.Point a = new PrecisionRecallCurve.Point(0.5, 1, 0.5);
    PrecisionRecallCurve.Point b = new PrecisionRecallCurve.Point(0.6, 1, 0.5);
    assertRefused(
        "Expected falling thresholds and rising recall but found " + b + " after " + a,
        () -> new PrecisionRecallCurve(List.of(a, b)));
  }

  @Test
  void calibration() {
    CalibrationCurve curve =
        CalibrationCurve.of(
            new boolean[] {false, true, true, true}, new double[] {0.1, 0.25, 0.8, 1}, 4);
    assertEquals(
        List.of(
            new CalibrationCurve.Bin(0, 0.25, 1, 0.1, 0),
            new CalibrationCurve.Bin(0.25, 0.5, 1, 0.25, 1),
            new CalibrationCurve.Bin(0.75, 1, 2, 0.9, 1)),
        curve.bins());
    assertEquals((0.01 + 0.5625 + 0.04) / 4, curve.brierScore(), EXACT);
    assertEquals((0.1 + 0.75 + 2 * 0.1) / 4, curve.expectedCalibrationError(), EXACT);
    assertEquals(2, curve.toFrame().column("count").getLong(2));
    assertEquals(Double.NaN, new CalibrationCurve(List.of(), 0).expectedCalibrationError());
    assertRefused(
        "Probability 0 must be from 0 to 1, not 1.5",
        () -> CalibrationCurve.of(new boolean[1], new double[] {1.5}, 4));
    assertRefused(
        "Expected 1 to 10000 ranges, not 0",
        () -> CalibrationCurve.of(new boolean[1], new double[1], 0));
    assertRefused(
        "Expected a range with examples in it but found 0 from 0.0 to 1.0",
        () -> new CalibrationCurve.Bin(0, 1, 0, 0, 0));
    CalibrationCurve.Bin bin = new CalibrationCurve.Bin(0, 0.5, 1, 0.1, 0);
    assertRefused(
        "Expected rising ranges but found " + bin + " after " + bin,
        () -> new CalibrationCurve(List.of(bin, bin), 0));
  }

  /** The product of a probability and the number of ranges may be rounded across an end. */
  @Test
  void aProbabilityAtTheEndOfARangeBelongsToTheNext() {
    for (int count = 1; count <= 1000; count++) {
      for (int i = 0; i < count; i += 1 + count / 50) {
        double end = (double) i / count;
        for (double p : new double[] {end, Math.nextDown(end), Math.nextUp(end)}) {
          if (p >= 0) {
            CalibrationCurve.Bin bin =
                CalibrationCurve.of(new boolean[1], new double[] {p}, count).bins().get(0);
            assertTrue(bin.lower() <= p && p < bin.upper(), () -> p + " in " + bin);
          }
        }
      }
    }
  }

  // ---------------------------------------------------------------- numbers

  @Test
  void regression() {
    RegressionReport report =
        RegressionReport.of(new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0, 2, 8});
    assertEquals(new RegressionReport(4, 0.25, 0.5, 0.5, 1, 0.375, 0.9486081370449679), report);
    assertEquals(Math.sqrt(0.375), report.rootMeanSquaredError(), EXACT);
    RegressionReport constant = RegressionReport.of(new double[] {1, 1}, new double[] {1, 2});
    assertEquals(Double.NaN, constant.rSquared());
    // The mean of three times 0.1 is not 0.1.
    double[] tenths = {0.1, 0.1, 0.1};
    assertEquals(Double.NaN, RegressionReport.of(tenths, new double[] {0.1, 0.2, 0.1}).rSquared());
    RegressionReport undefined =
        RegressionReport.of(new double[] {1, 2, 3}, new double[] {1, 2, Double.NaN});
    assertEquals(Double.NaN, undefined.medianAbsoluteError());
    assertEquals(Double.NaN, undefined.maxError());
    assertRefused(
        "count must be at least 1, not 0", () -> new RegressionReport(0, 0, 0, 0, 0, 0, 0));
    assertRefused(
        "maxError must not be negative, not -1.0",
        () -> new RegressionReport(1, 0, 0, 0, -1, 0, 0));
    assertRefused(
        "rSquared must be at most 1, not 1.5", () -> new RegressionReport(1, 0, 0, 0, 0, 0, 1.5));
  }
}
