package org.datason.tensor;

import org.datason.tensor.DType.Kind;

/** A tensor as text for people to look at. */
final class TensorText {

  /** Beyond so many elements only those at the edges are shown. */
  private static final long MOST = 1000;

  private static final int EDGE = 3;

  private final Tensor tensor;
  private final long[] index;
  private final long[] shape;
  private final StringBuilder text = new StringBuilder("array(");

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
    shape = tensor.shape();
    index = new long[shape.length];
  }

  static String of(Tensor tensor) {
    TensorText t = new TensorText(tensor);
    if (tensor.size() == 0) {
      t.text.append("[]");
    } else {
      t.append(0);
    }
    return t.text
        .append(", shape=")
        .append(Shapes.text(t.shape))
        .append(", dtype=")
        .append(tensor.dtype().numpyName())
        .append(')')
        .toString();
  }

  private void append(int level) {
    if (level == shape.length) {
      text.append(element());
      return;
    }
    text.append('[');
    boolean all = tensor.size() <= MOST || shape[level] <= 2 * EDGE;
    for (long i = 0; i < shape[level]; i++) {
      if (i > 0) {
        text.append(", ");
      }
      if (!all && i == EDGE) {
        text.append("..., ");
        i = shape[level] - EDGE;
      }
      index[level] = i;
      append(level + 1);
    }
    text.append(']');
  }

  private String element() {
    DType dtype = tensor.dtype();
    return switch (dtype) {
      case BOOL -> Boolean.toString(tensor.getBoolean(index));
      case TEXT -> '\'' + tensor.getText(index) + '\'';
      case UINT64 -> Long.toUnsignedString(tensor.getLong(index));
      case FLOAT16, BFLOAT16, FLOAT32 -> Float.toString((float) tensor.getDouble(index));
      case FLOAT64 -> Double.toString(tensor.getDouble(index));
      default -> dtype.kind() == Kind.COMPLEX ? complex() : Long.toString(tensor.getLong(index));
    };
  }

  private String complex() {
    boolean narrow = tensor.dtype() == DType.COMPLEX64;
    String re = part(tensor.getReal(index), narrow);
    String im = part(tensor.getImaginary(index), narrow);
    return re + (im.startsWith("-") ? "" : "+") + im + 'j';
  }

  private static String part(double value, boolean narrow) {
    return narrow ? Float.toString((float) value) : Double.toString(value);
  }
}
