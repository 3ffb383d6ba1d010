package org.datason.redaction;

/**
 * US social security numbers with their separators, {@code 078-05-1120}: hyphens, dashes, blanks or
 * dots. Numbers that are never given out (area 000, 666 and from 900, group 00, serial 0000) and
 * nine digits without separators are not taken for one.
 */
final class SsnMatcher implements TextMatcher {

  private static final int LENGTH = 11;

  @Override
  public void find(String text, Spans found) {
    for (int i = 0; i + LENGTH <= text.length(); i++) {
      if (isSsn(text, i)) {
        found.add(i, i + LENGTH);
        i += LENGTH - 1;
      }
    }
  }

  private static boolean isSsn(String text, int i) {
    if (Chars.isDigit(text, i - 1) || Chars.isDigit(text, i + LENGTH)) {
      return false;
    }
    if (!isSeparator(text.charAt(i + 3)) || !isSeparator(text.charAt(i + 6))) {
      return false;
    }
    int area = number(text, i, 3);
    return area > 0
        && area != 666
        && area < 900
        && number(text, i + 4, 2) > 0
        && number(text, i + 7, 4) > 0;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || Chars.isBlankOrDash(c);
  }

  private static int number(String text, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
