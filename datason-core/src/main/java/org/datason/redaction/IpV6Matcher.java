package org.datason.redaction;

/**
 * IPv6 addresses in any form of RFC 4291, section 2.2, also with an IPv4 address at the end, with a
 * port after them or colons around them. The unspecified address {@code ::} is none: it is more
 * often an operator.
 */
final class IpV6Matcher implements TextMatcher {

  private static final int LONGEST = 60;

  @Override
  public void find(String text, Spans found) {
    int n = text.length();
    for (int i = 0; i < n; i++) {
      int start = i;
      boolean colon = false;
      while (i < n && (Chars.isHex(text.charAt(i)) || text.charAt(i) == ':')) {
        colon |= text.charAt(i++) == ':';
      }
      if (colon && i - start > 2 && i - start <= LONGEST) {
        find(text, start, i, found);
      }
    }
  }

  /** Looks at a run of digits and colons, without what belongs to the words around it. */
  private static void find(String text, int from, int to, Spans found) {
    int start = from;
    int end = to;
    if (Chars.isAlphanumeric(text, start - 1) && text.charAt(start) != ':') {
      start = text.indexOf(':', start);
    }
    if (text.charAt(start) == ':' && !Chars.is(text, start + 1, ':')) {
      start++;
    }
    int tail = text.lastIndexOf(':', end - 1) + 1;
    int ipV4 = tail > start && tail < end ? IpV4Matcher.end(text, tail) : 0;
    if (ipV4 > 0) {
      found.add(start, isAddress(text, start, tail, 6) ? ipV4 : 0);
      return;
    }
    if (Chars.isAlphanumeric(text, end)) {
      end = tail;
    }
    if (end - 1 > start && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':') {
      end--;
    }
    if (isAddress(text, start, end, 8)) {
      found.add(start, end);
    } else if (tail > start && tail - 1 < end && isAddress(text, start, tail - 1, 8)) {
      found.add(start, end); // with its port
    }
  }

  /** Whether a part of a text is so many groups, a run of which can be {@code ::}. */
  private static boolean isAddress(String text, int from, int to, int groups) {
    int count = 0;
    boolean gap = false;
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && text.charAt(i) != ':') {
        i++;
      }
      int length = i - start;
      if (length > 4 || length == 0 && !(i == from && Chars.is(text, i + 1, ':'))) {
        return false;
      }
      count += length > 0 ? 1 : 0;
      if (i + 1 < to && text.charAt(i + 1) == ':') {
        if (gap) {
          return false;
        }
        gap = true;
        i += 2;
      } else if (i + 1 == to && groups == 8) {
        return false; // ends with a single colon
      } else {
        i++;
      }
    }
    return gap ? count < groups && (count > 0 || groups == 6) : count == groups;
  }
}
