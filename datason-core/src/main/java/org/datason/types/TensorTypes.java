package org.datason.types;

import org.datason.json.TypeHandler;
import org.datason.tensor.Origin;

/** The handlers of tensors, by the name of their class and by the hints of Python's libraries. */
final class TensorTypes {

  private TensorTypes() {}

  /** Whether a hint stands for tensors of any shape, sparse ones included. */
  static boolean isTensor(String hint) {
    return Origin.isArray(hint) || isSparse(hint);
  }

  /** Whether a hint stands for sparse tensors. */
  static boolean isSparse(String hint) {
    return switch (hint) {
      case "scipy.sparse.matrix", "scipy.sparse", "tf.SparseTensor" -> true;
      default -> false;
    };
  }

  /** A new handler of that name, or null if it is none of a tensor. */
  static TypeHandler<?> create(String name) {
    if (Origin.isArray(name)) {
      return new TensorHandler(name);
    }
    if (Origin.isScalar(name)) {
      return new TensorScalarHandler(name);
    }
    return switch (name) {
      case "org.datason.tensor.Tensor" -> new TensorHandler("numpy.ndarray");
      case "org.datason.tensor.SparseTensor" -> new SparseTensorHandler("scipy.sparse.matrix");
      default -> isSparse(name) ? new SparseTensorHandler(name) : null;
    };
  }
}
