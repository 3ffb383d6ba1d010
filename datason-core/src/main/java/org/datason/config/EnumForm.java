package org.datason.config;

/**
 * How an enum constant is written. Names and ordinals are always read; texts where {@link #TEXT} is
 * set, before names. As the key of a map a constant is its name in every form.
 */
public enum EnumForm {
  /** By its name. */
  NAME,
  /** By its {@code toString()}; an error where another constant has the same. */
  TEXT,
  /** By its ordinal, from 0. */
  ORDINAL
}
