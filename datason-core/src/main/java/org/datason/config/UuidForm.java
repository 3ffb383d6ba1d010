package org.datason.config;

/** How a {@code UUID} is written. */
public enum UuidForm {
  /** As a hinted text; as a plain one where hints are off. */
  HINTED,
  /** As a plain text. */
  TEXT
}
