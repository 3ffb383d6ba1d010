package org.datason.frame;

/** What is known of a document whose types are inferred, beside the columns. */
final class Inference {

  private boolean strayed;

  /** Notes that what was read would not be written as it stood. */
  void stray() {
    strayed = true;
  }

  boolean strayed() {
    return strayed;
  }
}
