package org.datason.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.datason.Datason;

/**
 * Fisher's iris data: four measures of 150 flowers of three species, 50 of each. Immutable by
 * custom: nobody writes to its arrays.
 *
 * @param features the names of the measures
 * @param x the measures in centimetres, a row for each flower
 * @param species the species of each flower
 */
record Iris(List<String> features, double[][] x, Species[] species) {

  /** What is to be told from the measures. */
  enum Species {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
  }

  private static final List<String> FEATURES =
      List.of("sepal length", "sepal width", "petal length", "petal width");

  /** The bytes of the resource that holds the data. */
  static byte[] bytes() {
    try (InputStream in = Iris.class.getResourceAsStream("iris.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the data from the resource's bytes. */
  static Iris read(byte[] json) {
    Map<?, ?> columns = (Map<?, ?>) Datason.create().fromJson(json);
    List<?> names = (List<?>) columns.get("species");
    double[][] x = new double[names.size()][FEATURES.size()];
    Species[] species = new Species[names.size()];
    for (int row = 0; row < x.length; row++) {
      for (int j = 0; j < FEATURES.size(); j++) {
        x[row][j] = (Double) ((List<?>) columns.get(FEATURES.get(j))).get(row);
      }
      species[row] = Species.valueOf(names.get(row).toString().toUpperCase(Locale.ROOT));
    }
    return new Iris(FEATURES, x, species);
  }
}
