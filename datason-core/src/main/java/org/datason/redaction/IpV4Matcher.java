package org.datason.redaction;

/** IPv4 addresses: four numbers up to 255 with dots between them, and no fifth. */
final class IpV4Matcher implements TextMatcher {

  @Override
  public void find(String text, Spans found) {
    for (int i = 0; i < text.length(); i++) {
      boolean begins =
          Chars.isDigit(text, i)
              && !Chars.isDigit(text, i - 1)
              && !(Chars.is(text, i - 1, '.') && Chars.isDigit(text, i - 2));
      if (begins) {
        found.add(i, end(text, i));
      }
    }
  }

  /** After the address that begins at a place, or 0 if none does. */
  static int end(String text, int from) {
    int i = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0) {
        if (!Chars.is(text, i, '.')) {
          return 0;
        }
        i++;
      }
      int value = 0;
      int start = i;
      while (Chars.isDigit(text, i) && i - start < 4) {
        value = value * 10 + text.charAt(i++) - '0';
      }
      if (i == start || i - start > 3 || value > 255) {
        return 0;
      }
    }
    return Chars.is(text, i, '.') && Chars.isDigit(text, i + 1) ? 0 : i;
  }
}
