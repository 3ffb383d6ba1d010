package org.datason.frame;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Checks that bytes of somebody else's are texts. */
final class Utf8 {

  private static final int BLOCK = 8192;

  private Utf8() {}

  /** Refuses bytes that are no UTF-8, and strings that end within a character. */
  static void check(byte[] bytes, int[] ends) {
    int end = ends.length == 0 ? 0 : ends[ends.length - 1];
    int ascii = 0;
    while (ascii < end && bytes[ascii] >= 0) {
      ascii++;
    }
    if (ascii == end) {
      return;
    }
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] < end && (bytes[ends[i]] & 0xC0) == 0x80) {
        throw new IllegalArgumentException("The text of row " + i + " ends within a character");
      }
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, ascii, end - ascii);
    CharBuffer block = CharBuffer.allocate(BLOCK);
    try {
      while (true) {
        var result = decoder.decode(in, block.clear(), true);
        if (result.isError()) {
          result.throwException();
        }
        if (result.isUnderflow()) {
          return;
        }
      }
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "The text of row " + row(ends, in.position()) + " is no UTF-8", e);
    }
  }

  private static int row(int[] ends, int at) {
    int row = 0;
    while (row < ends.length - 1 && ends[row] <= at) {
      row++;
    }
    return row;
  }
}
