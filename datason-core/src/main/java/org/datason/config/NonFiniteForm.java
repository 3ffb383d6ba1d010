package org.datason.config;

/** How NaN and the infinities are written, which JSON has no numbers for. */
public enum NonFiniteForm {
  /**
   * As a hinted text, {@code "NaN"}, which reads back as the same number; a plain text where hints
   * are off and inside primitive arrays.
   */
  HINTED,
  /**
   * As the plain texts {@code "nan"}, {@code "inf"} and {@code "-inf"}, as Python writes them.
   * Where a number is asked for they read back as one, elsewhere as texts.
   */
  TEXT,
  /**
   * As the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity}: not JSON, but read by
   * Python, and read back by the same settings.
   */
  BARE_TOKEN,
  /**
   * As {@code null}, which reads back as NaN where a primitive double or float is asked for, and as
   * null elsewhere.
   */
  NULL,
  /**
   * Not at all: members with such values are left out. An item of a list or array cannot be left
   * out without moving those after it, so there it is an error, and so is a whole value.
   */
  DROP,
  /** As an {@code UnsupportedTypeException} with its path. */
  REFUSE
}
