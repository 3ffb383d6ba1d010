package org.datason.config;

/** What happens to a value that no handler writes. */
public enum UnknownTypes {
  /** An {@code UnsupportedTypeException} with its path. */
  REFUSE,
  /** It is written as the text of its {@code toString()}. */
  TEXT,
  /** The member or item is left out; as the whole value it is {@code null}. */
  SKIP
}
