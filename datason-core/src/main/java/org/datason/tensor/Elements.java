package org.datason.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.datason.tensor.DType.Kind;

/** The elements of a tensor, one by one from their bits, or all in row-major order. */
final class Elements {

  /** The bytes that are looked at together. */
  private static final int BLOCK = 8192;

  /** The size of a segment of a copy that is larger than that. */
  static final int SEGMENT = 1 << 30;

  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  private Elements() {}

  // ---------------------------------------------------------------- one

  static void require(DType dtype, Kind kind) {
    if (dtype.kind() != kind) {
      throw new IllegalStateException(
          "The elements are "
              + dtype.numpyName()
              + ", not "
              + kind.name().toLowerCase(Locale.ROOT));
    }
  }

  static double toDouble(DType dtype, long bits) {
    return switch (dtype) {
      case FLOAT64, FLOAT32, FLOAT16, BFLOAT16 -> toPart(dtype, bits);
      case UINT64 -> unsignedToDouble(bits);
      case COMPLEX64, COMPLEX128, TEXT ->
          throw new IllegalStateException(
              "The elements are " + dtype.numpyName() + ", no real numbers");
      default -> toLong(dtype, bits);
    };
  }

  /** Rounded once: of the halved number the lost bit stays behind, which decides ties. */
  private static double unsignedToDouble(long bits) {
    return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
  }

  /** A floating-point number, or a part of a complex one. */
  static double toPart(DType dtype, long bits) {
    return switch (dtype) {
      case FLOAT16 -> Float16.toFloat((short) bits);
      case BFLOAT16 -> BFloat16.toFloat((short) bits);
      case FLOAT32, COMPLEX64 -> Float.intBitsToFloat((int) bits);
      default -> Double.longBitsToDouble(bits);
    };
  }

  static long toLong(DType dtype, long bits) {
    return switch (dtype) {
      case INT8 -> (byte) bits;
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      case BOOL, UINT8, UINT16, UINT32, INT64, UINT64 -> bits;
      default ->
          throw new IllegalStateException(
              "The elements are " + dtype.numpyName() + ", no integers");
    };
  }

  // ---------------------------------------------------------------- all

  /** What is done with the bits of each number. */
  interface Sink {
    void put(int index, long bits);
  }

  private static int length(Tensor t) {
    long n = t.size() * t.dtype().parts();
    if (n > GREATEST_LENGTH) {
      throw new IllegalStateException("An array does not hold " + n + " elements; use copyTo");
    }
    return (int) n;
  }

  static void forEach(Tensor t, Sink sink) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.nativeOrder());
    int width = t.dtype().width();
    int i = 0;
    for (long from = 0; from < t.size(); ) {
      from += t.copyTo(from, block.clear());
      for (int at = 0; at < block.position(); at += width) {
        sink.put(i++, Cells.get(block, at, width));
      }
    }
  }

  static double[] doubles(Tensor t) {
    DType dtype = t.dtype();
    if (dtype == DType.TEXT) {
      toDouble(dtype, 0);
    }
    double[] array = new double[length(t)];
    if (dtype.kind() == Kind.COMPLEX || dtype.kind() == Kind.FLOAT) {
      forEach(t, (i, bits) -> array[i] = toPart(dtype, bits));
    } else {
      forEach(t, (i, bits) -> array[i] = toDouble(dtype, bits));
    }
    return array;
  }

  static float[] floats(Tensor t) {
    DType dtype = t.dtype();
    if (dtype == DType.TEXT || dtype.width() > (dtype.kind() == Kind.FLOAT ? 4 : 2)) {
      if (dtype != DType.COMPLEX64) {
        throw new IllegalStateException("A float does not hold each " + dtype.numpyName());
      }
    }
    float[] array = new float[length(t)];
    if (dtype == DType.FLOAT32 || dtype == DType.COMPLEX64) {
      forEach(t, (i, bits) -> array[i] = Float.intBitsToFloat((int) bits));
    } else {
      forEach(t, (i, bits) -> array[i] = (float) toDouble(dtype, bits));
    }
    return array;
  }

  static long[] longs(Tensor t) {
    DType dtype = t.dtype();
    toLong(dtype, 0);
    long[] array = new long[length(t)];
    forEach(t, (i, bits) -> array[i] = toLong(dtype, bits));
    return array;
  }

  static int[] ints(Tensor t) {
    DType dtype = t.dtype();
    toLong(dtype, 0);
    if (dtype.byteSize() > 4 || dtype == DType.UINT32) {
      throw new IllegalStateException("An int does not hold each " + dtype.numpyName());
    }
    int[] array = new int[length(t)];
    forEach(t, (i, bits) -> array[i] = (int) toLong(dtype, bits));
    return array;
  }

  static boolean[] booleans(Tensor t) {
    require(t.dtype(), Kind.BOOL);
    boolean[] array = new boolean[length(t)];
    forEach(t, (i, bits) -> array[i] = bits != 0);
    return array;
  }

  static String[] texts(Tensor t) {
    require(t.dtype(), Kind.TEXT);
    String[] array = new String[length(t)];
    if (array.length > 0) {
      Walk walk = t.walk(0);
      for (int i = 0; i < array.length; i++) {
        array[i] = t.cells().text(walk.at());
        walk.skip(1);
      }
    }
    return array;
  }

  // ---------------------------------------------------------------- as a whole

  static Tensor copy(Tensor t) {
    if (t.dtype() == DType.TEXT) {
      return Tensor.of(texts(t), t.shape()).withOrigin(t.origin());
    }
    List<ByteBuffer> segments = new ArrayList<>();
    long left = t.size() * t.dtype().byteSize();
    long from = 0;
    do {
      ByteBuffer segment = ByteBuffer.allocate((int) Math.min(left, SEGMENT));
      from += t.copyTo(from, segment.order(ByteOrder.nativeOrder()));
      left -= segment.position();
      segments.add(segment.flip());
    } while (left > 0);
    long[] shape = t.shape();
    return Tensor.of(segments, t.dtype(), ByteOrder.nativeOrder(), shape, Shapes.rowMajor(shape), 0)
        .withOrigin(t.origin());
  }

  /** Whether two tensors of one dtype and shape have the same bits. */
  static boolean equal(Tensor a, Tensor b) {
    if (a.dtype() == DType.TEXT) {
      return Arrays.equals(texts(a), texts(b));
    }
    ByteBuffer x = ByteBuffer.allocate(BLOCK);
    ByteBuffer y = ByteBuffer.allocate(BLOCK);
    for (long from = 0; from < a.size(); ) {
      b.copyTo(from, y.clear());
      from += a.copyTo(from, x.clear());
      if (!x.flip().equals(y.flip())) {
        return false;
      }
    }
    return true;
  }

  static int hash(Tensor t) {
    if (t.dtype() == DType.TEXT) {
      return Arrays.hashCode(texts(t));
    }
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    int hash = 1;
    for (long from = 0; from < t.size(); ) {
      from += t.copyTo(from, block.clear());
      hash = 31 * hash + Arrays.hashCode(Arrays.copyOf(block.array(), block.position()));
    }
    return hash;
  }
}
