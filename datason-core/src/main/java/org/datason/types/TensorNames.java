package org.datason.types;

import java.util.Arrays;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/** The names of dtypes and the shapes, as they stand in documents. */
final class TensorNames {

  private TensorNames() {}

  /** The name of a tensor's dtype: as it was read, if that is still right. */
  static String dtype(Tensor tensor) {
    String read = tensor.origin().dtype();
    if (tensor.dtype() == DType.TEXT) {
      int width = 1;
      for (String text : tensor.toTextArray()) {
        width = Math.max(width, text.codePointCount(0, text.length()));
      }
      return read != null && DType.of(read) == DType.TEXT && holds(read, width)
          ? read
          : "<U" + width;
    }
    return read != null && DType.of(read) == tensor.dtype() ? read : tensor.dtype().numpyName();
  }

  private static boolean holds(String name, int width) {
    int digits = name.indexOf('U') + 1;
    return digits == 0 || Integer.parseInt(name.substring(digits)) >= width;
  }

  static void writeShape(long[] shape, JsonWriter out) {
    out.beginArray();
    for (long n : shape) {
      out.writeLong(n);
    }
    out.endArray();
  }

  /** Reads a list of integers. */
  static long[] readLongs(JsonReader in) {
    long[] array = new long[8];
    int n = 0;
    in.beginArray();
    while (in.hasNext()) {
      array = n == array.length ? Arrays.copyOf(array, PrimitiveArrayHandler.longer(n)) : array;
      array[n++] = in.readLong();
    }
    in.endArray();
    return Arrays.copyOf(array, n);
  }
}
