package org.datason.ml.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Series;

/**
 * How often each class was taken for each: a row for each actual class, a column for each predicted
 * one, as scikit-learn has it. Immutable.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = ConfusionMatrix.of(
 *     List.of("cat", "cat", "dog"), List.of("cat", "dog", "dog"));
 * matrix.count("cat", "dog"); // 1
 * matrix.accuracy(); // 0.666...
 * }</pre>
 *
 * <p>A share of nothing, such as the precision of a class that was never predicted, is NaN.
 *
 * @param labels the names of the classes, each once
 * @param counts for each actual class how often each was predicted: {@code counts[actual]
 *     [predicted]}; a copy
 */
public record ConfusionMatrix(List<String> labels, long[][] counts) {

  /**
   * Checks that there are as many rows and columns as labels.
   *
   * @param labels see the component
   * @param counts see the component; none may be negative
   * @throws IllegalArgumentException if they are not
   */
  public ConfusionMatrix {
    labels = List.copyOf(labels);
    counts = copy(counts);
    if (new TreeSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException("Expected each label once but found " + labels);
    }
    boolean square = counts.length == labels.size();
    for (long[] row : counts) {
      square &= row.length == labels.size();
      for (long count : row) {
        Checks.notNegative("A count", count);
      }
    }
    if (!square) {
      throw new IllegalArgumentException(
          "Expected "
              + labels.size()
              + " rows and columns, as there are labels, but found "
              + Arrays.deepToString(counts));
    }
  }

  private static long[][] copy(long[][] rows) {
    long[][] copy = new long[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = Objects.requireNonNull(rows[i], "a row").clone();
    }
    return copy;
  }

  /**
   * Counts predictions.
   *
   * @param actual the class of each example
   * @param predicted the class that each was taken for
   * @return the matrix, its labels sorted
   * @throws IllegalArgumentException if there is none or they are not as many
   */
  public static ConfusionMatrix of(List<String> actual, List<String> predicted) {
    Checks.sameLength(actual.size(), predicted.size());
    TreeSet<String> names = new TreeSet<>(actual);
    names.addAll(predicted);
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    long[][] counts = new long[names.size()][names.size()];
    Iterator<String> each = predicted.iterator();
    for (String label : actual) {
      counts[places.get(label)][places.get(each.next())]++;
    }
    return new ConfusionMatrix(List.copyOf(names), counts);
  }

  /**
   * The counts.
   *
   * @return a copy, {@code counts[actual][predicted]}
   */
  @Override
  public long[][] counts() {
    return copy(counts);
  }

  /**
   * How often one class was taken for one.
   *
   * @param actual the actual class
   * @param predicted the predicted one
   * @return 0 or more
   * @throws IllegalArgumentException if there is no such class
   */
  public long count(String actual, String predicted) {
    return counts[indexOf(actual)][indexOf(predicted)];
  }

  private int indexOf(String label) {
    int i = labels.indexOf(label);
    if (i < 0) {
      throw new IllegalArgumentException("There is no label '" + label + "'; there are " + labels);
    }
    return i;
  }

  /**
   * How many predictions were counted.
   *
   * @return 0 or more
   */
  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  private long correct() {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i][i];
    }
    return sum;
  }

  private long actual(int i) {
    return Arrays.stream(counts[i]).sum();
  }

  private long predicted(int i) {
    return Arrays.stream(counts).mapToLong(row -> row[i]).sum();
  }

  /**
   * The share of correct predictions.
   *
   * @return from 0 to 1
   */
  public double accuracy() {
    return Checks.ratio(correct(), total());
  }

  /**
   * How many examples are of a class.
   *
   * @param label the class
   * @return 0 or more
   */
  public long support(String label) {
    return actual(indexOf(label));
  }

  /**
   * The share of those taken for a class that are of it: TP / (TP + FP).
   *
   * @param label the class
   * @return from 0 to 1
   */
  public double precision(String label) {
    int i = indexOf(label);
    return Checks.ratio(counts[i][i], predicted(i));
  }

  /**
   * The share of those of a class that were taken for it: TP / (TP + FN), the sensitivity.
   *
   * @param label the class
   * @return from 0 to 1
   */
  public double recall(String label) {
    int i = indexOf(label);
    return Checks.ratio(counts[i][i], actual(i));
  }

  /**
   * The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN) (van Rijsbergen, Information
   * Retrieval, 1979).
   *
   * @param label the class
   * @return from 0 to 1
   */
  public double f1(String label) {
    int i = indexOf(label);
    return Checks.ratio(2.0 * counts[i][i], predicted(i) + actual(i));
  }

  /**
   * The correlation of actual and predicted classes: Matthews' coefficient in its form for any
   * number of classes, R<sub>K</sub> (Gorodkin, Computational Biology and Chemistry 28, 2004).
   *
   * @return from -1 to 1; NaN if all are of one class or were taken for one
   */
  public double matthewsCorrelation() {
    double total = total();
    double products = 0;
    double predictedSquares = 0;
    double actualSquares = 0;
    for (int i = 0; i < counts.length; i++) {
      double p = predicted(i);
      double a = actual(i);
      products += p * a;
      predictedSquares += p * p;
      actualSquares += a * a;
    }
    double spread = (total * total - predictedSquares) * (total * total - actualSquares);
    return Checks.ratio(correct() * total - products, Math.sqrt(spread));
  }

  /**
   * The agreement beyond that of chance: Cohen's kappa (Cohen, Educational and Psychological
   * Measurement 20, 1960).
   *
   * @return at most 1; NaN if all are of one class and were taken for it
   */
  public double cohenKappa() {
    double total = total();
    double chance = 0;
    for (int i = 0; i < counts.length; i++) {
      chance += predicted(i) / total * (actual(i) / total);
    }
    return Checks.ratio(accuracy() - chance, 1 - chance);
  }

  /**
   * The counts as a table.
   *
   * @return a row for each actual class, which its label names, and a column for each predicted one
   */
  public Frame toFrame() {
    FrameBuilder frame = Frame.builder();
    for (int i = 0; i < counts.length; i++) {
      int column = i;
      long[] values = Arrays.stream(counts).mapToLong(row -> row[column]).toArray();
      frame.column(labels.get(i), Column.wrap(FieldType.Simple.INT64, values));
    }
    Column actual = Column.of(FieldType.Simple.TEXT, labels.toArray());
    return frame.index(new Series("actual", actual)).build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && labels.equals(that.labels)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
  }

  /** The counts as a table. */
  @Override
  public String toString() {
    return toFrame().toString();
  }
}
