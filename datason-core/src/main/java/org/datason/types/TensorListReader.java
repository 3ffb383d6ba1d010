package org.datason.types;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.tensor.BFloat16;
import org.datason.tensor.DType;
import org.datason.tensor.Float16;
import org.datason.tensor.Tensor;

/**
 * Reads nested lists into the little-endian bytes of a tensor's elements. Memory grows with what is
 * read, whatever the shape says. For one use.
 */
final class TensorListReader {

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);
  private static final int FIRST_LENGTH = 1024;
  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  private final DType dtype;
  private final JsonReader in;
  private final boolean known;
  private long[] shape;
  private int rank;
  private final long expected;
  private byte[] bytes = {};
  private int n;
  private String[] texts;

  /**
   * A reader.
   *
   * @param shape the shape that the lists must have; null to take theirs
   */
  TensorListReader(DType dtype, long[] shape, JsonReader in) {
    this.dtype = dtype;
    this.in = in;
    known = shape != null;
    this.shape = known ? shape : new long[4];
    rank = known ? shape.length : -1;
    expected = known ? size(shape) : Long.MAX_VALUE;
    texts = dtype == DType.TEXT ? new String[FIRST_LENGTH] : null;
  }

  /** The number of elements of a shape, which is checked. */
  private long size(long[] given) {
    return Tensor.sizeOf(dtype, given);
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  long[] shape() {
    return Arrays.copyOf(shape, rank);
  }

  byte[] bytes() {
    return texts == null && n < bytes.length ? Arrays.copyOf(bytes, n) : bytes;
  }

  String[] texts() {
    return texts == null ? null : Arrays.copyOf(texts, n);
  }

  void read() {
    if (rank == 0 || !known && in.peek() != JsonToken.BEGIN_ARRAY) {
      rank = 0;
      element();
    } else {
      list(0, true);
    }
  }

  /** Reads a list; the first one at its level where the shape is taken from the lists. */
  private void list(int level, boolean first) {
    in.beginArray();
    long count = 0;
    if (known ? level == rank - 1 : isLeaf(level)) {
      count = items(level);
    } else {
      while (in.hasNext()) {
        list(level + 1, first && count == 0);
        count++;
      }
    }
    in.endArray();
    if (!known && first) {
      shape[level] = count;
    } else if (count != shape[level]) {
      throw new IllegalArgumentException(
          "a list at dimension "
              + level
              + " has "
              + count
              + (count == 1 ? " item" : " items")
              + " where the shape has "
              + shape[level]);
    }
  }

  /** Whether a list that was entered holds elements; finds out how many dimensions there are. */
  private boolean isLeaf(int level) {
    if (rank < 0 && !(in.hasNext() && in.peek() == JsonToken.BEGIN_ARRAY)) {
      rank = level + 1;
    }
    if (level == shape.length) {
      shape = Arrays.copyOf(shape, level * 2);
    }
    return level == rank - 1;
  }

  private long items(int level) {
    int before = n;
    long most = known ? shape[level] : Long.MAX_VALUE;
    int size = texts != null ? 1 : dtype.byteSize();
    switch (dtype) {
      case FLOAT64 -> {
        while (in.hasNext()) {
          double value = in.readDouble();
          int at = room(Double.BYTES);
          DOUBLES.set(bytes, at, value);
        }
      }
      case FLOAT32 -> {
        while (in.hasNext()) {
          float value = in.readFloat();
          int at = room(Float.BYTES);
          FLOATS.set(bytes, at, value);
        }
      }
      case INT64 -> {
        while (in.hasNext()) {
          long value = in.readLong();
          int at = room(Long.BYTES);
          LONGS.set(bytes, at, value);
        }
      }
      default -> {
        for (long i = 0; i <= most && in.hasNext(); i++) {
          element();
        }
      }
    }
    return (n - before) / size;
  }

  private void element() {
    switch (dtype) {
      case BOOL -> {
        boolean value = in.readBoolean();
        int at = room(1);
        bytes[at] = (byte) (value ? 1 : 0);
      }
      case INT8 -> {
        long value = integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
        int at = room(1);
        bytes[at] = (byte) value;
      }
      case UINT8 -> {
        long value = integer(0, 0xFF);
        int at = room(1);
        bytes[at] = (byte) value;
      }
      case INT16 -> {
        long value = integer(Short.MIN_VALUE, Short.MAX_VALUE);
        int at = room(2);
        SHORTS.set(bytes, at, (short) value);
      }
      case UINT16 -> {
        long value = integer(0, 0xFFFF);
        int at = room(2);
        SHORTS.set(bytes, at, (short) value);
      }
      case INT32 -> {
        long value = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
        int at = room(4);
        INTS.set(bytes, at, (int) value);
      }
      case UINT32 -> {
        long value = integer(0, 0xFFFF_FFFFL);
        int at = room(4);
        INTS.set(bytes, at, (int) value);
      }
      case UINT64 -> {
        long value = unsigned();
        int at = room(8);
        LONGS.set(bytes, at, value);
      }
      case FLOAT16, BFLOAT16 -> {
        short bits = half();
        int at = room(2);
        SHORTS.set(bytes, at, bits);
      }
      case COMPLEX64, COMPLEX128 -> complex();
      case TEXT -> {
        String text = in.readString();
        texts = n == texts.length ? Arrays.copyOf(texts, n * 2) : texts;
        texts[n++] = text;
      }
      case INT64 -> {
        long value = in.readLong();
        int at = room(8);
        LONGS.set(bytes, at, value);
      }
      case FLOAT32 -> {
        float value = in.readFloat();
        int at = room(4);
        FLOATS.set(bytes, at, value);
      }
      default -> {
        double value = in.readDouble();
        int at = room(8);
        DOUBLES.set(bytes, at, value);
      }
    }
  }

  private long integer(long least, long greatest) {
    long value = in.readLong();
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(value + " is out of the range of " + dtype.numpyName());
    }
    return value;
  }

  private long unsigned() {
    BigInteger value = in.readBigInteger();
    if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException(value + " is out of the range of " + dtype.numpyName());
    }
    return value.longValue();
  }

  private short half() {
    double value = in.readDouble();
    short bits = dtype == DType.FLOAT16 ? Float16.toBits(value) : BFloat16.toBits(value);
    float back = dtype == DType.FLOAT16 ? Float16.toFloat(bits) : BFloat16.toFloat(bits);
    if (Float.isInfinite(back) && !Double.isInfinite(value)) {
      throw new IllegalArgumentException(value + " is out of the range of " + dtype.numpyName());
    }
    return bits;
  }

  /** Reads a text, or a pair of numbers. */
  private void complex() {
    boolean narrow = dtype == DType.COMPLEX64;
    double re;
    double im;
    if (in.peek() == JsonToken.BEGIN_ARRAY) {
      in.beginArray();
      re = narrow ? in.readFloat() : in.readDouble();
      im = narrow ? in.readFloat() : in.readDouble();
      in.endArray();
    } else {
      double[] parts = ComplexText.parse(in.readString(), narrow);
      re = parts[0];
      im = parts[1];
    }
    int at = room(dtype.byteSize());
    if (narrow) {
      FLOATS.set(bytes, at, (float) re);
      FLOATS.set(bytes, at + Float.BYTES, (float) im);
    } else {
      DOUBLES.set(bytes, at, re);
      DOUBLES.set(bytes, at + Double.BYTES, im);
    }
  }

  /** Where some more bytes go. */
  private int room(int size) {
    int at = n;
    if (bytes.length - at < size) {
      grow();
    }
    n = at + size;
    return at;
  }

  private void grow() {
    long needed = n + (long) dtype.byteSize();
    if (needed > GREATEST_LENGTH) {
      throw new IllegalArgumentException("its elements take more than 2 GiB");
    }
    long length = Math.min(Math.max(FIRST_LENGTH, 2L * bytes.length), GREATEST_LENGTH);
    if (expected <= GREATEST_LENGTH && expected * dtype.byteSize() >= needed) {
      length = Math.min(length, expected * dtype.byteSize());
    }
    bytes = Arrays.copyOf(bytes, (int) length);
  }
}
