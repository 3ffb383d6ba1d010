package org.datason.arrow;

import java.nio.ByteBuffer;
import org.datason.frame.Column;
import org.datason.frame.ColumnStorage;

/** Finds halves of surrogate pairs, which Java's texts can hold and UTF-8 cannot. */
final class LoneSurrogates {

  private static final byte LEAD = (byte) 0xED;
  private static final int ROWS = 1 << 16;

  private LoneSurrogates() {}

  static boolean areIn(Column texts) {
    for (int from = 0; from < texts.size(); from += ROWS) {
      ColumnStorage part = texts.slice(from, Math.min(texts.size(), from + ROWS)).storage();
      int[] offsets = part.offsets();
      byte[] bytes = new byte[offsets[offsets.length - 1]];
      part.copyBytes(ByteBuffer.wrap(bytes));
      if (areIn(bytes)) {
        return true;
      }
    }
    return false;
  }

  static boolean areIn(byte[] bytes) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == LEAD && (bytes[i + 1] & 0xE0) == 0xA0) {
        return true;
      }
    }
    return false;
  }
}
