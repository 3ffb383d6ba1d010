package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The digits of numbers that are whole, whatever their class. */
final class WholeNumbers {

  /** Longer numbers are no identifiers. */
  private static final int LONGEST = 40;

  private WholeNumbers() {}

  /** The digits without a sign, or null if the number is not whole or has very many. */
  static String digitsOf(Number number) {
    if (number instanceof BigInteger integer) {
      return integer.bitLength() > 4 * LONGEST ? null : integer.abs().toString();
    }
    if (number instanceof BigDecimal decimal) {
      return digitsOf(decimal);
    }
    double value = number.doubleValue();
    if (number instanceof Double || number instanceof Float) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e30;
      return whole ? digitsOf(new BigDecimal(value)) : null;
    }
    return value == Math.rint(value) ? Long.toString(number.longValue()).replace("-", "") : null;
  }

  private static String digitsOf(BigDecimal decimal) {
    if (decimal.precision() > LONGEST || Math.abs((long) decimal.scale()) > LONGEST) {
      return null;
    }
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() > 0 ? null : stripped.abs().toPlainString();
  }

  /** The same for the text of a number. */
  static String digitsOf(String number) {
    return number.length() > 2 * LONGEST ? null : digitsOf(new BigDecimal(number));
  }
}
