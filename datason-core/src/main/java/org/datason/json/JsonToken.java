package org.datason.json;

/** What stands next in a document. */
public enum JsonToken {
  /** An opening brace. */
  BEGIN_OBJECT,
  /** A closing brace. */
  END_OBJECT,
  /** An opening bracket. */
  BEGIN_ARRAY,
  /** A closing bracket. */
  END_ARRAY,
  /** A string, or the name of a member. */
  STRING,
  /** A number. */
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code null}. */
  NULL,
  /** The end of the document. */
  END
}
