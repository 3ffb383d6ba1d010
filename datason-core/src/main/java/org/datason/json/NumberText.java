package org.datason.json;

/** The grammar of numbers, for texts that are written as they are. */
final class NumberText {

  private NumberText() {}

  /** Whether a text is a number as RFC 8259 defines it. */
  static boolean isNumber(String text) {
    int n = text.length();
    int start = n > 0 && text.charAt(0) == '-' ? 1 : 0;
    int p = digits(text, start);
    if (p == start || p - start > 1 && text.charAt(start) == '0') {
      return false;
    }
    if (p < n && text.charAt(p) == '.') {
      int fraction = p + 1;
      p = digits(text, fraction);
      if (p == fraction) {
        return false;
      }
    }
    if (p < n && (text.charAt(p) | 0x20) == 'e') {
      p++;
      if (p < n && (text.charAt(p) == '-' || text.charAt(p) == '+')) {
        p++;
      }
      int exponent = p;
      p = digits(text, exponent);
      if (p == exponent) {
        return false;
      }
    }
    return p == n;
  }

  private static int digits(String text, int from) {
    int p = from;
    while (p < text.length() && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
      p++;
    }
    return p;
  }
}
