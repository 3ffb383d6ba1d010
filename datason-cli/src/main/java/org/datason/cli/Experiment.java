package org.datason.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.ml.experiment.Metric;
import org.datason.ml.experiment.Run;
import org.datason.ml.model.ClassificationReport;
import org.datason.ml.model.ConfusionMatrix;
import org.datason.ml.model.ModelArtifact;
import org.datason.ml.model.RocCurve;
import org.datason.tensor.Tensor;

/**
 * An experiment on the iris data, as a data scientist keeps it: what was done and what came out.
 */
final class Experiment {

  /** How a run can end. */
  enum Status {
    FINISHED,
    DIVERGED
  }

  private static final BigDecimal PENALTY = new BigDecimal("1E-4");
  private static final BigDecimal TEST_SHARE = new BigDecimal("0.30");
  private static final int EPOCHS = 200;
  private static final long SEED = 1936;

  private final byte[] csv;
  private final Frame iris;
  private final List<String> names;
  private final int[] trained;
  private final int[] tested;

  /** Splits the data into one part to fit the model to and one to test it. */
  Experiment() {
    csv = Iris.bytes();
    iris = Iris.read(csv);
    names = Iris.names(iris);
    int[] order = shuffled(iris.size());
    int tests = TEST_SHARE.multiply(BigDecimal.valueOf(order.length)).intValueExact();
    tested = Arrays.copyOf(order, tests);
    trained = Arrays.copyOfRange(order, tests, order.length);
  }

  /** The Datason that knows the types of a result. */
  static Datason datason() {
    return Datason.builder()
        .type("iris.Status", Status.class)
        .build()
        .with(c -> c.exactNumbers(true)); // a long seed stays a long
  }

  /** The data. */
  Frame iris() {
    return iris;
  }

  private static int[] shuffled(int n) {
    int[] order = new int[n];
    Random random = new Random(SEED);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /**
   * Fits a model and tests it; two results for one learning rate differ in their ids and times
   * alone.
   *
   * @param learningRate the size of a step, as it was typed
   */
  Run run(BigDecimal learningRate) {
    Instant started = Instant.now();
    Tensor x = Iris.features(iris, trained);
    int[] y = Iris.species(iris, trained);
    Tensor testX = Iris.features(iris, tested);
    int[] testY = Iris.species(iris, tested);
    SoftmaxRegression model = SoftmaxRegression.untrained(x, names.size());
    double[] losses = new double[EPOCHS];
    double[] testLosses = new double[EPOCHS];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      testLosses[epoch] = model.loss(testX, testY);
      losses[epoch] = model.step(x, y, learningRate.doubleValue(), PENALTY.doubleValue());
    }
    Tensor probabilities = model.predict(testX);
    Frame predictions = predictions(probabilities);
    ConfusionMatrix confusion =
        ConfusionMatrix.of(texts(predictions, "species"), texts(predictions, "predicted"));
    Instant ended = Instant.now();
    return Run.builder("softmax, rate " + learningRate)
        .started(started)
        .ended(ended)
        .tag("iris")
        .tag("softmax regression")
        .parameter("learningRate", learningRate)
        .parameter("penalty", PENALTY)
        .parameter("testShare", TEST_SHARE)
        .parameter("epochs", EPOCHS)
        .parameter("seed", SEED)
        .parameter("dataSha256", sha256(csv))
        .metric("loss", Metric.of(losses))
        .metric("testLoss", Metric.of(testLosses))
        .metric("accuracy", EPOCHS - 1, confusion.accuracy())
        .value("status", losses[EPOCHS - 1] < losses[0] ? Status.FINISHED : Status.DIVERGED)
        .value("startedIn", started.atZone(ZoneId.of("Europe/London")))
        .value("duration", Duration.between(started, ended))
        .value("published", LocalDate.of(1936, 9, 1))
        .value("predictions", predictions)
        .value("probabilities", probabilities)
        .value("confusion", confusion)
        .value("report", ClassificationReport.of(confusion))
        .value("roc", roc(testY, probabilities))
        .value("model", artifact(model))
        .build();
  }

  /** What was told of each flower of the test. */
  private Frame predictions(Tensor probabilities) {
    long[] rows = new long[tested.length];
    double[] probability = new double[tested.length];
    Object[] species = new Object[tested.length];
    Object[] predicted = new Object[tested.length];
    for (int i = 0; i < tested.length; i++) {
      int best = 0;
      for (int k = 1; k < names.size(); k++) {
        best = probabilities.getDouble(i, k) > probabilities.getDouble(i, best) ? k : best;
      }
      rows[i] = tested[i];
      species[i] = iris.column(Iris.SPECIES).getText(tested[i]);
      predicted[i] = names.get(best);
      probability[i] = probabilities.getDouble(i, best);
    }
    Column categories = Column.of(FieldType.Simple.TEXT, names.toArray());
    return Frame.builder()
        .column("row", Column.wrap(FieldType.Simple.INT64, rows))
        .column("species", Column.dictionary(categories, false, species))
        .column("predicted", Column.dictionary(categories, false, predicted))
        .column("probability", Column.wrap(probability))
        .build();
  }

  private static List<String> texts(Frame frame, String column) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < frame.size(); i++) {
      texts.add(frame.column(column).getText(i));
    }
    return texts;
  }

  /** How well the last species is told from the others. */
  private RocCurve roc(int[] y, Tensor probabilities) {
    int last = names.size() - 1;
    boolean[] actual = new boolean[y.length];
    for (int i = 0; i < y.length; i++) {
      actual[i] = y[i] == last;
    }
    return RocCurve.of(actual, probabilities.select(1, last).toDoubleArray());
  }

  private ModelArtifact artifact(SoftmaxRegression model) {
    return ModelArtifact.of("iris", "1", "datason demo")
        .withMetadata("features", Iris.FEATURES)
        .withMetadata("classes", names)
        .withTensor("weights", model.weights())
        .withTensor("scaling", model.scaling());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
