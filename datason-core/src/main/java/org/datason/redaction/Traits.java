package org.datason.redaction;

/** What one look at a text shows: most texts cannot match most patterns. */
final class Traits {

  static final int AT = 1;
  static final int DOT = 2;
  static final int COLON = 4;
  static final int CAPITAL = 8;

  private Traits() {}

  /** The traits of a text in the upper half, the number of its digits in the lower. */
  static long of(String text) {
    int traits = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c >= 'A' && c <= 'Z') {
        traits |= CAPITAL;
      } else if (c == '.') {
        traits |= DOT;
      } else if (c == ':') {
        traits |= COLON;
      } else if (c == '@') {
        traits |= AT;
      }
    }
    return (long) traits << Integer.SIZE | digits;
  }

  static boolean allow(long seen, int traits, int digits) {
    return ((int) (seen >>> Integer.SIZE) & traits) == traits && (int) seen >= digits;
  }
}
