package org.datason.config;

/** What happens to a member that a record or bean does not have. */
public enum UnknownMembers {
  /** It is passed over. */
  IGNORE,
  /** It is put into the member annotated to collect them; without such, it is an error. */
  COLLECT,
  /** A {@code MismatchException} that names it. */
  REFUSE
}
