package org.datason.arrow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/**
 * How a tensor stands in a column.
 *
 * @param dtype the type of its elements
 * @param shape its own shape
 * @param stored the shape in which its elements stand in memory: of the rows and in each
 * @param permutation which of the stored dimensions of a row each of its own is; null for the same
 * @param items the vector of its numbers; null as long as there is none
 */
record TensorLayout(
    DType dtype, long[] shape, long[] stored, int[] permutation, FieldVector items) {

  private static final String NAME = "arrow.fixed_shape_tensor";
  private static final String DTYPE = "datason:dtype";
  private static final String SHAPE = "datason:shape";
  private static final Datason JSON = Datason.create();

  // ---------------------------------------------------------------- of a tensor

  static TensorLayout of(Tensor tensor) {
    if (tensor.dtype() == DType.TEXT) {
      throw new IllegalArgumentException("Arrow's tensors have numbers, no texts");
    }
    long[] shape = tensor.shape();
    long[] stored = shape.length > 1 ? shape : new long[] {shape.length == 0 ? 1 : shape[0], 1};
    TensorLayout layout = new TensorLayout(tensor.dtype(), shape, stored, null, null);
    if (stored[0] > Integer.MAX_VALUE || layout.rowLength() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A tensor of the shape " + Arrays.toString(shape) + " has too long rows for Arrow");
    }
    Math.toIntExact(stored[0] * layout.rowLength());
    return layout;
  }

  private int parts() {
    return dtype.kind() == DType.Kind.COMPLEX ? 2 : 1;
  }

  private long rowLength() {
    long length = parts();
    for (int i = 1; i < stored.length; i++) {
      length = Math.multiplyExact(length, stored[i]);
    }
    return length;
  }

  int rows() {
    return (int) stored[0];
  }

  /** How many numbers there are in all. */
  int numbers() {
    return Math.toIntExact(stored[0] * rowLength());
  }

  Schema schema() {
    Field item = new Field(ArrowFields.ITEM, FieldType.nullable(number()), null);
    long[] row = Arrays.copyOfRange(stored, 1, stored.length + parts() - 1);
    if (parts() == 2) {
      row[row.length - 1] = 2;
    }
    Map<String, String> extension =
        Map.of(
            ArrowFields.EXTENSION,
            NAME,
            ArrowFields.EXTENSION_METADATA,
            "{\"shape\":" + JSON.with(c -> c.hints(false)).toJson(row) + "}");
    ArrowType type = new ArrowType.FixedSizeList((int) rowLength());
    Field field = new Field("tensor", new FieldType(true, type, null, extension), List.of(item));
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(DTYPE, dtype.numpyName());
    metadata.put(SHAPE, JSON.with(c -> c.hints(false)).toJson(shape));
    return new Schema(List.of(field), metadata);
  }

  private ArrowType number() {
    return switch (dtype) {
      case BOOL -> ArrowType.Bool.INSTANCE;
      case INT8, INT16, INT32, INT64 -> new ArrowType.Int(8 * dtype.byteSize(), true);
      case UINT8, UINT16, UINT32, UINT64, BFLOAT16 ->
          new ArrowType.Int(8 * dtype.byteSize(), false);
      case FLOAT16 -> new ArrowType.FloatingPoint(FloatingPointPrecision.HALF);
      case FLOAT32, COMPLEX64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      default -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    };
  }

  // ---------------------------------------------------------------- of a column

  static TensorLayout of(VectorSchemaRoot root) {
    FieldVector column = root.getFieldVectors().isEmpty() ? null : root.getVector(0);
    Map<String, String> extension = column == null ? Map.of() : column.getField().getMetadata();
    if (!(column instanceof FixedSizeListVector rows)
        || !NAME.equals(extension.get(ArrowFields.EXTENSION))) {
      throw new IllegalArgumentException("The first column is no " + NAME);
    }
    FieldVector items = rows.getDataVector();
    if (rows.getNullCount() > 0 || items.getNullCount() > 0) {
      throw new IllegalArgumentException("A tensor has no missing elements, and this column has");
    }
    Map<?, ?> told = parse(extension.get(ArrowFields.EXTENSION_METADATA));
    long[] row = longs(told.get("shape"));
    long[] stored = new long[row.length + 1];
    stored[0] = root.getRowCount();
    System.arraycopy(row, 0, stored, 1, row.length);
    if (Arrays.stream(row).reduce(1, Math::multiplyExact) != rows.getListSize()) {
      throw new IllegalArgumentException(
          "Rows of "
              + rows.getListSize()
              + " numbers are not of the shape "
              + Arrays.toString(row));
    }
    DType number = dtype(items.getField().getType());
    Map<String, String> metadata = root.getSchema().getCustomMetadata();
    if (metadata != null && metadata.containsKey(DTYPE) && metadata.containsKey(SHAPE)) {
      return ours(metadata, stored, number, items);
    }
    long[] order = told.get("permutation") == null ? null : longs(told.get("permutation"));
    int[] permutation =
        order == null ? null : Arrays.stream(order).mapToInt(i -> (int) i).toArray();
    return new TensorLayout(number, null, stored, permutation, items);
  }

  private static TensorLayout ours(
      Map<String, String> metadata, long[] stored, DType number, FieldVector items) {
    DType dtype = DType.of(metadata.get(DTYPE));
    long[] shape = longs(JSON.fromJson(metadata.get(SHAPE)));
    boolean complex = dtype != null && dtype.kind() == DType.Kind.COMPLEX;
    long[] elements = complex ? Arrays.copyOf(stored, stored.length - 1) : stored;
    boolean same =
        dtype == number
            || dtype == DType.BFLOAT16 && number == DType.UINT16
            || dtype == DType.COMPLEX64 && number == DType.FLOAT32
            || dtype == DType.COMPLEX128 && number == DType.FLOAT64;
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (!same || size != Arrays.stream(elements).reduce(1, Math::multiplyExact)) {
      throw new IllegalArgumentException(
          "The metadata tells of another tensor: "
              + metadata.get(DTYPE)
              + " of the shape "
              + metadata.get(SHAPE));
    }
    return new TensorLayout(dtype, shape, elements, null, items);
  }

  private static Map<?, ?> parse(String json) {
    try {
      return JSON.fromJson(json == null ? "" : json, Map.class);
    } catch (DatasonException e) {
      throw new IllegalArgumentException("The metadata of the tensor is no JSON: " + json, e);
    }
  }

  private static long[] longs(Object list) {
    if (list instanceof List<?> numbers && numbers.stream().allMatch(n -> n instanceof Integer)) {
      return numbers.stream().mapToLong(n -> (Integer) n).toArray();
    }
    throw new IllegalArgumentException("The metadata of the tensor has no list of ints: " + list);
  }

  private static DType dtype(ArrowType type) {
    if (type instanceof ArrowType.Int number) {
      boolean signed = number.getIsSigned();
      return switch (number.getBitWidth()) {
        case 8 -> signed ? DType.INT8 : DType.UINT8;
        case 16 -> signed ? DType.INT16 : DType.UINT16;
        case 32 -> signed ? DType.INT32 : DType.UINT32;
        default -> signed ? DType.INT64 : DType.UINT64;
      };
    }
    if (type instanceof ArrowType.FloatingPoint number) {
      return switch (number.getPrecision()) {
        case HALF -> DType.FLOAT16;
        case SINGLE -> DType.FLOAT32;
        case DOUBLE -> DType.FLOAT64;
      };
    }
    if (type instanceof ArrowType.Bool) {
      return DType.BOOL;
    }
    throw new IllegalArgumentException("A tensor has no dtype for Arrow's " + type);
  }

  /** A tensor as it stands in memory in its own shape. */
  Tensor laidOut(Tensor tensor) {
    if (shape != null) {
      return tensor.reshape(shape);
    }
    if (permutation == null) {
      return tensor;
    }
    int[] axes = new int[permutation.length + 1];
    for (int i = 0; i < permutation.length; i++) {
      axes[i + 1] = permutation[i] + 1;
    }
    return tensor.permute(axes);
  }
}
