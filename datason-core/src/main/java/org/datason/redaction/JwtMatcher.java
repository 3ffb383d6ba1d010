package org.datason.redaction;

/**
 * JSON web tokens (RFC 7519): three parts in base64url, or five of an encrypted one, with dots
 * between them, of which the first is an object of JSON.
 */
final class JwtMatcher implements TextMatcher {

  /** How a brace and what can follow it in an object begin in base64: {@code {"}, a blank, ... */
  private static final String[] OBJECTS = {"eyJ", "eyA", "eyB", "ewo", "ew0", "ewk", "ewp"};

  /** No first part is shorter. */
  private static final int SHORTEST = 8;

  @Override
  public void find(String text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      int word = i;
      i = endOfPart(text, word);
      int start = objectIn(text, word, i);
      if (start >= 0) {
        int end = i;
        int parts = 1;
        while (parts < 5 && Chars.is(text, end, '.') && (parts > 1 || isPart(text, end + 1))) {
          end = endOfPart(text, end + 1);
          parts++;
        }
        if (parts >= 3) {
          found.add(start, end);
          i = end;
        }
      }
      i++;
    }
  }

  /**
   * Where a first part begins in a word, to which it can be glued by a hyphen or underscore; or -1.
   */
  private static int objectIn(String text, int from, int to) {
    for (int at = from; at + SHORTEST <= to; at++) {
      boolean begins = at == from || text.charAt(at - 1) == '-' || text.charAt(at - 1) == '_';
      if (begins && isObject(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isObject(String text, int at) {
    for (String object : OBJECTS) {
      if (text.startsWith(object, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(String text, int at) {
    return endOfPart(text, at) > at || Chars.is(text, at, '.');
  }

  private static int endOfPart(String text, int from) {
    int i = from;
    while (i < text.length()
        && (Chars.isAlphanumeric(text.charAt(i))
            || text.charAt(i) == '-'
            || text.charAt(i) == '_')) {
      i++;
    }
    return i;
  }
}
