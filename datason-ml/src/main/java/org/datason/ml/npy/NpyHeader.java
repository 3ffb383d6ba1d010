package org.datason.ml.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.datason.error.LimitException;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/**
 * What stands before the elements in a file. The format: numpy.lib.format.
 *
 * @param element the type of the elements
 * @param fortran whether they come in column-major order
 * @param shape the length of each dimension
 * @param size the number of elements
 */
record NpyHeader(NpyElement element, boolean fortran, long[] shape, long size) {

  /** What NumPy has, too. */
  static final int MOST_DIMENSIONS = 64;

  private static final int MOST_BYTES = 64 * 1024;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** The bytes that each file begins with. */
  static byte[] magic() {
    return MAGIC.clone();
  }

  static NpyHeader read(NpyInput in) {
    byte[] start = in.read(MAGIC.length, "the magic bytes");
    if (!Arrays.equals(start, MAGIC)) {
      boolean zip = Arrays.equals(start, 0, ZIP.length, ZIP, 0, ZIP.length);
      throw in.error(
          zip
              ? "it is a zip, as .npz is; read it with Npz"
              : "expected the bytes 93 4e 55 4d 50 59 of a .npy at offset 0 but found "
                  + HexFormat.ofDelimiter(" ").formatHex(start));
    }
    byte[] version = in.read(2, "the version");
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw in.error(
          "expected the version 1.0, 2.0 or 3.0 of the format but found "
              + (version[0] & 0xFF)
              + '.'
              + (version[1] & 0xFF));
    }
    byte[] text = in.read(length(version[0], in), "the header");
    Charset charset = version[0] == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return new HeaderParser(new String(text, charset), in).header();
  }

  private static int length(int version, NpyInput in) {
    int width = version == 1 ? Short.BYTES : Integer.BYTES;
    byte[] bytes = Arrays.copyOf(in.read(width, "the length of the header"), Integer.BYTES);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new LimitException(
          in.name()
              + " has a header of "
              + Integer.toUnsignedLong(length)
              + " bytes, where that of a tensor has at most "
              + MOST_BYTES,
          null);
    }
    return length;
  }

  DType dtype() {
    return element.dtype();
  }

  /** The bytes of all elements; the parser has made sure that they can be counted. */
  long byteSize() {
    return size * element.byteSize();
  }

  /** The tensor of this shape whose elements are in memory as they are in the file. */
  Tensor tensor(List<ByteBuffer> segments) {
    long[] lengths = shape.clone();
    if (fortran) {
      reverse(lengths);
    }
    long[] strides = new long[lengths.length];
    long stride = 1;
    for (int i = lengths.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(lengths[i], 1);
    }
    Tensor tensor = Tensor.of(segments, dtype(), element.order(), lengths, strides, 0);
    return fortran ? tensor.transpose() : tensor;
  }

  /** The same of texts. */
  Tensor tensor(String[] texts) {
    long[] lengths = shape.clone();
    if (!fortran) {
      return Tensor.of(texts, lengths);
    }
    reverse(lengths);
    return Tensor.of(texts, lengths).transpose();
  }

  private static void reverse(long[] array) {
    for (int i = 0, j = array.length - 1; i < j; i++, j--) {
      long first = array[i];
      array[i] = array[j];
      array[j] = first;
    }
  }
}
