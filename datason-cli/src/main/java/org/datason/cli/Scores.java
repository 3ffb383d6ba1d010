package org.datason.cli;

/**
 * How well one class is told from the others.
 *
 * @param precision the share of those taken for the class that are of it; NaN if none was
 * @param recall the share of those of the class that are taken for it; NaN if there are none
 * @param f1 the harmonic mean of both
 * @param support how many are of the class
 */
record Scores(double precision, double recall, double f1, int support) {

  /**
   * The scores of a class.
   *
   * @param confusion how many of each class (row) were taken for each class (column)
   */
  static Scores of(int[][] confusion, int k) {
    int taken = 0;
    int support = 0;
    for (int i = 0; i < confusion.length; i++) {
      taken += confusion[i][k];
      support += confusion[k][i];
    }
    double hits = confusion[k][k];
    return new Scores(hits / taken, hits / support, 2 * hits / (taken + support), support);
  }
}
