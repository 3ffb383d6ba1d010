package org.datason.arrow;

/** How many decimal digits fit where. */
final class Digits {

  /** So many always fit a long. */
  static final int IN_LONG = 18;

  private Digits() {}
}
