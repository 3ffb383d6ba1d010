package org.datason.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers that are written as the text they have already. */
final class NumberText {

  private NumberText() {}

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

  /**
   * The double that a number's text stands for: the nearest, if it is written with the same digits,
   * or if it has the same digits up to where the text ends. So {@code 0.1} is one and so is {@code
   * -65.613616999999977}, which a program that prints 17 digits made of a double; {@code
   * 0.1234567890123456789} is none.
   *
   * @return the double, or null if no double says what the text says
   */
  static Double toDouble(String text) {
    double nearest = Double.parseDouble(text);
    if (Double.isInfinite(nearest)) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return shortest(nearest).compareTo(number) == 0
              || rounded(nearest, number.precision()).compareTo(number) == 0
          ? nearest
          : null;
    } catch (NumberFormatException e) {
      return null; // its exponent is beyond an int, so it is no double but perhaps zero
    }
  }

  private static BigDecimal shortest(double value) {
    byte[] text = new byte[DoubleText.MAX_LENGTH];
    int n = DoubleText.writeCanonical(text, 0, value);
    return new BigDecimal(new String(text, 0, n, StandardCharsets.ISO_8859_1));
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }
}
