package org.datason.json;

import java.util.Arrays;

/**
 * Tells by what stands between two objects of an array where others seem to end: {@code },{"id":}
 * with its white space. No text of valid JSON can hold that, as its quotes would be escaped; only
 * objects in a member can look like it. Not thread-safe.
 */
final class ItemCuts {

  private static final int LONGEST = 80;

  /** From the bracket that ends an item to the colon of the next one's first member. */
  private byte[] between;

  /** Where the comma ends in there. */
  private int cut;

  /** Looks at what stands around the end of an item. */
  void learn(byte[] b, int end, int length) {
    if (between != null) {
      return;
    }
    int from = end - 2;
    while (from > 0 && isSpace(b[from])) {
      from--;
    }
    int to = token(b, token(b, end, length, '{'), length, '"');
    while (to > 0 && to < length && b[to] != '"' && b[to] != '\\') {
      to++;
    }
    to = token(b, token(b, to, length, '"'), length, ':');
    if (to > 0 && from >= 0 && b[from] == '}' && to - from <= LONGEST) {
      between = Arrays.copyOfRange(b, from, to);
      cut = end - from;
    }
  }

  /** Behind a byte that comes after white space; -1 where another one comes. */
  private static int token(byte[] b, int from, int length, char token) {
    int p = from;
    while (p >= 0 && p < length && isSpace(b[p])) {
      p++;
    }
    return p >= 0 && p < length && b[p] == token ? p + 1 : -1;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Where the last item seems to end, behind its comma; 0 if it does not show. */
  int find(byte[] b, int from, int to) {
    if (between == null) {
      return 0;
    }
    for (int i = to - between.length; i > from; i--) {
      if (b[i] == '}' && Arrays.equals(b, i, i + between.length, between, 0, between.length)) {
        return i + cut;
      }
    }
    return 0;
  }
}
