package org.datason.config;

/**
 * How a map is written whose keys are not all text. Where a type is declared whose text says all,
 * such as {@code Map<UUID, Integer>}, the keys are the names of an object in every form.
 */
public enum KeyForm {
  /**
   * As a hinted list of key and value pairs, which reads back as the same map; as {@link #TEXT}
   * where hints are off.
   */
  PAIRS,
  /** As an object whose names are the texts of the keys; two keys with one text are an error. */
  TEXT,
  /** As an {@code UnsupportedTypeException} with its path. */
  REFUSE
}
