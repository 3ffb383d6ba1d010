package org.datason.json;

/** Writes strings with their quotes and escapes, as UTF-8. */
final class StringText {

  /*
   * By length. Up to fifteen characters: one by one, which no other way beats where the lengths at a
   * place are alike. Up to LONG: looked at and copied, which the JDK does at once for Latin-1.
   * Longer: in blocks (LongText). What is not all plain ASCII goes on by a table (LatinText), or
   * from the first character beyond Latin-1 on by its characters (WideText).
   */

  /** From this length on it pays to copy a text first and to look at it eight bytes at a time. */
  private static final int MIDDLE = 16;

  /** From this length on a text is written in blocks. */
  static final int LONG = 128;

  /** A character takes so many bytes at most. */
  static final int WIDEST = 6;

  private StringText() {}

  static void write(JsonWriter w, String s) {
    int n = s.length();
    if (n >= w.longText) {
      LongText.write(w, s, n);
      return;
    }
    if (n >= MIDDLE) {
      writeMiddle(w, s, n);
      return;
    }
    w.ensure(n + 2);
    byte[] b = w.buf;
    int p = w.pos;
    b[p++] = '"';
    for (int i = 0; i < n; i++) {
      char c = s.charAt(i);
      if (c >= 0x80 || !LatinText.PLAIN[c]) {
        w.pos = p;
        writeRest(w, s, i, n, allBits(s, i, n));
        return;
      }
      b[p++] = (byte) c;
    }
    b[p++] = '"';
    w.pos = p;
  }

  /** Writes a text of 16 characters or more, in one piece. */
  @SuppressWarnings("deprecation") // the one copy that takes no array of its own
  private static void writeMiddle(JsonWriter w, String s, int n) {
    w.ensure(n + 2);
    byte[] b = w.buf;
    int start = w.pos + 1;
    b[start - 1] = '"';
    int all = s.charAt(n >>> 1); // a look that tells most of other scripts
    int i = 0;
    if (all < 0x100) {
      all = allBits(s, 0, n);
      if (all < 0x80) {
        s.getBytes(0, n, b, start);
        i = plainLength(b, start, n);
        if (i == n) {
          b[start + n] = '"';
          w.pos = start + n + 1;
          return;
        }
      }
    }
    w.pos = start + i;
    writeRest(w, s, i, n, all);
  }

  /** All bits that characters of a text have. */
  private static int allBits(String s, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= s.charAt(i);
    }
    return all;
  }

  /**
   * How many of n ASCII bytes, eight or more, stand for themselves up to the first that does not.
   */
  static int plainLength(byte[] b, int from, int n) {
    for (int i = 0; i + 8 <= n; i += 8) {
      long specials = Words.specials(Words.get(b, from + i));
      if (specials != 0) {
        return i + Words.firstOf(specials);
      }
    }
    long specials = Words.specials(Words.get(b, from + n - 8)); // some of them once more
    return specials == 0 ? n : n - 8 + Words.firstOf(specials);
  }

  /**
   * Writes a text from a character on, and its closing quote.
   *
   * @param all the bits of all characters, or more than Latin-1 has
   */
  @SuppressWarnings("deprecation")
  private static void writeRest(JsonWriter w, String s, int from, int n, int all) {
    if (all < 0x100) {
      byte[] latin = w.latin(n - from);
      s.getBytes(from, n, latin, 0);
      LatinText.write(w, latin, n - from);
    } else {
      WideText.write(w, s, from, n);
    }
    w.put('"');
  }

  /** Writes a text that is given as bytes: copied as they are where they are plain ASCII. */
  static void write(JsonWriter w, byte[] text, int from, int to) {
    int n = to - from;
    if (n >= w.longText || !isPlain(text, from, to)) {
      write(w, TextBytes.decode(text, from, to));
      return;
    }
    w.ensure(n + 2);
    byte[] b = w.buf;
    int p = w.pos;
    b[p] = '"';
    System.arraycopy(text, from, b, p + 1, n);
    b[p + n + 1] = '"';
    w.pos = p + n + 2;
  }

  private static boolean isPlain(byte[] text, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      if (Words.specials(Words.get(text, i)) != 0) {
        return false;
      }
    }
    for (; i < to; i++) {
      if (text[i] < 0 || !LatinText.PLAIN[text[i]]) {
        return false;
      }
    }
    return true;
  }
}
