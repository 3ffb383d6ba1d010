package org.datason.json;

import java.util.Arrays;

/**
 * Numbers as JSON spells them, in bytes: for those who find them elsewhere than in a document, such
 * as in the cells of a CSV file.
 *
 * <pre>{@code
 * byte[] text = {'1', '2', '.', '5', '0'};
 * NumberText.kind(text, 0, 5); // DOUBLE
 * NumberText.toDouble(text, 0, 5); // 12.5
 * NumberText.isShortest(text, 0, 5); // false: 12.5 is shorter
 * }</pre>
 */
public final class NumberText {

  /** So many decimal digits always come back from a double. */
  private static final int SAFE_DIGITS = 15;

  private NumberText() {}

  // ---------------------------------------------------------------- bytes

  /**
   * What a number needs to be held by without losing a digit.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last
   * @return the kind; null if the bytes are no number as RFC 8259 defines it
   */
  public static NumberKind kind(byte[] b, int from, int to) {
    return isNumber(b, from, to) ? NumberKind.of(b, from, to) : null;
  }

  /**
   * The double nearest to a number; an infinity beyond the range.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last byte of a number ({@link #isNumber})
   * @return the double
   */
  public static double toDouble(byte[] b, int from, int to) {
    return DecimalParser.parseDouble(b, from, to);
  }

  /**
   * The float nearest to a number, rounded once; an infinity beyond the range.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last byte of a number ({@link #isNumber})
   * @return the float
   */
  public static float toFloat(byte[] b, int from, int to) {
    return DecimalParser.parseFloat(b, from, to);
  }

  /**
   * Whether a number is spelled as a double is written: {@code 12.5}, {@code 5.0} and {@code 1e16},
   * but neither {@code 12.50} nor {@code 5} nor {@code 1e5}.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last byte of a number ({@link #isNumber})
   * @return whether the double nearest to it has just this text
   */
  public static boolean isShortest(byte[] b, int from, int to) {
    int first = b[from] == '-' ? from + 1 : from;
    if (to - first <= SAFE_DIGITS + 1 && isPlain(b, first, to)) {
      return true;
    }
    double value = toDouble(b, from, to);
    if (Double.isInfinite(value)) {
      return false;
    }
    byte[] text = new byte[DoubleText.MAX_LENGTH];
    int n = DoubleText.write(text, 0, value);
    return Arrays.equals(text, 0, n, b, from, to);
  }

  /**
   * Whether a number is spelled as Python writes a double, where this differs from {@link
   * #isShortest}: {@code 1e-05}, {@code 2.5e-07} and {@code 1e+16}.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last byte of a number ({@link #isNumber})
   * @return whether Python writes the double nearest to it with just this text, and we do not
   */
  public static boolean isPython(byte[] b, int from, int to) {
    int e = to - 1;
    while (e > from && (b[e] | 0x20) != 'e') {
      e--;
    }
    if (e == from || b[e] != 'e' || to - e < 4 || b[e + 1] != '-' && b[e + 1] != '+') {
      return false;
    }
    String text = TextBytes.decode(b, from, to);
    return NumberForms.python(text).equals(text) && !isShortest(b, from, to);
  }

  /**
   * Whether a number with few digits has a point, behind it a zero alone or a last digit that is
   * not zero, and is not so small that it might have an exponent: such are spelled so.
   */
  private static boolean isPlain(byte[] b, int first, int to) {
    int point = digits(b, first, to);
    return point < to - 1
        && b[point] == '.'
        && (b[to - 1] != '0' || point == to - 2)
        && (b[first] != '0' || b[point + 1] != '0' || point == to - 2)
        && digits(b, point + 1, to) == to;
  }

  /**
   * Whether bytes are a number as RFC 8259 defines it.
   *
   * @param b the array
   * @param from the first byte
   * @param to after the last
   * @return whether they are
   */
  public static boolean isNumber(byte[] b, int from, int to) {
    int start = from < to && b[from] == '-' ? from + 1 : from;
    int p = digits(b, start, to);
    if (p == start || p - start > 1 && b[start] == '0') {
      return false;
    }
    if (p < to && b[p] == '.') {
      int fraction = p + 1;
      p = digits(b, fraction, to);
      if (p == fraction) {
        return false;
      }
    }
    if (p < to && (b[p] | 0x20) == 'e') {
      p++;
      if (p < to && (b[p] == '-' || b[p] == '+')) {
        p++;
      }
      int exponent = p;
      p = digits(b, exponent, to);
      if (p == exponent) {
        return false;
      }
    }
    return p == to;
  }

  private static int digits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p;
  }

  // ---------------------------------------------------------------- strings

  /** Whether a text is a number as RFC 8259 defines it. */
  static boolean isNumber(String text) {
    int n = text.length();
    int start = n > 0 && text.charAt(0) == '-' ? 1 : 0;
    int p = digits(text, start);
    if (p == start || p - start > 1 && text.charAt(start) == '0') {
      return false;
    }
    if (p < n && text.charAt(p) == '.') {
      int fraction = p + 1;
      p = digits(text, fraction);
      if (p == fraction) {
        return false;
      }
    }
    if (p < n && (text.charAt(p) | 0x20) == 'e') {
      p++;
      if (p < n && (text.charAt(p) == '-' || text.charAt(p) == '+')) {
        p++;
      }
      int exponent = p;
      p = digits(text, exponent);
      if (p == exponent) {
        return false;
      }
    }
    return p == n;
  }

  private static int digits(String text, int from) {
    int p = from;
    while (p < text.length() && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
      p++;
    }
    return p;
  }
}
