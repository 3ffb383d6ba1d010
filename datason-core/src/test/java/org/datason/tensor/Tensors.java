package org.datason.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tensors of any dtype, shape, layout and byte order, beside their elements one by one. */
public final class Tensors {

  private Tensors() {}

  /** A tensor of random bits, in memory that is laid out at random. */
  public static Tensor random(DType dtype, Random random) {
    long[] shape = new long[random.nextInt(5)];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
    }
    return random(dtype, shape, random);
  }

  /** A tensor of random bits with a shape, in memory that is laid out at random. */
  public static Tensor random(DType dtype, long[] shape, Random random) {
    Tensor t = fill(dtype, larger(shape, random), random);
    int[] axes = new int[shape.length];
    Arrays.setAll(axes, i -> i);
    return cut(t, shape, axes, random);
  }

  private static long[] larger(long[] shape, Random random) {
    long[] larger = shape.clone();
    for (int i = 0; i < shape.length; i++) {
      larger[i] += random.nextInt(3);
    }
    return larger;
  }

  /** Cuts a shape out of a larger tensor, some dimensions backwards or swapped twice. */
  private static Tensor cut(Tensor larger, long[] shape, int[] axes, Random random) {
    Tensor t = larger;
    for (int i = 0; i < shape.length; i++) {
      long from = random.nextInt((int) (t.shape()[i] - shape[i]) + 1);
      t = t.slice(i, from, from + shape[i]);
      if (random.nextInt(4) == 0) {
        t = t.every(i, -1);
      }
    }
    if (random.nextBoolean()) {
      Tensor columnMajor = copy(t.transpose(), random).transpose();
      return columnMajor;
    }
    return random.nextInt(3) == 0 ? copy(t, random) : t;
  }

  /** The same elements in memory of their own, in segments of either byte order. */
  private static Tensor copy(Tensor t, Random random) {
    if (t.dtype() == DType.TEXT) {
      return Tensor.of(t.toTextArray(), t.shape());
    }
    ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int bytes = (int) t.size() * t.dtype().byteSize();
    ByteBuffer all =
        random.nextBoolean() ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
    t.copyTo(0, all.order(order));
    List<ByteBuffer> segments = new ArrayList<>();
    int step = (1 + random.nextInt(5)) * t.dtype().byteSize();
    for (int at = 0; at == 0 || at < bytes; at += step) {
      segments.add(all.slice(at, Math.min(step, bytes - at)));
    }
    long[] shape = t.shape();
    return Tensor.of(segments, t.dtype(), order, shape, Shapes.rowMajor(shape), 0);
  }

  private static Tensor fill(DType dtype, long[] shape, Random random) {
    int n = (int) Shapes.size(shape, 1);
    if (dtype == DType.TEXT) {
      String[] texts = new String[n];
      Arrays.setAll(texts, i -> "\u00e9\"\ud83d\ude00x".substring(0, random.nextInt(5) & ~2));
      return Tensor.of(texts, shape);
    }
    ByteBuffer bytes = ByteBuffer.allocate(n * dtype.byteSize());
    bytes.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      Cells.put(bytes, bits(dtype, random), dtype.width());
    }
    return Tensor.of(bytes.flip(), dtype, shape);
  }

  /** The bits of a number: any, often of a special one. */
  private static long bits(DType dtype, Random random) {
    if (dtype == DType.BOOL) {
      return random.nextInt(2);
    }
    int width = dtype.width();
    boolean narrow = width == 2;
    int exponent = dtype == DType.BFLOAT16 ? 0x7F80 : narrow ? 0x7C00 : width == 4 ? 0x7F800000 : 0;
    long infinity = width == 8 ? 0x7FF0000000000000L : exponent;
    long sign = random.nextBoolean() ? 0 : 1L << 8 * width - 1;
    return switch (random.nextInt(8)) {
      case 0 -> sign;
      case 1 -> sign | infinity;
      case 2 -> sign | infinity | 1;
      case 3 -> sign | infinity | infinity >> 1;
      case 4 -> sign | 1;
      case 5 -> random.nextInt(200);
      default -> random.nextLong();
    };
  }

  /** The elements in row-major order, each found by its index, as the bits of its parts. */
  public static List<Object> elements(Tensor t) {
    List<Object> elements = new ArrayList<>();
    add(t, new long[t.rank()], 0, elements);
    return elements;
  }

  private static void add(Tensor t, long[] index, int level, List<Object> elements) {
    if (level < index.length) {
      for (int i = 0; i < t.shape()[level]; i++) {
        index[level] = i;
        add(t, index, level + 1, elements);
      }
    } else if (t.dtype() == DType.TEXT) {
      elements.add(t.getText(index));
    } else if (t.dtype() == DType.BOOL) {
      elements.add(t.getBoolean(index));
    } else if (t.dtype().kind() == DType.Kind.COMPLEX) {
      elements.add(bitsOf(t.getReal(index)));
      elements.add(bitsOf(t.getImaginary(index)));
    } else if (t.dtype().kind() == DType.Kind.FLOAT) {
      elements.add(bitsOf(t.getDouble(index)));
    } else {
      elements.add(t.getLong(index));
    }
  }

  private static long bitsOf(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
