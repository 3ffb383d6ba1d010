package org.datason.types;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.datason.config.TensorForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/**
 * The elements of a tensor: nested lists, or base64 of the little-endian bytes in row-major order.
 * In lists a NaN with bits of its own is a plain one, and stands with the index of its number in
 * another member, {@code "nans": [[3, "NaN:fff8000000000000"]]}.
 */
final class TensorData {

  private final DType dtype;
  private final long[] shape;
  private final byte[] bytes;
  private final String[] texts;

  private TensorData(DType dtype, long[] shape, byte[] bytes, String[] texts) {
    this.dtype = dtype;
    this.shape = shape;
    this.bytes = bytes;
    this.texts = texts;
  }

  // ---------------------------------------------------------------- writing

  /** Writes a member with the elements, and those that tell how to read it. */
  static void write(String name, Tensor tensor, JsonWriter out) {
    if (isBase64(tensor.dtype(), out)) {
      out.writeName("encoding");
      out.writeString("base64");
      out.writeName(name);
      writeBase64(tensor, out);
    } else {
      out.writeName(name);
      boolean numpy = tensor.origin().hint().equals("numpy.ndarray");
      TensorListWriter list = new TensorListWriter(tensor, numpy, out);
      list.write();
      if (list.hasOddNans()) {
        out.writeName("nans");
        TensorNans.write(tensor, out);
      }
    }
  }

  /** Whether elements of a type are written in base64, by the settings. */
  static boolean isBase64(DType dtype, JsonWriter out) {
    return out.config().tensorForm() == TensorForm.BASE64 && dtype != DType.TEXT;
  }

  static void writeBase64(Tensor tensor, JsonWriter out) {
    long[] next = {0};
    out.writeBase64(
        tensor.size() * tensor.dtype().byteSize(),
        block -> next[0] += tensor.copyTo(next[0], block));
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads the elements.
   *
   * @param shape the shape; null to take that of the lists
   */
  static TensorData read(DType dtype, long[] shape, boolean base64, JsonReader in) {
    if (!base64) {
      TensorListReader list = new TensorListReader(dtype, shape, in);
      list.read();
      return new TensorData(dtype, list.shape(), list.bytes(), list.texts());
    }
    if (shape == null) {
      throw new IllegalArgumentException("it has no shape");
    }
    long size = Tensor.sizeOf(dtype, shape);
    byte[] bytes = in.readBase64(size * dtype.byteSize());
    if (size * dtype.byteSize() != bytes.length) {
      throw new IllegalArgumentException(
          "its data has "
              + bytes.length
              + " bytes where "
              + size
              + " elements of "
              + dtype.numpyName()
              + " have "
              + size * dtype.byteSize());
    }
    return new TensorData(dtype, shape, bytes, null);
  }

  /** The elements of one dimension, as many as there are bytes for. */
  static TensorData flat(DType dtype, byte[] bytes) {
    return new TensorData(dtype, new long[] {bytes.length / dtype.byteSize()}, bytes, null);
  }

  Tensor tensor() {
    if (texts != null) {
      return Tensor.of(texts, shape);
    }
    return Tensor.of(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), dtype, shape);
  }

  /** Reads the NaNs that have bits of their own into the elements. */
  TensorData readNans(JsonReader in) {
    TensorNans.read(dtype, bytes, in);
    return this;
  }
}
