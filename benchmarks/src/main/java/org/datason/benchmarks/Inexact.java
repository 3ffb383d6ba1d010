package org.datason.benchmarks;

/** What rivals give otherwise than it is written, however they are set. */
final class Inexact {

  private Inexact() {}

  /** Whether a library gives the doubles of a document to the bit. */
  static boolean isExact(Library library, String document) {
    return library != Library.AVAJE;
  }
}
