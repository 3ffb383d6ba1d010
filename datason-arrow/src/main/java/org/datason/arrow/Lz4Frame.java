package org.datason.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Reads a frame of LZ4, after the frame and block formats of lz4/lz4 on GitHub. Unlike lz4-java it
 * takes blocks that refer to those before them, as other Arrow libraries write them.
 */
final class Lz4Frame {

  private static final int MAGIC = 0x184D2204;
  private static final int INDEPENDENT_VERSION = 0x40;
  private static final int BLOCK_CHECKSUM = 0x10;
  private static final int CONTENT_SIZE = 0x08;
  private static final int CONTENT_CHECKSUM = 0x04;
  private static final int DICTIONARY = 0x01;
  private static final int LONG_LENGTH = 15;
  private static final int SHORTEST_MATCH = 4;

  private final ByteBuffer in;
  private final byte[] out;
  private int end;

  private Lz4Frame(byte[] frame, byte[] out) {
    in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    this.out = out;
  }

  /**
   * Decompresses a frame.
   *
   * @param frame the frame
   * @param out gets the bytes, which must be as many
   * @throws IllegalArgumentException if it is no frame, or one of more or fewer bytes
   */
  static void decompress(byte[] frame, byte[] out) {
    try {
      new Lz4Frame(frame, out).read();
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "A buffer is no LZ4, or holds other than " + out.length, e);
    }
  }

  private void read() {
    if (in.remaining() < 7 || in.getInt() != MAGIC) {
      throw new IllegalArgumentException("A buffer is no frame of LZ4");
    }
    int flags = in.get();
    in.get(); // the size of the largest block
    if ((flags & 0xC0) != INDEPENDENT_VERSION || (flags & DICTIONARY) != 0) {
      throw new IllegalArgumentException("A frame of LZ4 is of another version or dictionary");
    }
    in.position(in.position() + ((flags & CONTENT_SIZE) == 0 ? 1 : 9));
    for (int size = in.getInt(); size != 0; size = in.getInt()) {
      int length = size & Integer.MAX_VALUE;
      if (size < 0) {
        in.get(out, end, length);
        end += length;
      } else {
        block(in.position() + length);
      }
      in.position(in.position() + ((flags & BLOCK_CHECKSUM) == 0 ? 0 : 4));
    }
    if (end != out.length) {
      throw new IllegalArgumentException(
          "A buffer is said to hold " + out.length + " bytes and holds " + end);
    }
    int seed = 0;
    if ((flags & CONTENT_CHECKSUM) != 0
        && XXHashFactory.fastestJavaInstance().hash32().hash(out, 0, end, seed) != in.getInt()) {
      throw new IllegalArgumentException("A frame of LZ4 is damaged: its checksum differs");
    }
  }

  /** A block: literals and matches by turns, the last ones literals alone. */
  private void block(int blockEnd) {
    while (true) {
      int token = in.get() & 0xFF;
      int literals = length(token >> 4);
      in.get(out, end, literals);
      end += literals;
      if (in.position() >= blockEnd) {
        in.position(blockEnd);
        return;
      }
      int distance = in.getShort() & 0xFFFF;
      match(distance, length(token & LONG_LENGTH) + SHORTEST_MATCH);
    }
  }

  private int length(int first) {
    int length = first;
    if (first == LONG_LENGTH) {
      int more;
      do {
        more = in.get() & 0xFF;
        length += more;
      } while (more == 255);
    }
    return length;
  }

  private void match(int distance, int length) {
    int from = end - distance;
    if (distance == 0 || from < 0 || length > out.length - end) {
      throw new IllegalArgumentException("A frame of LZ4 is damaged");
    }
    if (distance >= length) {
      System.arraycopy(out, from, out, end, length);
    } else {
      for (int i = 0; i < length; i++) {
        out[end + i] = out[from + i];
      }
    }
    end += length;
  }
}
