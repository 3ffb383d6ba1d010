package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/** Decimals of a given precision and scale. */
final class Decimals {

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
