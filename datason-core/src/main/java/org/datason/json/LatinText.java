package org.datason.json;

/** Writes characters of Latin-1 as UTF-8, with the escapes that JSON asks for. */
final class LatinText {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** For each character the bytes that stand for it, and in the highest byte how many they are. */
  private static final long[] UTF_8 = new long[256];

  /** The same where all is to be ASCII. */
  private static final long[] ASCII = new long[256];

  /** Whether an ASCII character stands for itself. */
  static final boolean[] PLAIN = new boolean[128];

  private static final int LENGTH_SHIFT = 56;

  static {
    for (int c = 0; c < 256; c++) {
      long escape = '\\' | 'u' << 8 | '0' << 16 | '0' << 24;
      escape |= (long) HEX[c >> 4] << 32 | (long) HEX[c & 0xF] << 40 | 6L << LENGTH_SHIFT;
      ASCII[c] = c >= 0x20 && c < 0x80 ? c | 1L << LENGTH_SHIFT : escape;
      UTF_8[c] = c < 0x80 ? ASCII[c] : 0xC0 | c >> 6 | (0x80 | c & 0x3F) << 8 | 2L << LENGTH_SHIFT;
    }
    String named = "\"\\\b\f\n\r\t";
    String letters = "\"\\bfnrt";
    for (int i = 0; i < named.length(); i++) {
      long escape = '\\' | letters.charAt(i) << 8 | 2L << LENGTH_SHIFT;
      ASCII[named.charAt(i)] = escape;
      UTF_8[named.charAt(i)] = escape;
    }
    for (int c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = length(c) == 1;
    }
  }

  private LatinText() {}

  /** Writes the first n of some bytes; behind them are seven or more that do not count. */
  static void write(JsonWriter w, byte[] latin, int n) {
    w.ensure(n * StringText.WIDEST + 8);
    byte[] b = w.buf;
    int p = w.pos;
    long[] table = w.asciiOnly ? ASCII : UTF_8;
    int i = 0;
    while (i < n) {
      int end = Math.min(n, i + 8);
      long word = Words.get(latin, i);
      if (end == i + 8 && Words.specials(word) == 0) {
        Words.set(b, p, word);
        p += 8;
        i = end;
        continue;
      }
      for (; i < end; i++) { // without a branch for what comes among them
        long bytes = table[latin[i] & 0xFF];
        Words.set(b, p, bytes);
        p += (int) (bytes >>> LENGTH_SHIFT);
      }
    }
    w.pos = p;
  }

  /**
   * Puts an ASCII character, or its escape; the end of that. Room for eight bytes must be there.
   */
  static int put(byte[] b, int at, int c) {
    long bytes = ASCII[c];
    Words.set(b, at, bytes);
    return at + (int) (bytes >>> LENGTH_SHIFT);
  }

  /** Puts the escape of a character by its number; the end of that. */
  static int putEscape(byte[] b, int at, int c) {
    int p = at;
    b[p++] = '\\';
    b[p++] = 'u';
    b[p++] = HEX[c >> 12];
    b[p++] = HEX[c >> 8 & 0xF];
    b[p++] = HEX[c >> 4 & 0xF];
    b[p++] = HEX[c & 0xF];
    return p;
  }

  /** How many bytes an ASCII character takes. */
  static int length(int c) {
    return (int) (ASCII[c] >>> LENGTH_SHIFT);
  }
}
