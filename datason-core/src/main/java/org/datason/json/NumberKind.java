package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** What a number needs to be held by without losing a digit; and what is no number. */
public enum NumberKind {
  /** An integer that fits a long. */
  LONG,
  /** An integer beyond a long. */
  BIG_INTEGER,
  /** A number with a fraction or exponent that has the digits of the nearest double. */
  DOUBLE,
  /** A bare {@code NaN} or infinity. */
  NON_FINITE,
  /** A number with a fraction or exponent that has more digits than a double. */
  DECIMAL;

  /** So many decimal digits always come back from a double. */
  private static final int SAFE_DIGITS = 15;

  private static final int LONG_DIGITS = 18;

  /** More digits than this are in no shortest text of a double. */
  private static final int MOST_DIGITS = 17;

  /** The kind of the number that stands at the reader's position, which is not moved. */
  static NumberKind at(JsonReader r) {
    int start = r.pos;
    byte[] b = r.buf;
    if (b[start] == 'N' || b[start] == 'I' || r.isInfinity()) {
      return NON_FINITE;
    }
    return of(b, start, NumberParser.end(r));
  }

  /** The kind of the number that bytes spell. */
  static NumberKind of(byte[] b, int start, int end) {
    int digits = 0;
    boolean integer = true;
    for (int p = start; p < end; p++) {
      int c = b[p];
      if (c >= '0' && c <= '9') {
        digits += digits > 0 || c != '0' ? 1 : 0;
      } else if (c == '.') {
        integer = false;
      } else if (c != '-') {
        integer = false;
        digits = MOST_DIGITS; // an exponent: whether the double is exact has to be seen
        break;
      }
    }
    if (integer) {
      return digits <= LONG_DIGITS || fitsLong(b, start, end) ? LONG : BIG_INTEGER;
    }
    if (digits <= SAFE_DIGITS) {
      return DOUBLE;
    }
    return isShortest(b, start, end) ? DOUBLE : DECIMAL;
  }

  private static boolean fitsLong(byte[] b, int start, int end) {
    return end - start <= LONG_DIGITS + 2
        && new BigInteger(StringParser.ascii(b, start, end)).bitLength() < Long.SIZE;
  }

  /** Whether the double nearest to a number is written by the same digits. */
  private static boolean isShortest(byte[] b, int start, int end) {
    double value = DecimalParser.parseDouble(b, start, end);
    if (Double.isInfinite(value)) {
      return false;
    }
    byte[] shortest = new byte[DoubleText.MAX_LENGTH];
    int n = DoubleText.write(shortest, 0, value);
    if (Arrays.equals(shortest, 0, n, b, start, end)) {
      return true;
    }
    String text = StringParser.ascii(b, start, end);
    try {
      BigDecimal exact = new BigDecimal(text);
      BigDecimal same = new BigDecimal(StringParser.ascii(shortest, 0, n));
      return exact.signum() == 0 && value == 0 || exact.compareTo(same) == 0;
    } catch (NumberFormatException e) {
      return false; // its exponent is beyond an int
    }
  }
}
