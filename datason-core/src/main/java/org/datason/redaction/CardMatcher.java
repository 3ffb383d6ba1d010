package org.datason.redaction;

/**
 * Numbers of payment cards: 13 to 19 digits that begin with 2 to 6 and pass the check of Luhn (US
 * patent 2,950,048; ISO/IEC 7812-1), in one piece or in groups with a single blank or dash between
 * them. Digits after a decimal point are none.
 */
final class CardMatcher implements TextMatcher {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  @Override
  public void find(String text, Spans found) {
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c >= '2' && c <= '6' && !Chars.isDigit(text, i - 1) && !isFraction(text, i)) {
        found.add(i, endOfCard(text, i)); // one that begins within another is merged with it
      }
    }
  }

  private static boolean isFraction(String text, int i) {
    return Chars.is(text, i - 1, '.') && Chars.isDigit(text, i - 2);
  }

  /** After the longest number that begins at a place, or 0 if none does. */
  private static int endOfCard(String text, int from) {
    int end = 0;
    int digits = 0;
    int even = 0; // the sum if the last digit is one that is doubled
    int odd = 0; // and if it is not
    for (int i = from; i < text.length() && digits <= LONGEST; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c)) {
        if (!Chars.isBlankOrDash(c) || !Chars.isDigit(text, i + 1)) {
          break;
        }
        continue;
      }
      int digit = c - '0';
      int before = odd;
      odd = even + digit;
      even = before + (digit > 4 ? 2 * digit - 9 : 2 * digit);
      digits++;
      boolean whole = !Chars.isDigit(text, i + 1);
      if (whole && digits >= SHORTEST && digits <= LONGEST && odd % 10 == 0) {
        end = i + 1;
      }
    }
    return end;
  }
}
