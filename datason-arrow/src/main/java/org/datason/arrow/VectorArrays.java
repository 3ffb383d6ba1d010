package org.datason.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** The buffers of vectors as Java's arrays. */
final class VectorArrays {

  /** Bytes are copied in blocks, so that each fits a ByteBuffer. */
  private static final int BLOCK = 1 << 20;

  private VectorArrays() {}

  /** A bit for each row that has a value; null if all have. */
  static long[] validity(FieldVector vector, int rows) {
    if (vector.getNullCount() == 0 || rows == 0) {
      return null;
    }
    check(vector.getValidityBuffer(), rows + 7L >> 3);
    ByteBuffer bits = ByteBuffer.allocate((rows + 63 >>> 6) * 8).order(ByteOrder.LITTLE_ENDIAN);
    vector.getValidityBuffer().getBytes(0, bits.array(), 0, rows + 7 >>> 3);
    long[] words = new long[bits.capacity() / 8];
    bits.asLongBuffer().get(words);
    return words;
  }

  /** Refuses a buffer that is smaller than its vector needs, before memory is taken for it. */
  static void check(ArrowBuf buffer, long bytes) {
    if (bytes > buffer.capacity()) {
      throw new IllegalArgumentException(
          "a buffer has " + buffer.capacity() + " bytes, where the rows need " + bytes);
    }
  }

  static byte[] bytes(ArrowBuf buffer, long from, int n) {
    check(buffer, from + n);
    byte[] bytes = new byte[n];
    if (n > 0) {
      buffer.getBytes(from, bytes, 0, n);
    }
    return bytes;
  }

  static short[] shorts(ArrowBuf buffer, int n) {
    check(buffer, 2L * n);
    short[] values = new short[n];
    for (int from = 0; from < n; from += BLOCK) {
      int some = Math.min(BLOCK, n - from);
      block(buffer, 2L * from, 2 * some).asShortBuffer().get(values, from, some);
    }
    return values;
  }

  static int[] ints(ArrowBuf buffer, int n) {
    check(buffer, 4L * n);
    int[] values = new int[n];
    for (int from = 0; from < n; from += BLOCK) {
      int some = Math.min(BLOCK, n - from);
      block(buffer, 4L * from, 4 * some).asIntBuffer().get(values, from, some);
    }
    return values;
  }

  static long[] longs(ArrowBuf buffer, int n) {
    return longs(buffer, n, ByteOrder.LITTLE_ENDIAN);
  }

  static long[] longs(ArrowBuf buffer, int n, ByteOrder order) {
    check(buffer, 8L * n);
    long[] values = new long[n];
    for (int from = 0; from < n; from += BLOCK) {
      int some = Math.min(BLOCK, n - from);
      block(buffer, 8L * from, 8 * some).order(order).asLongBuffer().get(values, from, some);
    }
    return values;
  }

  static float[] floats(ArrowBuf buffer, int n) {
    check(buffer, 4L * n);
    float[] values = new float[n];
    for (int from = 0; from < n; from += BLOCK) {
      int some = Math.min(BLOCK, n - from);
      block(buffer, 4L * from, 4 * some).asFloatBuffer().get(values, from, some);
    }
    return values;
  }

  static double[] doubles(ArrowBuf buffer, int n) {
    check(buffer, 8L * n);
    double[] values = new double[n];
    for (int from = 0; from < n; from += BLOCK) {
      int some = Math.min(BLOCK, n - from);
      block(buffer, 8L * from, 8 * some).asDoubleBuffer().get(values, from, some);
    }
    return values;
  }

  private static ByteBuffer block(ArrowBuf buffer, long from, int length) {
    return buffer.nioBuffer(from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where each row begins, as it stands, and where the last one ends. */
  static int[] offsets(FieldVector vector, int rows) {
    return rows == 0 ? new int[1] : ints(vector.getOffsetBuffer(), rows + 1);
  }

  static int[] largeOffsets(FieldVector vector, int rows) {
    check(vector.getOffsetBuffer(), rows == 0 ? 0 : 8L * (rows + 1L));
    int[] offsets = new int[rows + 1];
    for (int i = 0; rows > 0 && i <= rows; i++) {
      offsets[i] = Math.toIntExact(vector.getOffsetBuffer().getLong(8L * i));
    }
    return offsets;
  }

  /** Offsets from 0 on. */
  static int[] fromZero(int[] offsets) {
    int first = offsets[0];
    for (int i = 0; first != 0 && i < offsets.length; i++) {
      offsets[i] -= first;
    }
    return offsets;
  }
}
