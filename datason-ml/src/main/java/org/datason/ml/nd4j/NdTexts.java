package org.datason.ml.nd4j;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The texts of a buffer of ND4J. Its own methods write ASCII alone, and read those of views from
 * the wrong place.
 *
 * <p>The buffer holds n + 1 longs, where each text begins and the last one ends, counted from
 * behind them; then the texts in UTF-8. The n is written nowhere, but there is only one that fits
 * the size of the buffer.
 */
final class NdTexts {

  private final BytePointer base;
  private final long count;

  NdTexts(Pointer buffer) {
    base = new BytePointer(buffer);
    long size = buffer.limit();
    long n = 0;
    while (start(n + 1) <= size && start(n + 1) + offset(n) != size) {
      n++;
    }
    if (start(n + 1) > size) {
      throw new UnsupportedTypeException("An INDArray of UTF8 has a buffer without texts", null);
    }
    count = n;
  }

  /** Where the n-th offset stands. */
  private static long start(long n) {
    return n * Long.BYTES;
  }

  private long offset(long n) {
    return base.getLong(start(n));
  }

  private String text(long index) {
    if (index < 0 || index >= count) {
      throw new UnsupportedTypeException(
          "An INDArray of UTF8 reaches to text " + index + " of a buffer that has " + count, null);
    }
    long from = offset(index);
    byte[] bytes = new byte[Math.toIntExact(offset(index + 1) - from)];
    base.getPointer(BytePointer.class, start(count + 1) + from).get(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnsupportedTypeException(
          "An INDArray of UTF8 has a text that is no UTF-8, at "
              + index
              + "; Nd4j.create keeps ASCII alone, so make it with NdArrays.toNdArray",
          null,
          e);
    }
  }

  /** An array of texts. */
  static INDArray array(Tensor tensor) {
    List<String> texts = new ArrayList<>();
    for (String text : tensor.toTextArray()) {
      // Nd4j.create keeps the lower byte of each character: so each is a byte of UTF-8.
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    return Nd4j.create(texts, tensor.shape());
  }

  /** The texts of a view of the buffer. */
  Tensor tensor(long[] shape, long[] strides, long first) {
    long size = 1;
    for (long n : shape) {
      size *= n;
    }
    String[] texts = new String[Math.toIntExact(size)];
    for (int i = 0; i < texts.length; i++) {
      long at = first;
      long rest = i;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        at += rest % shape[axis] * strides[axis];
        rest /= shape[axis];
      }
      texts[i] = text(at);
    }
    return Tensor.of(texts, shape);
  }
}
