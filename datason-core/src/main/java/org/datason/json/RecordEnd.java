package org.datason.json;

/**
 * Finds where an object or array ends by its brackets alone, in as many parts as the bytes come:
 * what else is in it is not looked at. Not thread-safe.
 */
final class RecordEnd {

  private static final byte QUOTE = 1;
  private static final byte OPEN = 2;
  private static final byte CLOSE = 3;

  /** What a byte outside of strings means. */
  private static final byte[] KINDS = new byte[256];

  static {
    KINDS['"'] = QUOTE;
    KINDS['{'] = OPEN;
    KINDS['['] = OPEN;
    KINDS['}'] = CLOSE;
    KINDS[']'] = CLOSE;
  }

  /** How many bytes from the beginning on have been looked at. */
  private int seen;

  private int depth;
  private boolean inString;

  /** Begins anew. */
  void reset() {
    seen = 0;
    depth = 0;
    inString = false;
  }

  /**
   * Looks at the bytes that have not been looked at.
   *
   * @param from where the object or array begins
   * @return the place behind its end; -1 if that has not come yet
   */
  int find(byte[] b, int from, int limit) {
    int p = from + seen;
    int open = depth;
    while (p < limit) {
      if (inString) {
        p = stringEnd(b, p, limit);
        if (inString) {
          break;
        }
        continue;
      }
      int kind = KINDS[b[p++] & 0xFF];
      if (kind == QUOTE) {
        inString = true;
      } else if (kind == OPEN) {
        open++;
      } else if (kind == CLOSE && --open == 0) {
        return p;
      }
    }
    depth = open;
    seen = p - from;
    return -1;
  }

  /** The place behind the string; or where to go on, if its end has not come yet. */
  private int stringEnd(byte[] b, int from, int limit) {
    int p = from;
    while (p + 8 <= limit) {
      long specials = Words.specials(Words.get(b, p));
      if (specials == 0) {
        p += 8;
        continue;
      }
      p += Words.firstOf(specials);
      if (b[p] == '"') {
        inString = false;
        return p + 1;
      }
      if (b[p] == '\\' && p + 1 == limit) {
        return p;
      }
      p += b[p] == '\\' ? 2 : 1;
    }
    while (p < limit) {
      if (b[p] == '"') {
        inString = false;
        return p + 1;
      }
      if (b[p] == '\\' && p + 1 == limit) {
        return p; // what is escaped has not come
      }
      p += b[p] == '\\' ? 2 : 1;
    }
    return p;
  }
}
