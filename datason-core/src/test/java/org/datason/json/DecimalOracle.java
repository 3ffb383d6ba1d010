package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Shortest decimals by exact arithmetic, slow and independent of the code under test. */
final class DecimalOracle {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private DecimalOracle() {}

  /** The shortest decimal that rounds to the finite positive value, and the closest of these. */
  static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal above =
        value == Double.MAX_VALUE
            ? exact.add(new BigDecimal(Math.ulp(value)))
            : new BigDecimal(Math.nextUp(value));
    BigDecimal below = new BigDecimal(Math.nextDown(value));
    boolean even = (Double.doubleToRawLongBits(value) & 1) == 0;
    return shortest(exact, middle(below, exact), middle(exact, above), even);
  }

  /** The same for float. */
  static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal above =
        value == Float.MAX_VALUE
            ? exact.add(new BigDecimal(Math.ulp(value)))
            : new BigDecimal(Math.nextUp(value));
    BigDecimal below = new BigDecimal(Math.nextDown(value));
    boolean even = (Float.floatToRawIntBits(value) & 1) == 0;
    return shortest(exact, middle(below, exact), middle(exact, above), even);
  }

  private static BigDecimal shortest(
      BigDecimal exact, BigDecimal lower, BigDecimal upper, boolean even) {
    for (int digits = 1; ; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.FLOOR));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.CEILING));
      boolean downInside = lower.compareTo(down) < (even ? 1 : 0) && down.signum() > 0;
      boolean upInside = up.compareTo(upper) < (even ? 1 : 0);
      if (downInside && upInside) {
        int nearer = exact.subtract(down).compareTo(up.subtract(exact));
        boolean downEven = !down.stripTrailingZeros().unscaledValue().testBit(0);
        return nearer < 0 || (nearer == 0 && downEven) ? down : up;
      }
      if (downInside || upInside) {
        return downInside ? down : up;
      }
    }
  }

  /** The exact middle of two numbers. */
  static BigDecimal middle(BigDecimal a, BigDecimal b) {
    return a.add(b).divide(TWO);
  }

  /** The text of a positive decimal in the form of {@code DoubleText.write}. */
  static String text(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = stripped.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return scientific(stripped.unscaledValue()) + "e" + exponent;
  }

  /** The text of a positive decimal in the form of ECMAScript. */
  static String canonicalText(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -6 && exponent < 21) {
      return stripped.toPlainString();
    }
    return scientific(stripped.unscaledValue()) + (exponent < 0 ? "e" : "e+") + exponent;
  }

  private static String scientific(BigInteger digits) {
    String text = digits.toString();
    return text.length() == 1 ? text : text.charAt(0) + "." + text.substring(1);
  }
}
