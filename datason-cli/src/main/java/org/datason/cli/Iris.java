package org.datason.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.ml.csv.Csv;
import org.datason.tensor.Tensor;

/** Fisher's iris data: four measures of 150 flowers of three species, 50 of each. */
final class Iris {

  /** The measures, in centimetres. */
  static final List<String> FEATURES =
      List.of("sepal length", "sepal width", "petal length", "petal width");

  static final String SPECIES = "species";

  private Iris() {}

  /** The bytes of the CSV file that holds the data. */
  static byte[] bytes() {
    try (InputStream in = Iris.class.getResourceAsStream("iris.csv")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data as a table: the measures and, as a dictionary, the species. */
  static Frame read(byte[] csv) {
    return Csv.reader()
        .comment('#')
        .type(SPECIES, new FieldType.Dictionary(FieldType.Simple.TEXT, false))
        .read(new ByteArrayInputStream(csv));
  }

  /** The measures of some rows, a row for each. */
  static Tensor features(Frame iris, int[] rows) {
    double[] x = new double[rows.length * FEATURES.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < FEATURES.size(); j++) {
        x[i * FEATURES.size() + j] = iris.column(FEATURES.get(j)).getDouble(rows[i]);
      }
    }
    return Tensor.of(x, rows.length, FEATURES.size());
  }

  /** The numbers of the species of some rows. */
  static int[] species(Frame iris, int[] rows) {
    int[] y = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      y[i] = (int) iris.column(SPECIES).getLong(rows[i]);
    }
    return y;
  }

  /** The names of all species, in the order of their numbers. */
  static List<String> names(Frame iris) {
    List<String> names = new java.util.ArrayList<>();
    for (int i = 0; i < iris.column(SPECIES).categories().size(); i++) {
      names.add(iris.column(SPECIES).categories().getText(i));
    }
    return names;
  }
}
