package org.datason.json;

/**
 * Reads JSON strings: plain ASCII, eight bytes at a time; {@link StringDecoder} takes all others,
 * with what is here for their parts (escapes, UTF-8 of two to four bytes), validated and decoded in
 * the same pass.
 */
final class StringParser {

  /** No escape and no sequence of UTF-8 is longer. */
  private static final int LONGEST = 6;

  private StringParser() {}

  /** The string of the Latin-1 bytes between two places. */
  @SuppressWarnings("deprecation") // the one that is small enough to be inlined
  static String ascii(byte[] b, int from, int to) {
    return new String(b, 0, from, to - from);
  }

  /** Reads the string whose opening quote stands at the reader's position. */
  static String read(JsonReader r) {
    byte[] b = r.buf;
    int start = r.pos + 1;
    int p = plainEnd(b, start, r.limit);
    if (p < r.limit && b[p] == '"') {
      if (p - start > r.maxStringLength) {
        throw r.tooLong("string", "maxStringLength", r.maxStringLength);
      }
      r.pos = p + 1;
      return ascii(b, start, p);
    }
    return StringDecoder.decode(r, start, p);
  }

  /**
   * Reads the string at the position: the value that it stands for, or the text itself.
   *
   * @param texts recognises the texts here
   */
  static Object read(JsonReader r, TextRecognizer texts) {
    return recognized(read(r), texts);
  }

  private static Object recognized(String text, TextRecognizer texts) {
    if (text.isEmpty()) {
      return text;
    }
    long candidates = texts.candidates(text.length(), text.charAt(0));
    if (candidates == 0) {
      return text;
    }
    Object value = texts.recognize(text, candidates);
    return value == null ? text : value;
  }

  /** Reads the string at the position into bytes. */
  static void read(JsonReader r, TextBytes out) {
    byte[] b = r.buf;
    int start = r.pos + 1;
    int p = plainEnd(b, start, r.limit);
    if (p < r.limit && b[p] == '"' && p - start <= r.maxStringLength) {
      r.pos = p + 1;
      out.append(b, start, p);
    } else {
      out.append(read(r));
    }
  }

  /** The first byte from a place on that is not plain ASCII inside a string, or the limit. */
  static int plainEnd(byte[] b, int from, int limit) {
    int p = from;
    while (p + 8 <= limit) {
      long specials = Words.specials(Words.get(b, p));
      if (specials != 0) {
        return p + Words.firstOf(specials);
      }
      p += 8;
      if (p - from == 32) {
        p = longPlainEnd(b, p, limit);
      }
    }
    while (p < limit && b[p] != '"' && b[p] != '\\' && b[p] >= ' ') {
      p++;
    }
    return p;
  }

  /**
   * The same for texts that are short and of many lengths, such as the items of an array: sixteen
   * bytes at a time, since where their end lies among them then costs no branch.
   */
  static int shortPlainEnd(byte[] b, int from, int limit) {
    int p = from;
    while (p + 16 <= limit) {
      int first = Words.firstOf(Words.specials(Words.get(b, p))); // 8 where there is none
      int second = Words.firstOf(Words.specials(Words.get(b, p + 8)));
      int plain = first + (second & -(first >>> 3));
      if (plain < 16) {
        return p + plain;
      }
      p += 16;
      if (p - from == 32) {
        return plainEnd(b, p, limit);
      }
    }
    return plainEnd(b, p, limit);
  }

  /** Passes over plain blocks of 32 bytes: for text that has proved to be long. */
  private static int longPlainEnd(byte[] b, int from, int limit) {
    int p = from;
    while (p + 32 <= limit
        && (Words.specials(Words.get(b, p))
                | Words.specials(Words.get(b, p + 8))
                | Words.specials(Words.get(b, p + 16))
                | Words.specials(Words.get(b, p + 24)))
            == 0) {
      p += 32;
    }
    return p;
  }

  /** Passes over the string whose opening quote stands at the position, checking all of it. */
  static void skip(JsonReader r) {
    byte[] b = r.buf;
    int start = r.pos + 1;
    int p = plainEnd(b, start, r.limit);
    if (p < r.limit && b[p] == '"' && p - start <= r.maxStringLength) {
      r.pos = p + 1;
    } else {
      skipOn(r, start, p);
    }
  }

  /** Passes over a string on from a byte that is not plain, or from the limit. */
  private static void skipOn(JsonReader r, int from, int special) {
    byte[] b = r.buf;
    int start = from;
    int limit = r.limit;
    int p = special;
    long gone = 0;
    for (; ; p = plainEnd(b, p, limit)) {
      if (gone + p - start > r.maxStringLength) {
        throw r.tooLong("string", "maxStringLength", r.maxStringLength);
      }
      if (isCut(b, p, limit) && r.mayBeMore(p)) {
        gone += p - start; // what was checked leaves the window
        r.moreInString(p);
        b = r.buf;
        limit = r.limit;
        p = r.pos;
        start = p;
        continue;
      }
      if (p >= limit) {
        throw r.syntax("the closing quote of the string", limit);
      }
      int c = b[p];
      if (c == '"') {
        r.pos = p + 1;
        return;
      }
      if (c == '\\') {
        p += escape(r, p) >>> 16;
      } else if (c >= 0) {
        throw r.syntax("an escape in place of the control character", p);
      } else {
        int before = p;
        while (p + 4 <= limit && threeBytes(Words.getInt(b, p)) >= 0) {
          p += 3;
        }
        p += p == before ? length(sequence(r, p)) : 0;
      }
    }
  }

  /** Whether the character, escape or sequence of UTF-8 at a place goes beyond the limit. */
  private static boolean isCut(byte[] b, int p, int limit) {
    if (p + LONGEST <= limit) {
      return false;
    }
    int c = p < limit ? b[p] & 0xFF : 0;
    boolean isShort = c == '\\' && p + 1 < limit && b[p + 1] != 'u';
    int length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return p + (isShort ? 2 : c == '\\' ? LONGEST : length) > limit;
  }

  /** The first characters of the string at the position, which is not moved. */
  static String start(JsonReader r, int most) {
    byte[] b = r.buf;
    StringBuilder out = new StringBuilder();
    int p = r.pos + 1;
    while (out.length() < most && p < r.limit && b[p] != '"' && (b[p] >= ' ' || b[p] < 0)) {
      if (b[p] == '\\') {
        int code = escape(r, p);
        out.append((char) code);
        p += code >>> 16;
      } else if (b[p] > 0) {
        out.append((char) b[p++]);
      } else {
        int code = sequence(r, p);
        out.appendCodePoint(code);
        p += length(code);
      }
    }
    if (out.length() > most) {
      out.setLength(most - 1); // a pair is not cut in two
    }
    return out.toString();
  }

  /** The char of the escape at a place in the low half, its length in the high half. */
  static int escape(JsonReader r, int p) {
    byte[] b = r.buf;
    if (p + 1 >= r.limit) {
      throw r.syntax("the rest of the escape", r.limit);
    }
    int c = b[p + 1];
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return 2 << 16 | c;
      case 'b':
        return 2 << 16 | '\b';
      case 'f':
        return 2 << 16 | '\f';
      case 'n':
        return 2 << 16 | '\n';
      case 'r':
        return 2 << 16 | '\r';
      case 't':
        return 2 << 16 | '\t';
      case 'u':
        int code = 0;
        for (int i = p + 2; i < p + 6; i++) {
          int digit = i < r.limit ? Character.digit(b[i], 16) : -1;
          if (digit < 0) {
            throw r.syntax("four hexadecimal digits after \\u", Math.min(i, r.limit));
          }
          code = code << 4 | digit;
        }
        return 6 << 16 | code;
      default:
        throw r.syntax("one of \" \\ / b f n r t u after the backslash", p + 1);
    }
  }

  /** The bytes that a code point takes in UTF-8. */
  static int length(int code) {
    return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  /**
   * The code point of the UTF-8 sequence of two to four bytes at a place, after the table of
   * well-formed sequences in the Unicode standard (3-7): no overlong forms, no surrogates, nothing
   * above U+10FFFF.
   */
  static int sequence(JsonReader r, int p) {
    byte[] b = r.buf;
    int limit = r.limit;
    int first = b[p] & 0xFF;
    int second = p + 1 < limit ? b[p + 1] : 0;
    if (first < 0xE0) {
      if (first >= 0xC2 && second < -64) {
        return (first & 0x1F) << 6 | second & 0x3F;
      }
    } else if (first < 0xF0) {
      int third = p + 2 < limit ? b[p + 2] : 0;
      if (second < -64 && third < -64) {
        int code = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F;
        if (isThreeByte(code)) {
          return code;
        }
      }
    } else {
      int third = p + 2 < limit ? b[p + 2] : 0;
      int fourth = p + 3 < limit ? b[p + 3] : 0;
      if (first <= 0xF4 && second < -64 && third < -64 && fourth < -64) {
        int code =
            (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F;
        if (code >= 0x10000 && code <= 0x10FFFF) {
          return code;
        }
      }
    }
    throw r.syntax("well-formed UTF-8", p);
  }

  /** The character of three bytes of UTF-8 in the lowest bytes of a word; -1 if it is none. */
  static int threeBytes(int word) {
    if ((word & 0xC0C0F0) != 0x8080E0) {
      return -1;
    }
    int code = (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F;
    return isThreeByte(code) ? code : -1;
  }

  private static boolean isThreeByte(int code) {
    return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
  }
}
