package org.datason.config;

/**
 * How bytes are written: those of a {@code byte[]}, a {@code ByteBuffer}, a {@code BitSet}. All
 * forms are read, whatever is set; Python knows base64 alone.
 */
public enum BytesForm {
  /** As a text in base64 (RFC 4648). */
  BASE64,
  /** As a text of two hexadecimal digits a byte, lower case, after {@code hex:}. */
  HEX,
  /** As an array of numbers from -128 to 127. */
  ARRAY
}
