package org.datason.benchmarks.schema;

/** One library, set up for one type: from bytes to a value and back. */
interface Codec<T> {

  /** The value of a document. */
  T read(byte[] json);

  /** The document of a value. */
  byte[] write(T value);
}
