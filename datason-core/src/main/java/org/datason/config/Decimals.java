package org.datason.config;

/** What a JSON number with a fraction or an exponent becomes where no type is asked for. */
public enum Decimals {
  /** The nearest {@code Double}. A number beyond its range is an error. */
  DOUBLE,
  /** A {@code java.math.BigDecimal} with every digit and the scale of the text. */
  BIG_DECIMAL
}
