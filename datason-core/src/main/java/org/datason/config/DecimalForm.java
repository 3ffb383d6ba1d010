package org.datason.config;

/** How a {@code BigDecimal} is written. */
public enum DecimalForm {
  /** As a hinted text with all digits and the scale; as a number where hints are off. */
  HINTED,
  /** As a plain text with all digits and the scale. */
  TEXT,
  /**
   * As a JSON number with all digits. It reads back as a double, unless {@link Decimals} says
   * otherwise.
   */
  NUMBER
}
