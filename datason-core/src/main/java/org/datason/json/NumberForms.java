package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * The texts that numbers have in forms of JSON which are the same for the same value: made of the
 * text of a number in a document, whatever its size.
 */
public final class NumberForms {

  /** Integers of so many characters are doubles, whose text in every form is their own. */
  private static final int SHORT = 15;

  /** ECMAScript writes an exponent for integers of more digits than this. */
  private static final int PLAIN_DIGITS = 21;

  /** ECMAScript writes an exponent for fractions with as many zeros behind the point. */
  private static final int PLAIN_ZEROS = 6;

  /** So many digits tell each double from the others. */
  private static final int MOST_DIGITS = 17;

  private NumberForms() {}

  /**
   * The text of a number in the canonical form of RFC 8785, which knows doubles alone; and for a
   * number that no double stands for an extension of it: all the significant digits, laid out as
   * ECMAScript lays out those of a double.
   *
   * <p>The nearest double stands for a number whose digits are its shortest ones; and for one with
   * a fraction, also if there are no more than 17 digits, of which each double has texts, or if
   * they are the first digits of the double, correctly rounded.
   *
   * <pre>{@code
   * NumberForms.canonical("1.50"); // 1.5
   * NumberForms.canonical("1E+30"); // 1e+30
   * NumberForms.canonical("9007199254740993"); // 9007199254740993, which is no double
   * NumberForms.canonical("0.12345678901234567890"); // 0.1234567890123456789
   * }</pre>
   *
   * @param number a number as JSON writes it
   * @return the text; the same for the same number
   */
  public static String canonical(String number) {
    if (isShortInteger(number)) {
      return number;
    }
    Double meant = toDouble(number);
    return meant == null ? exact(number) : text(meant, true);
  }

  /** The double that stands for a number in the canonical form, or null if none does. */
  static Double toDouble(String number) {
    double nearest = Double.parseDouble(number);
    if (Double.isInfinite(nearest)) {
      return null;
    }
    String text = text(nearest, true);
    return text.equals(number) || isMeant(nearest, text, number) ? nearest : null;
  }

  /**
   * The text that Python's json module writes for a number that it has read: integers with their
   * digits, all others as the nearest double.
   *
   * <pre>{@code
   * NumberForms.python("1.50"); // 1.5
   * NumberForms.python("1E-5"); // 1e-05
   * NumberForms.python("1e16"); // 1e+16
   * NumberForms.python("1e400"); // Infinity
   * }</pre>
   *
   * @param number a number as JSON writes it
   * @return the text, or {@code Infinity} or {@code -Infinity} beyond the range of a double
   */
  public static String python(String number) {
    if (isInteger(number)) {
      return number.equals("-0") ? "0" : number;
    }
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      return NonFinite.toBareToken(value);
    }
    String text = text(value, false);
    int e = text.indexOf('e');
    if (e < 0) {
      return text;
    }
    boolean negative = text.charAt(e + 1) == '-';
    String exponent = text.substring(negative ? e + 2 : e + 1);
    return text.substring(0, e + 1)
        + (negative ? '-' : '+')
        + (exponent.length() < 2 ? "0" : "")
        + exponent;
  }

  /**
   * Whether a number says the double that is nearest to it. It depends on the number alone and not
   * on how it is spelled.
   */
  private static boolean isMeant(double nearest, String shortest, String number) {
    BigDecimal value;
    try {
      value = new BigDecimal(number).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return false; // its exponent is beyond an int
    }
    if (value.compareTo(new BigDecimal(shortest)) == 0) {
      return true;
    }
    int digits = value.precision();
    MathContext rounding = new MathContext(digits, RoundingMode.HALF_EVEN);
    return value.scale() > 0
        && nearest != 0
        && (digits <= MOST_DIGITS || new BigDecimal(nearest).round(rounding).compareTo(value) == 0);
  }

  private static boolean isInteger(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == '.' || (c | 0x20) == 'e') {
        return false;
      }
    }
    return true;
  }

  private static boolean isShortInteger(String number) {
    return number.length() <= SHORT && isInteger(number) && !number.equals("-0");
  }

  private static String text(double value, boolean canonical) {
    byte[] text = new byte[DoubleText.MAX_LENGTH];
    int n =
        canonical ? DoubleText.writeCanonical(text, 0, value) : DoubleText.write(text, 0, value);
    return new String(text, 0, n, StandardCharsets.ISO_8859_1);
  }

  /** All significant digits of a number, laid out as ECMAScript's Number::toString does. */
  private static String exact(String number) {
    String sign = number.startsWith("-") ? "-" : "";
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    String mantissa = number.substring(sign.length(), e < 0 ? number.length() : e);
    int point = mantissa.indexOf('.');
    String all = mantissa.replace(".", "");
    int from = 0;
    while (from < all.length() && all.charAt(from) == '0') {
      from++;
    }
    int to = all.length();
    while (to > from && all.charAt(to - 1) == '0') {
      to--;
    }
    if (from == to) {
      return "0";
    }
    String digits = all.substring(from, to);
    // The value is 0.digits times ten to this power.
    BigInteger power = BigInteger.valueOf((point < 0 ? mantissa.length() : point) - from);
    if (e >= 0) {
      power = power.add(new BigInteger(number.substring(e + 1)));
    }
    int k = digits.length();
    boolean plain =
        power.bitLength() < Integer.SIZE
            && power.intValue() > -PLAIN_ZEROS
            && power.intValue() <= PLAIN_DIGITS;
    if (!plain) {
      BigInteger exponent = power.subtract(BigInteger.ONE);
      return sign
          + digits.charAt(0)
          + (k > 1 ? "." + digits.substring(1) : "")
          + (exponent.signum() < 0 ? "e" : "e+")
          + exponent;
    }
    int n = power.intValue();
    if (n <= 0) {
      return sign + "0." + "0".repeat(-n) + digits;
    }
    return sign
        + (n >= k
            ? digits + "0".repeat(n - k)
            : digits.substring(0, n) + "." + digits.substring(n));
  }
}
