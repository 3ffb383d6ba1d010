package org.datason.json;

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

  /** So many characters are written between two looks at the room left. */
  private static final int BLOCK = 4096;

  private StringText() {}

  static void write(JsonWriter w, String s) {
    int n = s.length();
    if (n > BLOCK) {
      writeLong(w, s, n);
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
        writeRest(w, s, i, n);
        return;
      }
      b[p++] = (byte) c;
    }
    b[p++] = '"';
    w.pos = p;
  }

  private static void writeLong(JsonWriter w, String s, int n) {
    w.put('"');
    int i = 0;
    while (i < n) {
      i = writeBlock(w, s, i, Math.min(n, i + BLOCK));
    }
    w.put('"');
  }

  private static void writeRest(JsonWriter w, String s, int from, int n) {
    int i = from;
    while (i < n) {
      i = writeBlock(w, s, i, Math.min(n, i + BLOCK));
    }
    w.put('"');
  }

  /** Writes from one character up to another, and one more if a surrogate pair needs it. */
  private static int writeBlock(JsonWriter w, String s, int from, int to) {
    w.ensure((to - from + 1) * 6);
    byte[] b = w.buf;
    int p = w.pos;
    int i = from;
    while (i < to) {
      char c = s.charAt(i++);
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
      } else if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        b[p++] = (byte) (0xE0 | c >> 12);
        b[p++] = (byte) (0x80 | c >> 6 & 0x3F);
        b[p++] = (byte) (0x80 | c & 0x3F);
      } else if (c < Character.MIN_LOW_SURROGATE
          && i < s.length()
          && Character.isLowSurrogate(s.charAt(i))) {
        int code = Character.toCodePoint(c, s.charAt(i++));
        b[p++] = (byte) (0xF0 | code >> 18);
        b[p++] = (byte) (0x80 | code >> 12 & 0x3F);
        b[p++] = (byte) (0x80 | code >> 6 & 0x3F);
        b[p++] = (byte) (0x80 | code & 0x3F);
      } else if (w.canonical) {
        throw w.unsupported(
            "The canonical form has no lone surrogates, and the text has one at index " + (i - 1));
      } else {
        p = escape(b, p, c); // a lone surrogate: UTF-8 has no form for it
      }
    }
    w.pos = p;
    return i;
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
