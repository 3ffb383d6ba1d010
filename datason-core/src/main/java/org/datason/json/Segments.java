package org.datason.json;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * The bytes that a writer into memory has put aside, so that its buffer need not be copied each
 * time it is full. Segments are small enough for a garbage collector to treat as ordinary objects.
 */
final class Segments {

  /** A buffer is put aside rather than doubled from this size on. */
  static final int SMALLEST = 16 * 1024;

  /** No buffer is made larger than this, unless one token needs it. */
  static final int LARGEST = 256 * 1024;

  private byte[][] buffers = new byte[8][];
  private int[] lengths = new int[8];
  private int count;
  private long size;

  /** The bytes in all segments. */
  long size() {
    return size;
  }

  /** The last byte, or 0 if there is none. */
  int last() {
    return count == 0 ? 0 : buffers[count - 1][lengths[count - 1] - 1];
  }

  /** Puts a buffer aside; it belongs to this object from now on. */
  void add(byte[] buffer, int length) {
    if (count == buffers.length) {
      buffers = Arrays.copyOf(buffers, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    buffers[count] = buffer;
    lengths[count++] = length;
    size += length;
  }

  /** Gives the last buffer back to be written on. */
  byte[] removeLast() {
    byte[] buffer = buffers[--count];
    buffers[count] = null;
    size -= lengths[count];
    return buffer;
  }

  /** Takes those of another one, which has none from then on. */
  void takeAll(Segments other) {
    for (int i = 0; i < other.count; i++) {
      add(other.buffers[i], other.lengths[i]);
    }
    other.clear();
  }

  /** The buffer with the first bytes, or another one if there is none. */
  byte[] first(byte[] other) {
    return count == 0 ? other : buffers[0];
  }

  /** Hands all to a taker, in their order. */
  void forEach(ObjIntConsumer<byte[]> taker) {
    for (int i = 0; i < count; i++) {
      taker.accept(buffers[i], lengths[i]);
    }
  }

  void clear() {
    Arrays.fill(buffers, 0, count, null);
    count = 0;
    size = 0;
  }

  /** Copies all segments to the beginning of an array. */
  void copyTo(byte[] target) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      System.arraycopy(buffers[i], 0, target, at, lengths[i]);
      at += lengths[i];
    }
  }

  void scan(PathScanner scanner) {
    for (int i = 0; i < count; i++) {
      scanner.scan(buffers[i], 0, lengths[i]);
    }
  }
}
