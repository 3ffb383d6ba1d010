package org.datason.ml.nd4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.datason.tensor.Tensor;

/** The memory of arrays as buffers: ND4J's own methods cut it off at 2 GiB. */
final class NdMemory {

  /** A multiple of the size of any element. */
  private static final int SEGMENT = 1 << 30;

  private NdMemory() {}

  /**
   * Buffers over a range of elements. Nobody keeps the memory for them.
   *
   * @param base where the elements begin; its limit counts them
   */
  static List<ByteBuffer> segments(Pointer base, long from, long to, int byteSize) {
    if (from < 0 || to > base.limit()) {
      throw new IllegalStateException(
          "The array reaches from element "
              + from
              + " to "
              + to
              + " of a buffer that has "
              + base.limit());
    }
    List<ByteBuffer> segments = new ArrayList<>();
    BytePointer bytes = new BytePointer(base);
    long end = to * byteSize;
    for (long at = from * byteSize; at < end; at += SEGMENT) {
      // Not position(at): asByteBuffer() would begin at the base all the same.
      BytePointer start = bytes.getPointer(BytePointer.class, at);
      segments.add(start.limit(Math.min(end - at, SEGMENT)).asByteBuffer());
    }
    return segments;
  }

  /** Puts the elements of a tensor, in row-major order, where an array begins. */
  static void fill(Tensor tensor, Pointer base) {
    long done = 0;
    for (ByteBuffer segment : segments(base, 0, tensor.size(), tensor.dtype().byteSize())) {
      done += tensor.copyTo(done, segment.order(ByteOrder.nativeOrder()));
    }
  }

  /** The same elements in memory of Java's. */
  static Tensor copy(Tensor tensor) {
    int byteSize = tensor.dtype().byteSize();
    List<ByteBuffer> segments = new ArrayList<>();
    for (long at = 0; at < tensor.size(); ) {
      long bytes = Math.min((tensor.size() - at) * byteSize, SEGMENT);
      ByteBuffer segment = ByteBuffer.allocate((int) bytes).order(ByteOrder.nativeOrder());
      at += tensor.copyTo(at, segment);
      segments.add(segment.flip());
    }
    long[] strides = new long[tensor.rank()];
    long stride = 1;
    long[] shape = tensor.shape();
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return Tensor.of(segments, tensor.dtype(), ByteOrder.nativeOrder(), shape, strides, 0);
  }
}
