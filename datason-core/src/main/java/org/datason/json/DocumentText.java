package org.datason.json;

import java.nio.charset.StandardCharsets;
import org.datason.error.JsonSyntaxException;

/** Turns a document that is a text into UTF-8, refusing what UTF-8 cannot hold. */
final class DocumentText {

  private static final long QUESTION_MARKS = 0x3F3F3F3F3F3F3F3FL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private DocumentText() {}

  static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // The JDK puts a question mark where a lone surrogate is, so without any there was none.
    if (hasQuestionMark(bytes) && !new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      throw loneSurrogate(text);
    }
    return bytes;
  }

  private static boolean hasQuestionMark(byte[] b) {
    int p = 0;
    for (; p + 8 <= b.length; p += 8) {
      long word = Words.get(b, p) ^ QUESTION_MARKS;
      if ((word - ONES & ~word & HIGHS) != 0) {
        return true;
      }
    }
    for (; p < b.length; p++) {
      if (b[p] == '?') {
        return true;
      }
    }
    return false;
  }

  private static JsonSyntaxException loneSurrogate(String text) {
    int i = 0;
    while (!Character.isSurrogate(text.charAt(i)) || text.codePointAt(i) > 0xFFFF) {
      i += Character.charCount(text.codePointAt(i));
    }
    byte[] before = text.substring(0, i).getBytes(StandardCharsets.UTF_8);
    PathScanner scanner = new PathScanner();
    scanner.scan(before, 0, before.length);
    return new JsonSyntaxException(
        String.format("Expected text but found the lone surrogate U+%04X", (int) text.charAt(i)),
        scanner.location());
  }
}
