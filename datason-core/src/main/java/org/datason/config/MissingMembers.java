package org.datason.config;

/** What happens when a member of a record or bean is missing. */
public enum MissingMembers {
  /**
   * A bean keeps what its constructor made; in a record it is null, and an error for a primitive.
   */
  DEFAULT,
  /** It is null, 0 or false. */
  NULL,
  /** A {@code MismatchException} that names it. */
  REFUSE
}
