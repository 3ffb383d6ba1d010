package org.datason.redaction;

/**
 * Telephone numbers: international ones with their {@code +} and 7 to 15 digits (ITU-T E.164), and
 * North American ones, {@code (212) 555-0123}, with or without a 1 before them. Digits without any
 * sign of a telephone number about them are none.
 */
final class PhoneMatcher implements TextMatcher {

  private static final int FEWEST = 7;
  private static final int MOST = 15;

  @Override
  public void find(String text, Spans found) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = 0;
      if (c == '+' && !Chars.isAlphanumeric(text, i - 1)) {
        end = endOfInternational(text, i + 1);
      } else if (c == '(' || Chars.isDigit(c) && !Chars.isDigit(text, i - 1)) {
        end = endOfNorthAmerican(text, i);
      }
      if (end > 0) {
        found.add(i, end);
        i = end - 1;
      }
    }
  }

  private static int endOfInternational(String text, int from) {
    int digits = 0;
    int end = 0;
    int between = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
        between = 0;
        end = i + 1;
        if (digits > MOST) {
          return 0;
        }
      } else if (between < 2 && isSeparator(c)) {
        between++;
      } else {
        break;
      }
    }
    return digits < FEWEST ? 0 : end;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '(' || c == ')' || c == '/' || Chars.isBlankOrDash(c);
  }

  private static int endOfNorthAmerican(String text, int from) {
    int i = from;
    if (Chars.is(text, i, '1') && i + 1 < text.length() && isSeparator(text.charAt(i + 1))) {
      i += text.charAt(i + 1) == '(' ? 1 : 2;
    }
    boolean open = Chars.is(text, i, '(');
    i += open ? 1 : 0;
    if (Chars.is(text, i, '0') || Chars.is(text, i, '1') || !hasDigits(text, i, 3)) {
      return 0;
    }
    i += 3;
    if (open) {
      if (!Chars.is(text, i, ')')) {
        return 0;
      }
      i++;
      i += i < text.length() && isSeparator(text.charAt(i)) ? 1 : 0;
    } else if (i < text.length() && isSeparator(text.charAt(i))) {
      i++;
    } else {
      return 0;
    }
    if (!hasDigits(text, i, 3) || i + 3 == text.length() || !isSeparator(text.charAt(i + 3))) {
      return 0;
    }
    i += 4;
    return hasDigits(text, i, 4) && !Chars.isDigit(text, i + 4) ? i + 4 : 0;
  }

  private static boolean hasDigits(String text, int from, int n) {
    for (int i = from; i < from + n; i++) {
      if (!Chars.isDigit(text, i)) {
        return false;
      }
    }
    return true;
  }
}
