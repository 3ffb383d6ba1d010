package org.datason.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.datason.Datason;
import org.datason.cli.Iris.Species;

/**
 * An experiment on the iris data, as a data scientist keeps it: what was done and what came out.
 */
final class Experiment {

  /** How an experiment can end. */
  enum Status {
    FINISHED,
    DIVERGED
  }

  /**
   * What the fit is told.
   *
   * @param learningRate the size of a step, as it was typed
   * @param testShare the share of the data that is kept for the test
   */
  record Parameters(
      BigDecimal learningRate, BigDecimal penalty, BigDecimal testShare, int epochs, long seed) {}

  private static final Parameters PARAMETERS =
      new Parameters(
          new BigDecimal("0.50"), new BigDecimal("1E-4"), new BigDecimal("0.30"), 200, 1936);

  private Experiment() {}

  /** The Datason that knows the types of a result. */
  static Datason datason() {
    return Datason.builder()
        .type("iris.Species", Species.class)
        .type("iris.Status", Status.class)
        .type("iris.Parameters", Parameters.class)
        .type("iris.Scores", Scores.class)
        .build();
  }

  /** Fits the model and tests it; the result differs from run to run in its id and times alone. */
  static Map<String, Object> run() {
    final ZonedDateTime started = ZonedDateTime.now(ZoneId.of("Europe/London"));
    byte[] bytes = Iris.bytes();
    Iris iris = Iris.read(bytes);
    int[] order = shuffled(iris.x().length, PARAMETERS.seed());
    int tests = PARAMETERS.testShare().multiply(BigDecimal.valueOf(order.length)).intValueExact();

    double[][] x = new double[order.length - tests][];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = iris.x()[order[tests + i]];
      y[i] = iris.species()[order[tests + i]].ordinal();
    }
    SoftmaxRegression model = SoftmaxRegression.untrained(x, Species.values().length);
    double[] losses = new double[PARAMETERS.epochs()];
    for (int epoch = 0; epoch < losses.length; epoch++) {
      losses[epoch] =
          model.step(
              x, y, PARAMETERS.learningRate().doubleValue(), PARAMETERS.penalty().doubleValue());
    }
    Instant finished = Instant.now();

    Map<String, Object> result = new LinkedHashMap<>();
    result.put("run", UUID.randomUUID());
    result.put("started", started);
    result.put("finished", finished);
    result.put("duration", Duration.between(started.toInstant(), finished));
    result.put("published", LocalDate.of(1936, 9, 1));
    result.put("status", losses[losses.length - 1] < losses[0] ? Status.FINISHED : Status.DIVERGED);
    result.put("tags", new TreeSet<>(Set.of("iris", "softmax regression", "baseline")));
    result.put("parameters", PARAMETERS);
    result.put("features", iris.features());
    result.put("dataSha256", sha256(bytes));
    test(iris, order, tests, model, result);
    result.put("losses", losses);
    result.put("weights", model.weights());
    return result;
  }

  private static int[] shuffled(int n, long seed) {
    int[] order = new int[n];
    Random random = new Random(seed);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static void test(
      Iris iris, int[] order, int tests, SoftmaxRegression model, Map<String, Object> result) {
    Species[] all = Species.values();
    int[][] confusion = new int[all.length][all.length];
    double loss = 0;
    int right = 0;
    List<Object> errors = new ArrayList<>();
    for (int i = 0; i < tests; i++) {
      int row = order[i];
      Species truth = iris.species()[row];
      double[] p = model.predict(iris.x()[row]);
      int best = 0;
      for (int k = 1; k < p.length; k++) {
        best = p[k] > p[best] ? k : best;
      }
      confusion[truth.ordinal()][best]++;
      loss -= Math.log(p[truth.ordinal()]);
      if (best == truth.ordinal()) {
        right++;
      } else {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("row", row);
        error.put("species", truth);
        error.put("takenFor", all[best]);
        error.put("probability", p[best]);
        errors.add(error);
      }
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", (double) right / tests);
    metrics.put("logLoss", loss / tests);
    metrics.put("trained", order.length - tests);
    metrics.put("tested", tests);
    result.put("metrics", metrics);
    Map<Species, Scores> scores = new EnumMap<>(Species.class);
    for (Species species : all) {
      scores.put(species, Scores.of(confusion, species.ordinal()));
    }
    result.put("scores", scores);
    result.put("confusion", confusion);
    result.put("errors", errors);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
