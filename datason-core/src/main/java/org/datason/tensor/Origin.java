package org.datason.tensor;

import java.util.Objects;
import java.util.Set;

/**
 * What a tensor is to Python: where it was loaded from, so that it is written back as the same
 * thing. It is no part of a tensor's value: tensors of different origins can be equal. Immutable.
 *
 * <pre>{@code
 * Tensor weights = Tensor.of(new float[] {1, 2}, 2).withOrigin(Origin.TORCH);
 * datason.toJson(weights); // {"__datason_type__":"torch.Tensor", ...}
 * }</pre>
 *
 * @param hint the type hint: {@code numpy.ndarray}, {@code torch.Tensor}, {@code tf.Tensor}, {@code
 *     tf.Variable}, {@code jax.Array}, or one of numpy's scalars such as {@code numpy.float32},
 *     under which only a single element is written
 * @param dtype the name of the dtype in the document where it is not the usual one ({@code >f8},
 *     {@code <U10}), or null
 * @param device where torch had it ({@code cpu}, {@code cuda:0}), or null
 */
public record Origin(String hint, String dtype, String device) {

  private static final Set<String> ARRAYS =
      Set.of("numpy.ndarray", "torch.Tensor", "tf.Tensor", "tf.Variable", "jax.Array");

  /** An array of numpy: what every tensor is that comes from nowhere else. */
  public static final Origin NUMPY = new Origin("numpy.ndarray", null, null);

  /** A tensor of PyTorch on the CPU. */
  public static final Origin TORCH = new Origin("torch.Tensor", null, "cpu");

  /** A tensor of TensorFlow. */
  public static final Origin TENSORFLOW = new Origin("tf.Tensor", null, null);

  /** An array of JAX. */
  public static final Origin JAX = new Origin("jax.Array", null, null);

  /**
   * Checks the hint.
   *
   * @throws IllegalArgumentException if the hint is of no kind of tensor
   * @param hint see the component
   * @param dtype see the component
   * @param device see the component
   */
  public Origin {
    Objects.requireNonNull(hint, "hint");
    if (!isArray(hint) && !isScalar(hint)) {
      throw new IllegalArgumentException(
          "Expected the hint of an array or of a scalar of numpy but found '" + hint + "'");
    }
  }

  /**
   * Whether a hint stands for tensors of any shape.
   *
   * @param hint the hint
   * @return whether it does
   */
  public static boolean isArray(String hint) {
    return ARRAYS.contains(hint);
  }

  /**
   * Whether a hint stands for one of numpy's scalars.
   *
   * @param hint the hint
   * @return whether it does
   */
  public static boolean isScalar(String hint) {
    return scalarType(hint) != null;
  }

  /**
   * The dtype of the elements that a hint of numpy's scalars stands for.
   *
   * @param hint the hint
   * @return the type, the widest one where the hint does not say ({@code numpy.integer}); null if
   *     it is no such hint
   */
  public static DType scalarType(String hint) {
    if (!hint.startsWith("numpy.")) {
      return null;
    }
    return switch (hint) {
      case "numpy.integer" -> DType.INT64;
      case "numpy.floating" -> DType.FLOAT64;
      case "numpy.complex" -> DType.COMPLEX128;
      case "numpy.bool_" -> DType.BOOL;
      case "numpy.str_" -> DType.TEXT;
      default -> DType.of(hint.substring("numpy.".length()));
    };
  }
}
