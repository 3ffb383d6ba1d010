package org.datason.types;

/**
 * Complex numbers as Python writes and numpy reads them, {@code 1.0-2.5j}. As pairs numpy would
 * take them for another dimension.
 */
final class ComplexText {

  private ComplexText() {}

  /** The text of a number, its parts as short as a double or float has them. */
  static String of(double re, double im, boolean narrow) {
    String imaginary = part(im, narrow);
    return part(re, narrow) + (imaginary.startsWith("-") ? "" : "+") + imaginary + 'j';
  }

  private static String part(double value, boolean narrow) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return narrow ? Float.toString((float) value) : Double.toString(value);
  }

  /** Where the imaginary part begins, with its sign; -1 if the text is no complex number. */
  private static int split(String text) {
    for (int i = text.length() - 2; i > 0; i--) {
      char c = text.charAt(i);
      if ((c == '+' || c == '-') && (text.charAt(i - 1) | 0x20) != 'e') {
        return text.charAt(text.length() - 1) == 'j' ? i : -1;
      }
    }
    return -1;
  }

  private static String inside(String text) {
    int last = text.length() - 1;
    boolean brackets = last > 0 && text.charAt(0) == '(' && text.charAt(last) == ')';
    return brackets ? text.substring(1, last) : text;
  }

  /**
   * The real and imaginary part of a text.
   *
   * @throws IllegalArgumentException if it is no complex number
   */
  static double[] parse(String text, boolean narrow) {
    String number = inside(text);
    int split = split(number);
    if (split < 0) {
      throw new IllegalArgumentException("'" + text + "' is no complex number");
    }
    return new double[] {
      parsePart(number, 0, split, narrow), parsePart(number, split, number.length() - 1, narrow)
    };
  }

  private static double parsePart(String text, int from, int to, boolean narrow) {
    String part = text.substring(from, to);
    String size = part.startsWith("+") || part.startsWith("-") ? part.substring(1) : part;
    boolean negative = part.startsWith("-");
    switch (size) {
      case "nan", "NaN":
        return Double.NaN;
      case "inf", "Infinity":
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default:
        double value = isNumber(size) ? parseNumber(size, narrow) : Double.NaN;
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("'" + text + "' is no complex number of this width");
        }
        return negative ? -value : value;
    }
  }

  private static double parseNumber(String size, boolean narrow) {
    try {
      return narrow ? Float.parseFloat(size) : Double.parseDouble(size);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whether Java's parser is to look at it, which also takes other forms. */
  private static boolean isNumber(String size) {
    for (int i = 0; i < size.length(); i++) {
      if ("0123456789.eE+-".indexOf(size.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
