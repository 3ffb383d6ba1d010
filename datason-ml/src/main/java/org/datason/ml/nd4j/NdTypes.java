package org.datason.ml.nd4j;

import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;
import org.nd4j.linalg.api.buffer.DataType;

/** Which dtype is which. */
final class NdTypes {

  private NdTypes() {}

  static DType dtype(DataType type) {
    return switch (type) {
      case BOOL -> DType.BOOL;
      case BYTE -> DType.INT8;
      case SHORT -> DType.INT16;
      case INT -> DType.INT32;
      case LONG -> DType.INT64;
      case UBYTE -> DType.UINT8;
      case UINT16 -> DType.UINT16;
      case UINT32 -> DType.UINT32;
      case UINT64 -> DType.UINT64;
      case HALF -> DType.FLOAT16;
      case BFLOAT16 -> DType.BFLOAT16;
      case FLOAT -> DType.FLOAT32;
      case DOUBLE -> DType.FLOAT64;
      case UTF8 -> DType.TEXT;
      default ->
          throw new UnsupportedTypeException("An INDArray of " + type + " has no elements", null);
    };
  }

  static DataType dataType(DType dtype) {
    return switch (dtype) {
      case BOOL -> DataType.BOOL;
      case INT8 -> DataType.INT8;
      case INT16 -> DataType.INT16;
      case INT32 -> DataType.INT32;
      case INT64 -> DataType.INT64;
      case UINT8 -> DataType.UINT8;
      case UINT16 -> DataType.UINT16;
      case UINT32 -> DataType.UINT32;
      case UINT64 -> DataType.UINT64;
      case FLOAT16 -> DataType.FLOAT16;
      case BFLOAT16 -> DataType.BFLOAT16;
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
      case TEXT -> DataType.UTF8;
      case COMPLEX64, COMPLEX128 -> throw new IllegalArgumentException(dtype.numpyName());
    };
  }
}
