package org.datason.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.datason.tensor.DType.Kind;

/** All elements of a sparse tensor, those that are zero included. For one use. */
final class Dense {

  private static final int GREATEST_SIZE = Integer.MAX_VALUE - 8;

  private final SparseTensor sparse;
  private final DType dtype;
  private final long[] shape;
  private final int[] places;
  private final BitSet taken = new BitSet();

  Dense(SparseTensor sparse) {
    this.sparse = sparse;
    dtype = sparse.dtype();
    shape = sparse.shape();
    if (Shapes.size(shape, dtype.byteSize()) > GREATEST_SIZE) {
      throw new IllegalStateException(
          "The shape " + Shapes.text(shape) + " has too many elements to be made dense");
    }
    places = places();
  }

  /** Where each value goes, counted in row-major order. */
  private int[] places() {
    long[] strides = Shapes.rowMajor(shape);
    int[] result = new int[(int) sparse.values().size()];
    if (shape.length > 0) {
      Elements.forEach(
          sparse.indices(),
          (i, index) -> result[i / shape.length] += (int) (index * strides[i % shape.length]));
    }
    return result;
  }

  Tensor tensor() {
    return (dtype == DType.TEXT ? texts() : numbers()).withOrigin(sparse.values().origin());
  }

  private Tensor texts() {
    String[] texts = new String[(int) Shapes.size(shape, 1)];
    Arrays.fill(texts, "");
    String[] values = sparse.values().toTextArray();
    for (int i = 0; i < places.length; i++) {
      if (taken.get(places[i])) {
        throw new IllegalStateException(
            "Two texts have the same coordinates: '"
                + texts[places[i]]
                + "' and '"
                + values[i]
                + "'");
      }
      taken.set(places[i]);
      texts[places[i]] = values[i];
    }
    return Tensor.of(texts, shape);
  }

  private Tensor numbers() {
    int width = dtype.width();
    int parts = dtype.parts();
    List<ByteBuffer> segments = new ArrayList<>();
    long left = Shapes.size(shape, 1) * dtype.byteSize();
    for (; left > 0; left -= Elements.SEGMENT) {
      ByteBuffer segment = ByteBuffer.allocate((int) Math.min(left, Elements.SEGMENT));
      segments.add(segment.order(ByteOrder.nativeOrder()));
    }
    Elements.forEach(
        sparse.values(),
        (i, bits) -> {
          int place = places[i / parts];
          int part = i % parts;
          long at = (long) place * dtype.byteSize() + part * width;
          ByteBuffer segment = segments.get((int) (at / Elements.SEGMENT));
          segment.position((int) (at % Elements.SEGMENT));
          boolean again = taken.get(place);
          Cells.put(segment, again ? sum(Cells.get(segment, width), bits) : bits, width);
          if (part == parts - 1) {
            taken.set(place);
          }
        });
    segments.forEach(ByteBuffer::rewind);
    return Tensor.of(segments, dtype, ByteOrder.nativeOrder(), shape, Shapes.rowMajor(shape), 0);
  }

  private long sum(long a, long b) {
    if (dtype.kind() == Kind.FLOAT || dtype.kind() == Kind.COMPLEX) {
      double x = Elements.toPart(dtype, a);
      double y = Elements.toPart(dtype, b);
      return switch (dtype) {
        case FLOAT16 -> Float16.toBits(x + y);
        case BFLOAT16 -> BFloat16.toBits(x + y);
        case FLOAT32, COMPLEX64 -> Float.floatToRawIntBits((float) x + (float) y);
        default -> Double.doubleToRawLongBits(x + y);
      };
    }
    return dtype == DType.BOOL ? a | b : a + b;
  }
}
