package org.datason.json;

import java.util.Arrays;

/**
 * Decodes the strings that are not plain ASCII: to Latin-1 bytes, which are what a String keeps of
 * such text, and from the first character beyond Latin-1 on to chars.
 */
final class StringDecoder {

  /** Room for what one step writes beyond a run of plain ASCII. */
  private static final int SLACK = 16;

  /** For each ASCII character: what it stands for behind a backslash, alone; 0 for nothing. */
  private static final byte[] UNESCAPED = new byte[128];

  static {
    String letters = "\"\\/bfnrt";
    for (int i = 0; i < letters.length(); i++) {
      UNESCAPED[letters.charAt(i)] = (byte) "\"\\/\b\f\n\r\t".charAt(i);
    }
  }

  private StringDecoder() {}

  /**
   * Reads a string on from its first byte that is not plain.
   *
   * @param start the first byte of the string, after its quote
   * @param from the first byte that is not plain ASCII inside a string
   */
  static String decode(JsonReader r, int start, int from) {
    byte[] b = r.buf;
    int limit = r.limit;
    int n = from - start;
    byte[] out = latin(r, n + SLACK);
    System.arraycopy(b, start, out, 0, n);
    int p = from;
    for (; ; ) {
      int c = next(r, start, p);
      if (c == '"') {
        r.pos = p + 1;
        return StringParser.ascii(out, 0, n);
      }
      if (c == '\\') {
        byte simple = p + 1 < limit && b[p + 1] > 0 ? UNESCAPED[b[p + 1]] : 0;
        if (simple != 0) {
          if (n + SLACK > out.length) {
            out = latin(r, n + SLACK);
          }
          out[n++] = simple;
          p += 2;
          if (p < limit && b[p] == '\\') {
            continue;
          }
        } else {
          int code = StringParser.escape(r, p);
          if ((code & 0xFF00) != 0) {
            return wide(r, start, p, n);
          }
          out[n++] = (byte) code;
          p += code >>> 16;
        }
      } else {
        if ((c & 0xFC) != 0xC0) {
          return wide(r, start, p, n);
        }
        int next = p + 1 < limit ? b[p + 1] : 0;
        boolean wellFormed = (c & 0xFE) == 0xC2 && next < -64; // bytes beyond ASCII are negative
        out[n++] = (byte) (wellFormed ? c << 6 | next & 0x3F : StringParser.sequence(r, p));
        p += 2;
      }
      long specials;
      do {
        if (n + SLACK > out.length) {
          out = latin(r, n + SLACK);
        }
        // Zeros stand behind the limit, which are special themselves.
        long word = p + 8 <= limit ? Words.get(b, p) : Words.partial(b, p, limit);
        Words.set(out, n, word);
        specials = Words.specials(word);
        int plain = specials == 0 ? 8 : Words.firstOf(specials);
        n += plain;
        p += plain;
      } while (specials == 0);
    }
  }

  /** The byte at a place that does not stand for itself: a quote, a backslash or above ASCII. */
  private static int next(JsonReader r, int start, int p) {
    if (p - start > r.maxStringLength) {
      throw r.tooLong("string", "maxStringLength", r.maxStringLength);
    }
    if (p >= r.limit) {
      throw r.syntax("the closing quote of the string", r.limit);
    }
    int c = r.buf[p];
    if (c >= 0 && c < ' ') {
      throw r.syntax("an escape in place of the control character", p);
    }
    return c;
  }

  /** Reads on from the first character beyond Latin-1, with n characters decoded before it. */
  private static String wide(JsonReader r, int start, int from, int decoded) {
    byte[] b = r.buf;
    int limit = r.limit;
    int n = decoded;
    char[] out = chars(r, n + SLACK);
    byte[] latin = r.latin;
    for (int i = 0; i < n; i++) {
      out[i] = (char) (latin[i] & 0xFF);
    }
    int p = from;
    for (; ; ) {
      int c = next(r, start, p);
      if (c == '"') {
        r.pos = p + 1;
        return new String(out, 0, n);
      }
      if (n + SLACK > out.length) {
        out = chars(r, n + SLACK);
      }
      if (c == '\\') {
        int code = StringParser.escape(r, p);
        out[n++] = (char) code;
        p += code >>> 16;
      } else if (c < 0) {
        // Most text beyond Latin-1 is of characters of three bytes; the loads take a fourth along.
        int before = n;
        int most = Math.min(out.length, n + (limit - p - 1) / 3);
        for (int code;
            n < most && (code = StringParser.threeBytes(Words.getInt(b, p))) >= 0;
            p += 3) {
          out[n++] = (char) code;
        }
        if (n == before) {
          int code = StringParser.sequence(r, p);
          p += StringParser.length(code);
          n += Character.toChars(code, out, n);
        }
      } else {
        int end = StringParser.plainEnd(b, p, limit);
        int shift = n - p;
        n += end - p;
        if (n + SLACK > out.length) {
          out = chars(r, n + SLACK);
        }
        for (; p < end; p++) {
          out[p + shift] = (char) b[p];
        }
      }
    }
  }

  private static byte[] latin(JsonReader r, int needed) {
    byte[] latin = r.latin;
    if (latin.length < needed) {
      latin = Arrays.copyOf(latin, Math.max(needed, Math.max(256, latin.length * 2)));
      r.latin = latin;
    }
    return latin;
  }

  private static char[] chars(JsonReader r, int needed) {
    char[] chars = r.chars;
    if (chars.length < needed) {
      chars = Arrays.copyOf(chars, Math.max(needed, chars.length * 2));
      r.chars = chars;
    }
    return chars;
  }
}
