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

  private final Tensor tensor;
  private final DType dtype;
  private final long[] shape;
  private final JsonWriter out;
  private final String[] texts;
  private final ByteBuffer block =
      ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final boolean tokens;
  private long next;
  private boolean oddNans;

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
    if (level == shape.length - 1) {
      items(shape[level]);
    } else {
      for (long i = 0; i < shape[level]; i++) {
        list(level + 1);
      }
    }
    out.endArray();
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
      case FLOAT32 -> floats(n);
      case FLOAT16, BFLOAT16 -> halves(n);
      case COMPLEX64, COMPLEX128 -> complex(n);
      case BOOL -> {
        for (int i = 0; i < n; i++) {
          out.writeBoolean(block.get() != 0);
        }
      }
      case INT64 -> {
        for (int i = 0; i < n; i++) {
          out.writeLong(block.getLong());
        }
      }
      case UINT64 -> {
        for (int i = 0; i < n; i++) {
          unsigned(block.getLong());
        }
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          out.writeLong(block.getInt() & 0xFFFF_FFFFL);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          out.writeInt(integer());
        }
      }
    }
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

  private void unsigned(long bits) {
    if (bits >= 0) {
      out.writeLong(bits);
    } else {
      out.writeBigInteger(new BigInteger(Long.toUnsignedString(bits)));
    }
  }

  private void doubles(int n) {
    for (int i = 0; i < n; i++) {
      double value = block.getDouble();
      if (value != value) {
        value = nan(Double.doubleToRawLongBits(value));
      }
      out.writeDouble(value);
    }
  }

  private void floats(int n) {
    for (int i = 0; i < n; i++) {
      float value = block.getFloat();
      if (value != value) {
        value = (float) nan(Float.floatToRawIntBits(value));
      }
      out.writeFloat(value);
    }
  }

  private void halves(int n) {
    boolean half = dtype == DType.FLOAT16;
    for (int i = 0; i < n; i++) {
      short bits = block.getShort();
      float value = half ? Float16.toFloat(bits) : BFloat16.toFloat(bits);
      if (value != value) {
        value = (float) nan(bits & 0xFFFF);
      }
      out.writeFloat(value);
    }
  }

  /** The usual NaN in the place of one. */
  private double nan(long bits) {
    oddNans |= bits != TensorNans.usual(dtype);
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
