package org.datason.tensor;

import java.util.Arrays;
import java.util.Objects;

/**
 * A tensor most of whose elements are zero, by the coordinates and values of the others: what
 * SciPy's sparse matrices and TensorFlow's sparse tensors load as. Immutable, as far as the tensors
 * in it are.
 *
 * <pre>{@code
 * // [[0, 0, 5], [7, 0, 0]]
 * SparseTensor sparse =
 *     SparseTensor.of(
 *         Tensor.of(new long[] {0, 2, 1, 0}, 2, 2), Tensor.of(new double[] {5, 7}, 2), 2, 3);
 * sparse.indices().getLong(0, 1); // 2
 * sparse.values().getDouble(0); // 5.0
 * }</pre>
 *
 * <p>Coordinates may come in any order and more than once (SciPy adds such values up); they are
 * kept as they are. Equality is that of shape, coordinates and values in their order, bit by bit;
 * the format does not count.
 */
public final class SparseTensor {

  /** The {@link #format} of a tensor of TensorFlow, which has but one. */
  public static final String TENSORFLOW = "tf";

  private final Tensor indices;
  private final Tensor values;
  private final long[] shape;
  private final String format;

  private SparseTensor(Tensor indices, Tensor values, long[] shape, String format) {
    this.indices = indices;
    this.values = values;
    this.shape = shape;
    this.format = format;
  }

  /**
   * A sparse tensor in SciPy's format {@code coo}, or TensorFlow's if it has not two dimensions.
   *
   * @param indices the coordinates: a row for each value, a column for each dimension; of {@link
   *     DType#INT64}
   * @param values the values, in one dimension
   * @param shape the length of each dimension
   * @return the tensor
   * @throws IllegalArgumentException if the shapes do not fit together, or a coordinate is outside
   *     of the shape
   */
  public static SparseTensor of(Tensor indices, Tensor values, long... shape) {
    Shapes.size(shape, 1);
    boolean fits =
        indices.dtype() == DType.INT64
            && values.rank() == 1
            && Arrays.equals(indices.shape(), new long[] {values.size(), shape.length});
    if (!fits) {
      throw new IllegalArgumentException(
          "Expected coordinates of int64 and the shape ("
              + values.size()
              + ", "
              + shape.length
              + ") beside one dimension of values but found "
              + indices.dtype().numpyName()
              + " of "
              + Shapes.text(indices.shape())
              + " and values of "
              + Shapes.text(values.shape()));
    }
    checkCoordinates(indices, shape);
    return new SparseTensor(indices, values, shape.clone(), shape.length == 2 ? "coo" : TENSORFLOW);
  }

  private static void checkCoordinates(Tensor indices, long[] shape) {
    Elements.forEach(
        indices,
        (i, index) -> {
          int axis = i % shape.length;
          if (index < 0 || index >= shape[axis]) {
            throw new IllegalArgumentException(
                "The coordinate " + index + " is outside of the shape " + Shapes.text(shape));
          }
        });
  }

  /**
   * The same tensor in another format.
   *
   * @param other one of SciPy's, such as {@code csr}; or {@link #TENSORFLOW}
   * @return a tensor with the same coordinates and values
   * @throws IllegalArgumentException if a format of SciPy is to have other than two dimensions
   */
  public SparseTensor withFormat(String other) {
    Objects.requireNonNull(other, "format");
    if (!other.equals(TENSORFLOW) && shape.length != 2) {
      throw new IllegalArgumentException(
          "The format " + other + " has two dimensions, not " + shape.length);
    }
    return new SparseTensor(indices, values, shape, other);
  }

  /**
   * The coordinates.
   *
   * @return a tensor of {@link DType#INT64} with a row for each value
   */
  public Tensor indices() {
    return indices;
  }

  /**
   * The values at the coordinates.
   *
   * @return a tensor of one dimension
   */
  public Tensor values() {
    return values;
  }

  /**
   * All elements, those that are zero (false, an empty text) included. Values with the same
   * coordinates are added up in their order, as SciPy does; of booleans one that is true is enough,
   * and integers wrap around. All others keep their bits.
   *
   * <pre>{@code
   * sparse.toDense().toDoubleArray(); // [0.0, 0.0, 5.0, 7.0, 0.0, 0.0]
   * }</pre>
   *
   * @return a new tensor, in row-major order
   * @throws IllegalStateException if it would have 2<sup>31</sup> elements or more, or if two texts
   *     have the same coordinates
   */
  public Tensor toDense() {
    return new Dense(this).tensor();
  }

  /**
   * The type of the elements.
   *
   * @return that of the values
   */
  public DType dtype() {
    return values.dtype();
  }

  /**
   * The length of each dimension.
   *
   * @return a copy
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * What Python rebuilds it as.
   *
   * @return SciPy's name of the format, such as {@code csr}; or {@link #TENSORFLOW}
   */
  public String format() {
    return format;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseTensor that
        && Arrays.equals(shape, that.shape)
        && indices.equals(that.indices)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(shape), indices, values);
  }

  /** What it is, with the beginning and end of its values. */
  @Override
  public String toString() {
    return "sparse(" + format + ", shape=" + Shapes.text(shape) + ", values=" + values + ')';
  }
}
