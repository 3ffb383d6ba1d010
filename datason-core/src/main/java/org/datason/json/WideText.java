package org.datason.json;

/** Writes text with characters beyond Latin-1 as UTF-8, character by character. */
final class WideText {

  private WideText() {}

  /** Writes from one character up to another, and one more if a surrogate pair needs it. */
  static int write(JsonWriter w, String s, int from, int to) {
    w.ensure((to - from + 2) * StringText.WIDEST);
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
          p = LatinText.putEscape(b, p, c);
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
        p = LatinText.put(b, p, c);
      } else if (w.asciiOnly) {
        p = LatinText.putEscape(b, p, c);
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
          p = LatinText.putEscape(b, p, c); // a lone surrogate: UTF-8 has no form for it
        }
      }
    }
    w.pos = p;
    return from + i;
  }
}
