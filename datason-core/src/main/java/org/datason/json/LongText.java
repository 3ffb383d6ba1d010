package org.datason.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Writes long strings in blocks, so that what is kept for one stays in the first level cache. */
final class LongText {

  /** So many characters are written between two looks at the room left. */
  private static final int BLOCK = 4096;

  private static final int WIDEST = StringText.WIDEST;

  /** To Latin-1, many characters at once, up to the first beyond it. */
  private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();

  private final CharBuffer chars = CharBuffer.allocate(BLOCK);
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  LongText() {}

  static void write(JsonWriter w, String s, int n) {
    if (n > w.maxStringLength / WIDEST) {
      w.checkLength(length(w, s));
    }
    w.put('"');
    int i = 0;
    while (i < n) {
      int end = Math.min(n, i + BLOCK);
      i = w.longTexts().writeLatin(w, s, i, end);
      if (i < end) {
        i = WideText.write(w, s, i, end);
      }
    }
    w.put('"');
  }

  /** Writes as much of a part of a text as is Latin-1; the end of that. */
  private int writeLatin(JsonWriter w, String s, int from, int to) {
    if (looksForeign(s, from, to)) {
      return from; // seen without encoding it
    }
    int n = to - from;
    w.ensure(n + 8);
    int start = w.pos;
    int encoded = encode(w.buf, start, s, from, to);
    int plain = encoded < 8 ? 0 : StringText.plainLength(w.buf, start, encoded);
    w.pos = start + plain;
    if (plain < encoded) {
      byte[] latin = w.latin(encoded);
      System.arraycopy(w.buf, start + plain, latin, 0, encoded - plain);
      LatinText.write(w, latin, encoded - plain);
    }
    return from + encoded;
  }

  /** Puts the Latin-1 bytes of characters, up to the first that has none; how many. */
  private int encode(byte[] b, int at, String s, int from, int to) {
    s.getChars(from, to, chars.array(), 0);
    chars.limit(to - from).position(0);
    if (bytes.array() != b) {
      bytes = ByteBuffer.wrap(b);
    }
    bytes.limit(at + to - from).position(at);
    encoder.reset().encode(chars, bytes, true);
    return chars.position();
  }

  /** Whether a part of a text seems not to be Latin-1, without a look at all of it. */
  private static boolean looksForeign(String s, int from, int to) {
    return s.charAt(from) > 0xFF || s.charAt(from + to >>> 1) > 0xFF || s.charAt(to - 1) > 0xFF;
  }

  /** How many bytes a text takes, without its quotes. */
  private static long length(JsonWriter w, String s) {
    long length = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < 0x80) {
        length += LatinText.length(c);
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
}
