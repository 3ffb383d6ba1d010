package org.datason.config;

/** How NaN and the infinities are written, which JSON has no numbers for. */
public enum NonFiniteForm {
  /**
   * As a hinted text, {@code "NaN"}, which reads back as the same number; a plain text where hints
   * are off and inside primitive arrays.
   */
  HINTED,
  /** As the plain texts {@code "nan"}, {@code "inf"} and {@code "-inf"}, as Python writes them. */
  TEXT,
  /**
   * As the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity}: not JSON, but read by
   * Python.
   */
  BARE_TOKEN,
  /** As {@code null}. */
  NULL,
  /** Not at all: members and items with such values are left out. */
  DROP,
  /** As an error. */
  REFUSE
}
