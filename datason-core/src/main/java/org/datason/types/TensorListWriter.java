package org.datason.types;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.datason.config.NonFiniteForm;
import org.datason.json.JsonWriter;
import org.datason.tensor.BFloat16;
import org.datason.tensor.DType;
import org.datason.tensor.Float16;
import org.datason.tensor.Tensor;

/**
 * Writes the elements of a tensor as nested lists, from blocks of their bits: no element becomes an
 * object, whatever the layout. For one use.
 */
final class TensorListWriter {

  private static final int BLOCK = 8192;

  /** So many elements, in so many items, can be written in ranges. */
  private static final int LARGE = 1 << 14;

  private static final int MANY = 16;

  private final Tensor tensor;
  private final DType dtype;
  private final long[] shape;
  private final JsonWriter out;
  private final String[] texts;
  private final ByteBuffer block =
      ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final boolean tokens;

  /** This writer, or that of which it writes a part. */
  private final TensorListWriter whole;

  private double[] doubles;
  private float[] floats;
  private long[] longs;
  private int[] ints;
  private long next;
  private volatile boolean oddNans;

  /**
   * A writer.
   *
   * @param numpy whether numpy reads the lists, which takes texts for NaN and the infinities; torch
   *     and the others do not, so there they are the tokens that Python writes
   */
  TensorListWriter(Tensor tensor, boolean numpy, JsonWriter out) {
    this.tensor = tensor;
    tokens = !numpy && isWithTokens(out);
    this.out = out;
    dtype = tensor.dtype();
    shape = tensor.shape();
    texts = dtype == DType.TEXT ? tensor.toTextArray() : null;
    whole = this;
  }

  /** A writer of the elements from one on. */
  private TensorListWriter(TensorListWriter whole, long next, JsonWriter out) {
    this.whole = whole;
    this.next = next;
    this.out = out;
    tensor = whole.tensor;
    dtype = whole.dtype;
    shape = whole.shape;
    texts = whole.texts;
    tokens = whole.tokens;
  }

  /** Whether the tokens for NaN and the infinities may be written, which JSON proper has not. */
  static boolean isWithTokens(JsonWriter out) {
    return out.hints() && out.config().nonFiniteForm() == NonFiniteForm.HINTED;
  }

  /** Whether there was a NaN whose bits the lists do not keep, and that is to be kept. */
  boolean hasOddNans() {
    NonFiniteForm form = out.config().nonFiniteForm();
    return oddNans
        && (form == NonFiniteForm.HINTED
            || form == NonFiniteForm.TEXT
            || form == NonFiniteForm.BARE_TOKEN);
  }

  /** Writes the lists; of a tensor without dimensions the element. */
  void write() {
    boolean before = out.bareNonFinite(false);
    out.bareNonFinite(before || tokens);
    if (shape.length == 0) {
      items(1);
    } else {
      list(0);
    }
    out.bareNonFinite(before);
  }

  private void list(int level) {
    out.beginArray();
    long each = 1;
    for (int i = level + 1; i < shape.length; i++) {
      each *= shape[i];
    }
    if (whole == this && shape[level] >= MANY && shape[level] * each >= LARGE) {
      long first = next;
      long size = each;
      out.writeRanges(
          shape[level],
          (part, from, to) ->
              new TensorListWriter(this, first + from * size, part).lists(level, to - from));
      next = first + shape[level] * size;
    } else {
      lists(level, shape[level]);
    }
    out.endArray();
  }

  /** Writes items of a list. */
  private void lists(int level, long count) {
    if (level == shape.length - 1) {
      items(count);
    } else {
      for (long i = 0; i < count; i++) {
        list(level + 1);
      }
    }
  }

  private void items(long count) {
    if (texts != null) {
      for (long i = 0; i < count; i++) {
        out.writeString(texts[(int) next++]);
      }
      return;
    }
    long left = count;
    while (left > 0) {
      if (!block.hasRemaining()) {
        next += tensor.copyTo(next, block.clear());
        block.flip();
      }
      int n = (int) Math.min(left, block.remaining() / dtype.byteSize());
      numbers(n);
      left -= n;
    }
  }

  private void numbers(int n) {
    switch (dtype) {
      case FLOAT64 -> doubles(n);
      case FLOAT32, FLOAT16, BFLOAT16 -> floats(n);
      case COMPLEX64, COMPLEX128 -> complex(n);
      case BOOL -> {
        for (int i = 0; i < n; i++) {
          out.writeBoolean(block.get() != 0);
        }
      }
      case INT64, UINT32 -> longs(n);
      case UINT64 -> {
        for (int i = 0; i < n; i++) {
          unsigned(block.getLong());
        }
      }
      default -> ints(n);
    }
  }

  private void ints(int n) {
    int[] values = ints = ints == null ? new int[BLOCK] : ints;
    for (int i = 0; i < n; i++) {
      values[i] = integer();
    }
    out.writeInts(values, 0, n);
  }

  private int integer() {
    return switch (dtype) {
      case INT8 -> block.get();
      case UINT8 -> block.get() & 0xFF;
      case INT16 -> block.getShort();
      case UINT16 -> block.getShort() & 0xFFFF;
      default -> block.getInt();
    };
  }

  private void longs(int n) {
    long[] values = longs = longs == null ? new long[BLOCK / Integer.BYTES] : longs;
    boolean narrow = dtype == DType.UINT32;
    for (int i = 0; i < n; i++) {
      values[i] = narrow ? block.getInt() & 0xFFFF_FFFFL : block.getLong();
    }
    out.writeLongs(values, 0, n);
  }

  private void unsigned(long bits) {
    if (bits >= 0) {
      out.writeLong(bits);
    } else {
      out.writeBigInteger(new BigInteger(Long.toUnsignedString(bits)));
    }
  }

  private void doubles(int n) {
    double[] values = doubles = doubles == null ? new double[BLOCK / Double.BYTES] : doubles;
    for (int i = 0; i < n; i++) {
      double value = block.getDouble();
      values[i] = value == value ? value : nan(Double.doubleToRawLongBits(value));
    }
    out.writeDoubles(values, 0, n);
  }

  private void floats(int n) {
    float[] values = floats = floats == null ? new float[BLOCK / Short.BYTES] : floats;
    for (int i = 0; i < n; i++) {
      values[i] = dtype == DType.FLOAT32 ? single() : half();
    }
    out.writeFloats(values, 0, n);
  }

  private float single() {
    float value = block.getFloat();
    return value == value ? value : (float) nan(Float.floatToRawIntBits(value));
  }

  private float half() {
    short bits = block.getShort();
    float value = dtype == DType.FLOAT16 ? Float16.toFloat(bits) : BFloat16.toFloat(bits);
    return value == value ? value : (float) nan(bits & 0xFFFF);
  }

  /** The usual NaN in the place of one. */
  private double nan(long bits) {
    if (bits != TensorNans.usual(dtype)) {
      whole.oddNans = true;
    }
    return Double.NaN;
  }

  private void complex(int n) {
    boolean narrow = dtype == DType.COMPLEX64;
    for (int i = 0; i < n; i++) {
      double re = narrow ? part(block.getFloat()) : part(block.getDouble());
      double im = narrow ? part(block.getFloat()) : part(block.getDouble());
      out.writeString(ComplexText.of(re, im, narrow));
    }
  }

  private double part(double value) {
    return value == value ? value : nan(Double.doubleToRawLongBits(value));
  }

  private double part(float value) {
    return value == value ? value : nan(Float.floatToRawIntBits(value));
  }
}
