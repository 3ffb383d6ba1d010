package org.datason.redaction;

/** Classes of characters, of ASCII unless said otherwise; false beyond both ends of a text. */
final class Chars {

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && isDigit(text.charAt(i));
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isAlphanumeric(char c) {
    return isDigit(c) || isUpper(c) || isLower(c);
  }

  static boolean isAlphanumeric(String text, int i) {
    return i >= 0 && i < text.length() && isAlphanumeric(text.charAt(i));
  }

  static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static boolean is(String text, int i, char c) {
    return i >= 0 && i < text.length() && text.charAt(i) == c;
  }

  /** A hyphen, dash or blank of any kind, as people put them between groups of digits. */
  static boolean isBlankOrDash(char c) {
    return c == ' ' || c == '-' || c == '\u00A0' || c >= '\u2010' && c <= '\u2014' || c == '\u202F';
  }
}
