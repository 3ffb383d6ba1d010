package org.datason.types;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.datason.json.ArrayParts;
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

  /** So many numbers are read together. */
  private static final int BLOCK = 512;

  private static final int FIRST_TEXTS = 1024;

  private final DType dtype;
  private final JsonReader in;
  private final boolean known;
  private long[] shape;
  private int rank;
  private final ElementBytes bytes;
  private String[] texts;
  private int textCount;

  /** Whether large lists are read by several threads. */
  private boolean shares;

  /** How many items a part has. */
  private long itemCount;

  private double[] doubles;
  private float[] floats;
  private long[] longs;

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
    int size = dtype == DType.TEXT ? 1 : dtype.byteSize();
    long all = known ? Tensor.sizeOf(dtype, shape) * size : Long.MAX_VALUE;
    // An element takes two bytes of the document at least, its comma being one.
    bytes = new ElementBytes(all, known ? (in.bytesAhead() / 2L + 1) * size : 0);
    texts = dtype == DType.TEXT ? new String[FIRST_TEXTS] : null;
    shares = in.bytesAhead() >= in.config().parallelFrom();
  }

  /** Reads the items of a part of a list, of which the shape is known by now. */
  private TensorListReader(TensorListReader whole, ArrayParts.Part part, int level) {
    dtype = whole.dtype;
    in = part.reader();
    known = true;
    shape = whole.shape;
    rank = whole.rank;
    bytes = new ElementBytes(Long.MAX_VALUE, 0);
    texts = dtype == DType.TEXT ? new String[FIRST_TEXTS] : null;
    boolean leaf = level == rank - 1;
    while (part.hasNext()) {
      if (leaf) {
        some();
      } else {
        list(level + 1, false);
        itemCount++;
      }
    }
    itemCount = leaf ? count() : itemCount;
  }

  long[] shape() {
    return Arrays.copyOf(shape, rank);
  }

  byte[] bytes() {
    return bytes.toArray();
  }

  String[] texts() {
    return texts == null ? null : Arrays.copyOf(texts, textCount);
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
    ArrayParts parts = shares ? ArrayParts.of(in) : null;
    long count = 0;
    if (known ? level == rank - 1 : isLeaf(level)) {
      count = items(level, parts);
    } else {
      while (in.hasNext()) {
        if (count > 0 && parts != null && parts.isDueAfter(count)) {
          long rest = rest(level, count, parts);
          count += rest;
          if (rest > 0) {
            break;
          }
        }
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

  private long items(int level, ArrayParts parts) {
    int before = count();
    boolean one =
        switch (dtype) {
          case FLOAT64, FLOAT32, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> false;
          default -> true;
        };
    long most = known && one ? shape[level] : Long.MAX_VALUE;
    for (long i = 0; i <= most && in.hasNext(); i = count() - before) {
      if (i > 0 && parts != null && parts.isDue() && rest(level, i, parts) > 0) {
        break;
      }
      some();
    }
    return count() - before;
  }

  /** Reads an item of a list of elements, and perhaps some more. */
  private void some() {
    switch (dtype) {
      case FLOAT64 -> doubles();
      case FLOAT32 -> floats();
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> integers();
      default -> element();
    }
  }

  /**
   * Has several threads read the items of a large list that are left.
   *
   * @param count how many there were
   * @return how many there are; 0 if this one has to read them
   */
  private long rest(int level, long count, ArrayParts parts) {
    long most = known ? shape[level] - count : Long.MAX_VALUE;
    List<TensorListReader> all = parts.readRest(part -> new TensorListReader(this, part, level));
    long items = 0;
    for (int i = 0; all != null && i < all.size(); i++) {
      items += all.get(i).itemCount;
    }
    shares = false; // where it does not go well, once is enough
    if (all == null || items > most) {
      return 0;
    }
    shares = true;
    all.forEach(this::take);
    parts.leave();
    return items;
  }

  private void take(TensorListReader part) {
    if (texts == null) {
      bytes.putAll(part.bytes);
      return;
    }
    int needed = textCount + part.textCount;
    if (needed > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(needed, 2 * texts.length));
    }
    System.arraycopy(part.texts, 0, texts, textCount, part.textCount);
    textCount += part.textCount;
  }

  /** How many elements were read. */
  private int count() {
    return texts == null ? bytes.size() / dtype.byteSize() : textCount;
  }

  private void doubles() {
    doubles = doubles == null ? new double[BLOCK] : doubles;
    doubles[0] = in.readDouble();
    bytes.putDoubles(doubles, 1 + in.readDoubles(doubles, 1, BLOCK));
  }

  private void floats() {
    floats = floats == null ? new float[BLOCK] : floats;
    floats[0] = in.readFloat();
    bytes.putFloats(floats, 1 + in.readFloats(floats, 1, BLOCK));
  }

  private void integers() {
    int width = dtype.byteSize();
    longs = longs == null ? new long[BLOCK] : longs;
    longs[0] = in.readLong();
    int n = 1 + in.readLongs(longs, 1, BLOCK);
    for (int i = 0; i < n; i++) {
      bytes.put(inRange(longs[i]), width);
    }
  }

  private void element() {
    switch (dtype) {
      case BOOL -> bytes.putByte(in.readBoolean() ? 1 : 0);
      case UINT64 -> bytes.putLong(unsigned());
      case FLOAT16, BFLOAT16 -> bytes.putShort(half());
      case COMPLEX64, COMPLEX128 -> complex();
      case TEXT -> {
        String text = in.readString();
        texts = textCount == texts.length ? Arrays.copyOf(texts, textCount * 2) : texts;
        texts[textCount++] = text;
      }
      case FLOAT32 -> bytes.putFloat(in.readFloat());
      case FLOAT64 -> bytes.putDouble(in.readDouble());
      default -> bytes.put(inRange(in.readLong()), dtype.byteSize());
    }
  }

  private long inRange(long value) {
    boolean fits =
        switch (dtype) {
          case INT8 -> value == (byte) value;
          case INT16 -> value == (short) value;
          case INT32 -> value == (int) value;
          case UINT8 -> value >>> 8 == 0;
          case UINT16 -> value >>> 16 == 0;
          case UINT32 -> value >>> 32 == 0;
          default -> true;
        };
    if (!fits) {
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
    if (narrow) {
      bytes.putFloat((float) re);
      bytes.putFloat((float) im);
    } else {
      bytes.putDouble(re);
      bytes.putDouble(im);
    }
  }
}
