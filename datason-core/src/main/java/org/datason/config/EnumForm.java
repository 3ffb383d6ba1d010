package org.datason.config;

/** How an enum constant is written. */
public enum EnumForm {
  /** By its name. */
  NAME,
  /** By its {@code toString()}. */
  TEXT,
  /** By its ordinal, from 0. */
  ORDINAL
}
