package org.datason.config;

/** How the elements of a tensor are written. Both forms are read. */
public enum TensorForm {
  /** As nested lists of numbers, which people and Python read. */
  LIST,
  /**
   * As a text in base64 (RFC 4648) of the little-endian bytes in row-major order: smaller, many
   * times faster, and every bit is kept. Python's datason does not read it. Texts stay lists.
   */
  BASE64
}
