package org.datason.arrow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.datason.frame.Column;
import org.datason.frame.ColumnStorage;

/** Finds halves of surrogate pairs, which Java's texts can hold and UTF-8 cannot. */
final class LoneSurrogates {

  private static final byte LEAD = (byte) 0xED;
  private static final int ROWS = 1 << 16;
  private static final long NOT_ASCII = 0x8080808080808080L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
      while (i + Long.BYTES <= bytes.length && ((long) WORDS.get(bytes, i) & NOT_ASCII) == 0) {
        i += Long.BYTES;
      }
      if (i < bytes.length - 1 && bytes[i] == LEAD && (bytes[i + 1] & 0xE0) == 0xA0) {
        return true;
      }
    }
    return false;
  }
}
