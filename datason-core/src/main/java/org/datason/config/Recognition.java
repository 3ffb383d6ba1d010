package org.datason.config;

/** What is recognised on reading, where no type is asked for. */
public enum Recognition {
  /** Nothing: hinted values are read as plain objects. */
  OFF,
  /** Hinted values. */
  HINTS,
  /** Hinted values, and text that is a UUID, a date, a time and the like. */
  AUTOMATIC
}
