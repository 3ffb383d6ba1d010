package org.datason.json;

/**
 * Reads {@code true}, {@code false}, {@code null}, and where they are accepted NaN and infinities.
 */
final class Literals {

  private Literals() {}

  /** Passes over a string, a number or a literal, which begins so at the position. */
  static void skipScalar(JsonReader r, int c) {
    if (c == '"') {
      StringParser.skip(r);
    } else if (c == '-' && !r.isInfinity() || c >= '0' && c <= '9') {
      NumberParser.skip(r);
    } else {
      value(r, c);
    }
  }

  /** The value of the literal that begins so at the position. */
  static Object value(JsonReader r, int c) {
    switch (c) {
      case 't':
        read(r, "true");
        return Boolean.TRUE;
      case 'f':
        read(r, "false");
        return Boolean.FALSE;
      case 'n':
        read(r, "null");
        return null;
      default:
        return nonFinite(r, c, null);
    }
  }

  /**
   * Reads NaN or an infinity as a bare token, or a null that stands for NaN.
   *
   * @param expected what was asked for, with its article; null for any value
   */
  static double nonFinite(JsonReader r, int c, String expected) {
    if (c == 'n' && r.nullIsNan) {
      read(r, "null");
      return Double.NaN;
    }
    if (r.nonFinite > 0) {
      if (c == 'N' && tryWord(r, "NaN")) {
        return Double.NaN;
      }
      if (c == 'I' && tryWord(r, "Infinity")) {
        return Double.POSITIVE_INFINITY;
      }
      if (c == '-' && tryWord(r, "-Infinity")) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    throw expected == null || c == '-' ? ReadErrors.noValue(r) : r.otherThan(expected);
  }

  /** Goes over the literal at the position, of which the first byte is known. */
  static void read(JsonReader r, String text) {
    int n = text.length();
    int p = r.pos;
    for (int i = 0; i < n; i++) {
      if (p + i >= r.limit || r.buf[p + i] != text.charAt(i)) {
        throw ReadErrors.literal(r, text);
      }
    }
    r.pos = p + n;
  }

  private static boolean tryWord(JsonReader r, String text) {
    int end = r.pos + text.length();
    for (int i = r.pos; i < end; i++) {
      if (i >= r.limit || r.buf[i] != text.charAt(i - r.pos)) {
        return false;
      }
    }
    if (ReadErrors.isInWord(r, end)) {
      return false;
    }
    r.pos = end;
    return true;
  }
}
