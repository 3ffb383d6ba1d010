package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.TextBytes;

/** Decimals of a given precision and scale. */
final class Decimals {

  /** So many zeros before the point are written out. */
  private static final int MOST_ZEROS = 100;

  private Decimals() {}

  /**
   * The digits of a decimal at the scale of a type.
   *
   * @throws IllegalArgumentException if it has more digits
   */
  static BigInteger unscaled(BigDecimal value, FieldType.Decimal type) {
    long digits = (long) value.precision() - value.scale() + type.scale();
    if (value.signum() != 0 && digits > type.precision()) {
      throw outOf(value, type);
    }
    try {
      BigDecimal scaled =
          value.signum() == 0
              ? BigDecimal.ZERO.setScale(type.scale())
              : value.setScale(type.scale());
      return scaled.unscaledValue();
    } catch (ArithmeticException e) {
      throw outOf(value, type);
    }
  }

  private static IllegalArgumentException outOf(BigDecimal value, FieldType.Decimal type) {
    return new IllegalArgumentException(value + " is no " + type);
  }

  /**
   * Appends the digits of a decimal without an exponent, unless that would make many zeros; the
   * text has the value's scale in any case.
   */
  static void text(BigDecimal value, TextBytes out) {
    boolean few = value.scale() >= -MOST_ZEROS && value.scale() <= Widening.MOST_DIGITS;
    out.append(few ? value.toPlainString() : value.toString());
  }

  /** The digits that a text stands for, at the scale of a type. */
  static BigInteger parse(byte[] b, int from, int to, FieldType.Decimal type) {
    String text = new String(b, from, to - from, StandardCharsets.UTF_8);
    try {
      return unscaled(new BigDecimal(text), type);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no " + type, e);
    }
  }

  /** Reads a decimal: a text, or a number. */
  static BigDecimal read(JsonReader in) {
    BigDecimal value = in.tryDecimalText();
    if (value != null) {
      return value;
    }
    return in.peek() == JsonToken.STRING
        ? new BigDecimal(in.readNumberString())
        : in.readBigDecimal();
  }
}
