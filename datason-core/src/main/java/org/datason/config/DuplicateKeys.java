package org.datason.config;

/** What happens when a JSON object names a member twice. */
public enum DuplicateKeys {
  /** The last value stands, at the place of the first, as in Python and Jackson. */
  LAST_WINS,
  /** The document is refused with a syntax error. */
  REFUSE
}
