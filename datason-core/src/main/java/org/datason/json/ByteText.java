package org.datason.json;

import java.util.HexFormat;

/** Bytes as a text of hexadecimal digits, marked so that it is not taken for base64. */
final class ByteText {

  /** No text in base64 has a colon. */
  private static final String HEX = "hex:";

  private ByteText() {}

  static String hex(byte[] bytes, int from, int to) {
    return HEX + HexFormat.of().formatHex(bytes, from, to);
  }

  /** Whether the string at the position has the mark, which needs no escapes. */
  static boolean isHexNext(JsonReader r) {
    int from = r.pos + 1;
    int to = from + HEX.length();
    return to <= r.limit && StringParser.ascii(r.buf, from, to).equals(HEX);
  }

  /**
   * The bytes of a text in hexadecimal digits.
   *
   * @throws IllegalArgumentException if it has other characters
   */
  static byte[] ofHex(String text) {
    return HexFormat.of().parseHex(text, HEX.length(), text.length());
  }
}
