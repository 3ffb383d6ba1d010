package org.datason.redaction;

/**
 * E-mail addresses: what stands around an {@code @}, with a domain of two labels or more whose last
 * one has two letters or more. Letters and digits of all scripts count (RFC 6531).
 */
final class EmailMatcher implements TextMatcher {

  @Override
  public void find(String text, Spans found) {
    int from = 0; // no part of a text is looked at more than twice, since an @ ends both sides
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > from && isLocal(text.charAt(start - 1))) {
        start--;
      }
      while (start < at && text.charAt(start) == '.') {
        start++;
      }
      int end = endOfDomain(text, at + 1);
      if (start < at && end > 0) {
        found.add(start, end);
      }
      from = at + 1;
    }
  }

  private static boolean isLocal(char c) {
    return c < 0x80 ? Chars.isAlphanumeric(c) || ".!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0 : isWord(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** After the last label that can end a domain, or -1 if there is none. */
  private static int endOfDomain(String text, int from) {
    int end = -1;
    int label = from;
    for (int i = from; ; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == '-' || isWord(c)) {
        continue;
      }
      if (i == label) {
        return end;
      }
      if (label > from && isTopLevel(text, label, i)) {
        end = i;
        while (text.charAt(end - 1) == '-') {
          end--;
        }
      }
      if (c != '.') {
        return end;
      }
      label = i + 1;
    }
  }

  private static boolean isTopLevel(String text, int from, int to) {
    return to - from >= 2 && !Chars.isDigit(text.charAt(from)) && text.charAt(from) != '-';
  }
}
