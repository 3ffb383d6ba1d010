package org.datason.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/**
 * Tensors as Arrow's canonical extension {@code arrow.fixed_shape_tensor} and back: one column
 * whose rows are the items of the first dimension, as pyarrow has it. Any tensor of numbers or
 * booleans comes back bit by bit; its dtype and shape stand in the metadata. Has no state.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = ArrowMemory.newAllocator();
 *     ArrowTable table = ArrowTensors.toArrow(tensor, allocator)) { // float64[100, 28, 28]: 100 rows
 *   Tensor same = ArrowTensors.toTensor(table.root());
 *   double first = ArrowTensors.view(table.root()).getDouble(0, 0, 0); // nothing copied
 * }
 * }</pre>
 *
 * <p>Scalars and tensors of one dimension have rows of the shape {@code [1]}; complex elements are
 * two numbers in a last dimension, {@code bfloat16} is the bits as UInt16.
 */
public final class ArrowTensors {

  /** Elements are copied in blocks of so many bytes. */
  private static final int BLOCK = 1 << 20;

  private ArrowTensors() {}

  /**
   * A tensor as a column.
   *
   * @param tensor the tensor, of any layout
   * @param allocator where the memory comes from
   * @return the column {@code tensor}, which the caller closes
   * @throws IllegalArgumentException if its elements are texts, or a dimension is longer than an
   *     int
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static ArrowTable toArrow(Tensor tensor, BufferAllocator allocator) {
    ArrowMemory.check();
    TensorLayout layout = TensorLayout.of(tensor);
    VectorSchemaRoot root = VectorSchemaRoot.create(layout.schema(), allocator);
    List<ArrowBuf> buffers = new ArrayList<>();
    try {
      FixedSizeListVector rows = (FixedSizeListVector) root.getVector(0);
      FieldVector items = rows.getDataVector();
      buffers.add(allocator.getEmpty());
      buffers.add(elements(tensor, allocator));
      items.loadFieldBuffers(new ArrowFieldNode(layout.numbers(), 0), buffers);
      rows.loadFieldBuffers(new ArrowFieldNode(layout.rows(), 0), List.of(allocator.getEmpty()));
      root.setRowCount(layout.rows());
      return new ArrowTable(root, new MapDictionaryProvider());
    } catch (RuntimeException | Error e) {
      root.close();
      throw e;
    } finally {
      buffers.forEach(ArrowBuf::close);
    }
  }

  private static ArrowBuf elements(Tensor tensor, BufferAllocator allocator) {
    boolean bits = tensor.dtype() == DType.BOOL;
    long bytes = bits ? (tensor.size() + 7) / 8 : tensor.size() * tensor.dtype().byteSize();
    ArrowBuf buffer = allocator.buffer(bytes);
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    long at = 0;
    for (long i = 0; i < tensor.size(); ) {
      i += tensor.copyTo(i, block.clear());
      int n = bits ? pack(block.flip()) : block.flip().limit();
      buffer.setBytes(at, block.array(), 0, n);
      at += n;
    }
    return buffer.writerIndex(bytes);
  }

  /** Makes bytes bits, in place; how many bytes these are. */
  private static int pack(ByteBuffer block) {
    byte[] b = block.array();
    int n = block.limit();
    for (int i = 0; i < n; i += 8) {
      int bits = 0;
      for (int j = i; j < Math.min(n, i + 8); j++) {
        bits |= (b[j] & 1) << j - i;
      }
      b[i >> 3] = (byte) bits;
    }
    return n + 7 >> 3;
  }

  /**
   * The tensor of a column, ours or anybody's {@code arrow.fixed_shape_tensor}.
   *
   * @param root its first column is the tensor; it stays the caller's
   * @return the tensor, which shares nothing with the vectors
   * @throws IllegalArgumentException if the column is no such extension, has missing rows or is of
   *     a type that tensors do not have
   */
  public static Tensor toTensor(VectorSchemaRoot root) {
    TensorLayout layout = TensorLayout.of(root);
    ArrowBuf data = layout.items().getDataBuffer();
    if (layout.dtype() == DType.BOOL) {
      byte[] bits = VectorArrays.bytes(data, 0, Math.toIntExact((layout.numbers() + 7) / 8));
      boolean[] values = new boolean[layout.numbers()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (bits[i >> 3] >> (i & 7) & 1) != 0;
      }
      return layout.laidOut(Tensor.of(values, layout.stored()));
    }
    List<ByteBuffer> copies = new ArrayList<>();
    for (ByteBuffer segment : segments(data, layout)) {
      byte[] copy = new byte[segment.remaining()];
      segment.get(copy);
      copies.add(ByteBuffer.wrap(copy));
    }
    return layout.laidOut(over(copies, layout));
  }

  /**
   * The tensor of a column without a copy: a view of the vector's memory, which must not be used
   * once that is closed.
   *
   * @param root its first column is the tensor; it stays the caller's
   * @return the tensor, valid until the root is closed
   * @throws IllegalArgumentException as of {@link #toTensor}; and for booleans, which are bits in
   *     Arrow and bytes in tensors
   */
  public static Tensor view(VectorSchemaRoot root) {
    TensorLayout layout = TensorLayout.of(root);
    if (layout.dtype() == DType.BOOL) {
      throw new IllegalArgumentException("Booleans are bits in Arrow, so there is no view of them");
    }
    return layout.laidOut(over(segments(layout.items().getDataBuffer(), layout), layout));
  }

  private static Tensor over(List<ByteBuffer> segments, TensorLayout layout) {
    long[] shape = layout.stored();
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return Tensor.of(segments, layout.dtype(), ByteOrder.LITTLE_ENDIAN, shape, strides, 0);
  }

  /** The memory in buffers that a ByteBuffer can be. */
  private static List<ByteBuffer> segments(ArrowBuf data, TensorLayout layout) {
    long size = Arrays.stream(layout.stored()).reduce(1, (a, b) -> a * b);
    long bytes = size * layout.dtype().byteSize();
    VectorArrays.check(data, bytes);
    List<ByteBuffer> segments = new ArrayList<>();
    for (long at = 0; at < bytes || at == 0; at += 1 << 30) {
      int n = (int) Math.min(1 << 30, bytes - at);
      segments.add(data.nioBuffer(at, n).slice().limit(n));
    }
    return segments;
  }
}
