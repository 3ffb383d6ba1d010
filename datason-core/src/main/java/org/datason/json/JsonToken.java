package org.datason.json;

/** What stands next in a document. */
public enum JsonToken {
  /** A {@code {}. */
  BEGIN_OBJECT,
  /** A {@code }}. */
  END_OBJECT,
  /** A {@code [}. */
  BEGIN_ARRAY,
  /** A {@code ]}. */
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
