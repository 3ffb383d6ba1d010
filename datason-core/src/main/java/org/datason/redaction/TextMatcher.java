package org.datason.redaction;

/** Finds what a pattern matches, in time that grows with the text and no faster. Thread-safe. */
interface TextMatcher {

  /** Adds the parts of a text that match. */
  void find(String text, Spans found);
}
