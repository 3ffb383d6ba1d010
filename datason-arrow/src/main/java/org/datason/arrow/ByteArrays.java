package org.datason.arrow;

import java.util.Arrays;
import org.apache.arrow.vector.BaseVariableWidthViewVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/**
 * The strings of a vector.
 *
 * @param bytes all of them, one behind the other
 * @param offsets where each begins, the first at 0, and where the last one ends
 */
record ByteArrays(byte[] bytes, int[] offsets) {

  static ByteArrays of(FieldVector vector, ArrowType type, int rows) {
    return switch (type.getTypeID()) {
      case Utf8, Binary -> of(vector, VectorArrays.offsets(vector, rows), rows);
      case LargeUtf8, LargeBinary -> of(vector, VectorArrays.largeOffsets(vector, rows), rows);
      case FixedSizeBinary -> {
        int width = ((ArrowType.FixedSizeBinary) type).getByteWidth();
        int[] offsets = new int[rows + 1];
        Arrays.setAll(offsets, i -> Math.multiplyExact(i, width));
        yield of(vector, offsets, rows);
      }
      default -> ofViews((BaseVariableWidthViewVector) vector, rows);
    };
  }

  private static ByteArrays of(FieldVector vector, int[] offsets, int rows) {
    int first = offsets[0];
    int length = offsets[rows] - first;
    if (first < 0 || length < 0) {
      throw new IllegalArgumentException("its offsets are not in order");
    }
    byte[] bytes = VectorArrays.bytes(vector.getDataBuffer(), first, length);
    return new ByteArrays(bytes, VectorArrays.fromZero(offsets));
  }

  private static ByteArrays ofViews(BaseVariableWidthViewVector vector, int rows) {
    int[] offsets = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      int length = vector.isNull(i) ? 0 : vector.getValueLength(i);
      offsets[i + 1] = Math.addExact(offsets[i], length);
    }
    byte[] bytes = new byte[offsets[rows]];
    for (int i = 0; i < rows; i++) {
      if (!vector.isNull(i)) {
        byte[] value = bytesOf(vector, i);
        System.arraycopy(value, 0, bytes, offsets[i], value.length);
      }
    }
    return new ByteArrays(bytes, offsets);
  }

  private static byte[] bytesOf(BaseVariableWidthViewVector vector, int row) {
    return vector instanceof org.apache.arrow.vector.ViewVarCharVector texts
        ? texts.get(row)
        : ((org.apache.arrow.vector.ViewVarBinaryVector) vector).get(row);
  }
}
