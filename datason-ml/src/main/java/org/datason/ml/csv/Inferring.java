package org.datason.ml.csv;

/** What becomes of the values of columns whose types are to be inferred. */
enum Inferring {
  /** They are kept until the type is known. */
  KEEPS,
  /** They only tell the types. */
  TYPES,
  /** Those of a sample are kept; all that come later must be of the types that it shows. */
  SAMPLE
}
