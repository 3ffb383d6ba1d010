package org.datason.tensor;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Numbers in buffers, each of which but the last holds the same number of bytes. */
final class BufferCells extends Cells {

  private final ByteBuffer[] segments;
  private final int width;
  private final boolean booleans;
  private final long perSegment;
  private final long count;
  private final Object owner;

  /**
   * Takes the bytes from the position to the limit of each buffer.
   *
   * @param owner what must not be collected while the bytes are used, or null
   */
  BufferCells(List<ByteBuffer> buffers, DType dtype, ByteOrder order, Object owner) {
    this.owner = owner;
    width = dtype.width();
    booleans = dtype == DType.BOOL;
    segments = new ByteBuffer[buffers.size()];
    long bytes = 0;
    for (int i = 0; i < segments.length; i++) {
      segments[i] = buffers.get(i).slice().order(order);
      bytes += segments[i].capacity();
      boolean last = i == segments.length - 1;
      if (segments[i].capacity() % dtype.byteSize() != 0
          || !last && segments[i].capacity() != segments[0].capacity()
          || last && segments[i].capacity() > segments[0].capacity()) {
        throw new IllegalArgumentException(
            "Expected buffers of one size (the last may be smaller), a multiple of "
                + dtype.byteSize()
                + " bytes, but buffer "
                + i
                + " has "
                + segments[i].capacity());
      }
    }
    perSegment = segments.length == 0 ? 1 : Math.max(segments[0].capacity() / width, 1);
    count = bytes / width;
  }

  @Override
  long count() {
    return count;
  }

  @Override
  long bits(long index) {
    long bits =
        segments.length == 1
            ? bits(segments[0], (int) index)
            : bits(segments[(int) (index / perSegment)], (int) (index % perSegment));
    Reference.reachabilityFence(owner);
    return bits;
  }

  private long bits(ByteBuffer b, int index) {
    long bits = Cells.get(b, index * width, width);
    return booleans && bits != 0 ? 1 : bits;
  }

  @Override
  void copy(long index, ByteBuffer to, int n) {
    long from = index;
    int left = n;
    while (left > 0) {
      int at = (int) (from % perSegment);
      int some = (int) Math.min(left, perSegment - at);
      copy(segments[(int) (from / perSegment)], at, to, some);
      from += some;
      left -= some;
    }
    Reference.reachabilityFence(owner);
  }

  private void copy(ByteBuffer from, int at, ByteBuffer to, int n) {
    int end = to.position() + n * width;
    if (booleans) {
      for (int i = 0; i < n; i++) {
        to.put((byte) bits(from, at + i));
      }
    } else if (width == 1 || from.order() == to.order()) {
      to.put(to.position(), from, at * width, n * width);
    } else {
      swap(from.slice(at * width, n * width).order(from.order()), to);
    }
    to.position(end);
  }

  private void swap(ByteBuffer from, ByteBuffer to) {
    switch (width) {
      case 2 -> to.asShortBuffer().put(from.asShortBuffer());
      case 4 -> to.asIntBuffer().put(from.asIntBuffer());
      default -> to.asLongBuffer().put(from.asLongBuffer());
    }
  }
}
