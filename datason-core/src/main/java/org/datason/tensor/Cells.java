package org.datason.tensor;

import java.nio.ByteBuffer;

/**
 * The numbers that a tensor is a view of, in the order of their memory, by the bits of each. The
 * memory is the owner's: nothing is copied.
 */
abstract class Cells {

  /** How many numbers there are. */
  abstract long count();

  /** The bits of a number, with zeros above them. */
  abstract long bits(long index);

  /** Puts some numbers that follow one another into a buffer, in its byte order. */
  abstract void copy(long index, ByteBuffer to, int n);

  /** A text; only where the cells are texts. */
  String text(long index) {
    throw new UnsupportedOperationException();
  }

  /** The bits of the number at the position of a buffer, which stays, with zeros above them. */
  static long get(ByteBuffer from, int width) {
    return get(from, from.position(), width);
  }

  /** The bits of a number in a buffer, with zeros above them. */
  static long get(ByteBuffer from, int at, int width) {
    return switch (width) {
      case 1 -> from.get(at) & 0xFF;
      case 2 -> from.getShort(at) & 0xFFFF;
      case 4 -> from.getInt(at) & 0xFFFF_FFFFL;
      default -> from.getLong(at);
    };
  }

  /** Puts the bits of a number into a buffer, in its byte order. */
  static void put(ByteBuffer to, long bits, int width) {
    switch (width) {
      case 1 -> to.put((byte) bits);
      case 2 -> to.putShort((short) bits);
      case 4 -> to.putInt((int) bits);
      default -> to.putLong(bits);
    }
  }
}
