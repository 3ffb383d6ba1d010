package org.datason.config;

/** What a value becomes whose hint no handler reads. */
public enum UnknownHints {
  /** Data that keeps its hint and is written back as it was ({@code Hinted}). */
  DATA,
  /** A {@code MismatchException} that names the hint. */
  REFUSE
}
