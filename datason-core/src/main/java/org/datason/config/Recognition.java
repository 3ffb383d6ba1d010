package org.datason.config;

/**
 * What is recognised on reading, where no type is asked for. A type that is asked for is read with
 * its hint or without, whatever this says.
 */
public enum Recognition {
  /** Nothing: hinted values are read as plain objects. */
  OFF,
  /** Hinted values. */
  HINTS,
  /**
   * Hinted values, and text without a hint that is a UUID, a date, a time and the like. Under a
   * hint text stays text, as do names of members.
   */
  AUTOMATIC
}
