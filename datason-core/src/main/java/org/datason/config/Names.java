package org.datason.config;

import java.util.Locale;

/** Finds the name that was probably meant. */
final class Names {

  private Names() {}

  /** The one of the names that takes the fewest changes to get, whatever the case. */
  static String nearest(String name, Iterable<String> names) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : names) {
      int distance = distance(candidate.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** The edit distance of Levenshtein (1965). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
