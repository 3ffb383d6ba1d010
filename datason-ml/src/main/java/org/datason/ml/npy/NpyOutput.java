package org.datason.ml.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/** Writes arrays, byte by byte as NumPy does. */
final class NpyOutput {

  private static final int BLOCK = 64 * 1024;

  /** What stands before the header: the magic bytes, the version and the length. */
  private static final int PREAMBLE = 10;

  private static final int ALIGNMENT = 64;

  /** NumPy leaves room for the first dimension to grow to so many digits. */
  private static final int GROWTH_DIGITS = 21;

  private NpyOutput() {}

  static void write(Tensor tensor, OutputStream out) throws IOException {
    if (tensor.rank() > NpyHeader.MOST_DIMENSIONS) {
      throw new UnsupportedTypeException(
          "The tensor has "
              + tensor.rank()
              + " dimensions, where NumPy has at most "
              + NpyHeader.MOST_DIMENSIONS,
          null);
    }
    boolean fortran =
        tensor.size() > 0 && !tensor.isContiguous() && tensor.transpose().isContiguous();
    Tensor inOrder = fortran ? tensor.transpose() : tensor;
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    if (tensor.dtype() == DType.TEXT) {
      int width = NpyTexts.width(tensor);
      out.write(header("<U" + width, fortran, tensor.shape()));
      writeTexts(inOrder.toTextArray(), width, block, out);
      return;
    }
    out.write(header(NpyElement.nameOf(tensor.dtype()), fortran, tensor.shape()));
    for (long i = 0; i < inOrder.size(); ) {
      i += inOrder.copyTo(i, block.clear());
      out.write(block.array(), 0, block.position());
    }
  }

  private static void writeTexts(String[] texts, int width, ByteBuffer block, OutputStream out)
      throws IOException {
    for (String text : texts) {
      int at = 0;
      for (int i = 0; i < width; i++) {
        int point = at < text.length() ? text.codePointAt(at) : 0;
        at += Character.charCount(point);
        block.putInt(point);
        if (!block.hasRemaining()) {
          out.write(block.array(), 0, block.position());
          block.clear();
        }
      }
    }
    out.write(block.array(), 0, block.position());
  }

  private static byte[] header(String descr, boolean fortran, long[] shape) {
    StringBuilder text = new StringBuilder();
    text.append("{'descr': '").append(descr).append("', 'fortran_order': ");
    text.append(fortran ? "True" : "False").append(", 'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : " ").append(shape[i]);
      text.append(i == 0 || i < shape.length - 1 ? "," : "");
    }
    text.append("), }");
    if (shape.length > 0) {
      long growing = shape[fortran ? shape.length - 1 : 0];
      text.append(" ".repeat(GROWTH_DIGITS - Long.toString(growing).length()));
    }
    // Spaces, at least one, and a line break, so that the elements begin at a multiple.
    int used = PREAMBLE + text.length() + 1;
    text.append(" ".repeat(ALIGNMENT - used % ALIGNMENT)).append('\n');
    byte[] bytes = new byte[PREAMBLE + text.length()];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.put(NpyHeader.magic()).put((byte) 1).put((byte) 0).putShort((short) text.length());
    header.put(text.toString().getBytes(StandardCharsets.US_ASCII));
    return bytes;
  }
}
