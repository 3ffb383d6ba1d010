package org.datason.json;

import java.nio.charset.StandardCharsets;

/** Writes strings with their quotes and escapes, as UTF-8. */
final class StringText {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** For each ASCII character: 0 if it stands for itself, its short escape, or 'u'. */
  private static final byte[] ESCAPES = new byte[128];

  static {
    java.util.Arrays.fill(ESCAPES, 0, 0x20, (byte) 'u');
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
    ESCAPES['\b'] = 'b';
    ESCAPES['\f'] = 'f';
    ESCAPES['\n'] = 'n';
    ESCAPES['\r'] = 'r';
    ESCAPES['\t'] = 't';
  }

  /** From this length on it pays to copy a text first and to look at it eight bytes at a time. */
  private static final int MIDDLE = 16;

  /** So many characters are written between two looks at the room left. */
  private static final int BLOCK = 4096;

  /** From this length on it pays to let the JDK copy the text at once and look at the bytes. */
  static final int LONG = 64;

  /** A character takes so many bytes at most. */
  static final int WIDEST = 6;

  private static final long QUESTION_MARKS = 0x3F3F3F3F3F3F3F3FL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private StringText() {}

  static void write(JsonWriter w, String s) {
    int n = s.length();
    if (n >= w.longText) {
      writeLong(w, s, n);
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
      if (c >= 0x80 || ESCAPES[c] != 0) {
        w.pos = p;
        writeBlock(w, s, i, n);
        w.put('"');
        return;
      }
      b[p++] = (byte) c;
    }
    b[p++] = '"';
    w.pos = p;
  }

  /**
   * Copies the low bytes of a text, which the JDK does at once for Latin-1, and looks afterwards
   * whether they are its characters and stand for themselves.
   */
  @SuppressWarnings("deprecation") // the one copy that takes no array of its own
  private static void writeMiddle(JsonWriter w, String s, int n) {
    w.ensure(n + 2);
    byte[] b = w.buf;
    int start = w.pos + 1;
    b[start - 1] = '"';
    w.pos = start;
    int i = 0;
    if (s.charAt(0) < 0x80 && s.charAt(n >>> 1) < 0x80 && isAscii(s, n)) {
      s.getBytes(0, n, b, start);
      i = plainLength(b, start, n);
    }
    w.pos = start + i;
    if (i < n) {
      writeBlock(w, s, i, n);
    }
    w.put('"');
  }

  private static boolean isAscii(String s, int n) {
    int all = 0;
    for (int i = 0; i < n; i++) {
      all |= s.charAt(i);
    }
    return all < 0x80;
  }

  /**
   * How many of n ASCII bytes, eight or more, stand for themselves up to the first that does not.
   */
  private static int plainLength(byte[] b, int from, int n) {
    for (int i = 0; i + 8 <= n; i += 8) {
      long specials = Words.specials(Words.get(b, from + i));
      if (specials != 0) {
        return i + Words.firstOf(specials);
      }
    }
    long specials = Words.specials(Words.get(b, from + n - 8)); // some of them once more
    return specials == 0 ? n : n - 8 + Words.firstOf(specials);
  }

  /** Writes as much of a part of a text as is ASCII; the end of that. */
  private static int writePart(JsonWriter w, String s, int from, int to) {
    if (looksForeign(s, from, to)) {
      return from; // seen without encoding it
    }
    int n = to - from;
    String part = n == s.length() ? s : s.substring(from, to);
    byte[] latin = part.getBytes(StandardCharsets.ISO_8859_1); // a question mark for all beyond
    return latin.length == n ? from + writeLatin(w, part, latin) : from;
  }

  /**
   * Writes bytes that stand for the characters of a text, up to one beyond ASCII; the end of that.
   */
  private static int writeLatin(JsonWriter w, String part, byte[] latin) {
    int n = latin.length;
    w.ensure(n * WIDEST + 8);
    byte[] b = w.buf;
    int p = w.pos;
    int i = 0;
    while (i < n) {
      byte c;
      if (i + 8 <= n) {
        long word = Words.get(latin, i);
        long specials = Words.specials(word) | (word ^ QUESTION_MARKS) - ONES & HIGHS;
        Words.set(b, p, word);
        if (specials == 0) {
          p += 8;
          i += 8;
          continue;
        }
        int plain = Words.firstOf(specials);
        p += plain;
        i += plain;
        c = latin[i];
      } else {
        c = latin[i];
      }
      if (c < 0 || c == '?' && part.charAt(i) != '?') {
        break;
      }
      byte escape = ESCAPES[c];
      if (escape == 0) {
        b[p++] = c;
      } else if (escape == 'u') {
        p = escape(b, p, (char) c);
      } else {
        b[p++] = '\\';
        b[p++] = escape;
      }
      i++;
    }
    w.pos = p;
    return i;
  }

  /** Whether a part of a text seems not to be ASCII, without a look at all of it. */
  private static boolean looksForeign(String s, int from, int to) {
    return s.charAt(from) >= 0x80 || s.charAt(from + to >>> 1) >= 0x80 || s.charAt(to - 1) >= 0x80;
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
      if (text[i] < 0 || ESCAPES[text[i]] != 0) {
        return false;
      }
    }
    return true;
  }

  private static void writeLong(JsonWriter w, String s, int n) {
    if (n > w.maxStringLength / WIDEST) {
      w.checkLength(length(w, s));
    }
    w.put('"');
    int i = 0;
    while (i < n) {
      int end = Math.min(n, i + BLOCK);
      i = writePart(w, s, i, end);
      if (i < end) {
        i = writeBlock(w, s, i, end);
      }
    }
    w.put('"');
  }

  /** How many bytes a text takes, without its quotes. */
  private static long length(JsonWriter w, String s) {
    long length = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < 0x80) {
        length += ESCAPES[c] == 0 ? 1 : ESCAPES[c] == 'u' ? WIDEST : 2;
      } else if (w.asciiOnly) {
        length += WIDEST;
      } else if (c < 0x800) {
        length += 2;
      } else if (Character.isSurrogate(c)) {
        boolean pair = s.codePointAt(i) > 0xFFFF;
        length += pair ? 4 : WIDEST;
        i += pair ? 1 : 0;
      } else {
        length += 3;
      }
    }
    return length;
  }

  /** Writes from one character up to another, and one more if a surrogate pair needs it. */
  private static int writeBlock(JsonWriter w, String s, int from, int to) {
    w.ensure((to - from + 1) * 6);
    byte[] b = w.buf;
    char[] chars = w.chars(to - from);
    s.getChars(from, to, chars, 0);
    int p = w.pos;
    int n = to - from;
    int i = 0;
    while (i < n) {
      char c = chars[i++];
      while (c >= 0x800 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
        if (w.asciiOnly) {
          p = escape(b, p, c);
        } else {
          Words.setInt(b, p, 0x8080E0 | c >> 12 | (c & 0xFC0) << 2 | (c & 0x3F) << 16);
          p += 3; // texts beyond Latin are runs of such
        }
        if (i == n) {
          w.pos = p;
          return from + i;
        }
        c = chars[i++];
      }
      if (c < 0x80) {
        byte escape = ESCAPES[c];
        if (escape == 0) {
          b[p++] = (byte) c;
        } else if (escape == 'u') {
          p = escape(b, p, c);
        } else {
          b[p++] = '\\';
          b[p++] = escape;
        }
      } else if (w.asciiOnly) {
        p = escape(b, p, c);
      } else if (c < 0x800) {
        b[p++] = (byte) (0xC0 | c >> 6);
        b[p++] = (byte) (0x80 | c & 0x3F);
      } else {
        int code = s.codePointAt(from + i - 1); // c itself, if it has no partner
        if (code > 0xFFFF) {
          i++;
          b[p++] = (byte) (0xF0 | code >> 18);
          b[p++] = (byte) (0x80 | code >> 12 & 0x3F);
          b[p++] = (byte) (0x80 | code >> 6 & 0x3F);
          b[p++] = (byte) (0x80 | code & 0x3F);
        } else if (w.canonical) {
          throw w.unsupported(
              "The canonical form has no lone surrogates, and the text has one at index "
                  + (from + i - 1));
        } else {
          p = escape(b, p, c); // a lone surrogate: UTF-8 has no form for it
        }
      }
    }
    w.pos = p;
    return from + i;
  }

  private static int escape(byte[] b, int at, char c) {
    int p = at;
    b[p++] = '\\';
    b[p++] = 'u';
    b[p++] = HEX[c >> 12];
    b[p++] = HEX[c >> 8 & 0xF];
    b[p++] = HEX[c >> 4 & 0xF];
    b[p++] = HEX[c & 0xF];
    return p;
  }
}
