package org.datason.config;

/** What happens to a member that a record or bean does not have. */
public enum UnknownMembers {
  /** It is passed over; if the class has a member that collects them, it is put there. */
  IGNORE,
  /**
   * It is put into the member annotated to collect them ({@code org.datason.annotation.Collect});
   * without such, it is an error.
   */
  COLLECT,
  /**
   * A {@code MismatchException} that names it, unless the class has a member that collects them.
   */
  REFUSE
}
