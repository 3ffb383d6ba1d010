package org.datason.json;

import java.math.BigDecimal;

/**
 * Decimals of up to 18 digits without an exponent from their bytes: a long and a scale. What it
 * gives is what {@link BigDecimal#BigDecimal(String)} gives. One object takes one text after the
 * other.
 */
final class ShortDecimal {

  private static final int MOST_DIGITS = 18;

  private long unscaled;
  private int scale;

  /** Parses the decimal that begins at a place; its end, or -1 if there is none of this form. */
  int parse(byte[] b, int from, int limit) {
    boolean negative = from < limit && b[from] == '-';
    int first = negative ? from + 1 : from;
    int most = Math.min(limit, first + MOST_DIGITS + 2);
    int point = -1;
    long value = 0;
    int p = first;
    for (; p < most; p++) {
      int d = b[p] - '0';
      if (d >= 0 && d <= 9) {
        value = value * 10 + d;
      } else if (d == '.' - '0' && point < 0) {
        point = p;
      } else {
        break;
      }
    }
    int digits = p - first - (point < 0 ? 0 : 1);
    if (digits < 1 || digits > MOST_DIGITS || point == first || point == p - 1) {
      return -1;
    }
    unscaled = negative ? -value : value;
    scale = point < 0 ? 0 : p - 1 - point;
    return p;
  }

  BigDecimal value() {
    return BigDecimal.valueOf(unscaled, scale);
  }
}
