package org.datason.redaction;

/**
 * Keys of Amazon Web Services: the identifiers that begin with AKIA, ASIA and the like, and secret
 * access keys, which are 40 characters of base64 without padding. As nothing marks the latter, any
 * such word with both capital and small letters and digits is taken for one.
 */
final class AwsKeyMatcher implements TextMatcher {

  private static final String PREFIXES =
      "AKIA ASIA ABIA ACCA AGPA AIDA AIPA ANPA ANVA AROA APKA ASCA ";
  private static final int IDENTIFIER = 20;
  private static final int SECRET = 40;

  @Override
  public void find(String text, Spans found) {
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && isBase64(text.charAt(i))) {
        i++;
      }
      if (i - start == SECRET && !Chars.is(text, i, '=') && isMixed(text, start, i)) {
        found.add(start, i);
      } else if (i - start >= IDENTIFIER) {
        identifiers(text, start, i, found);
      }
      i++;
    }
  }

  private static boolean isBase64(char c) {
    return Chars.isAlphanumeric(c) || c == '+' || c == '/';
  }

  private static boolean isMixed(String text, int from, int to) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      upper |= Chars.isUpper(c);
      lower |= Chars.isLower(c);
      digit |= Chars.isDigit(c);
    }
    return upper && lower && digit;
  }

  private static void identifiers(String text, int from, int to, Spans found) {
    int i = from;
    while (i < to) {
      int start = i;
      boolean plain = true;
      while (i < to && Chars.isAlphanumeric(text.charAt(i))) {
        plain &= !Chars.isLower(text.charAt(i++));
      }
      boolean known =
          i - start == IDENTIFIER && PREFIXES.contains(text.substring(start, start + 4) + " ");
      if (known && plain) {
        found.add(start, i);
      }
      i++;
    }
  }
}
