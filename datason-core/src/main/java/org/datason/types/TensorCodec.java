package org.datason.types;

import java.util.Objects;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/**
 * Writes tensors as JSON and reads them, for the handlers of other libraries' arrays: those need
 * but their arrays as tensors. Has no state.
 *
 * <pre>{@code
 * public void write(TheirArray array, JsonWriter out) {
 *   TensorCodec.write(asTensor(array), out); // {"dtype":"float64","shape":[2],"data":[1.0,2.0]}
 * }
 *
 * public TheirArray read(JsonReader in) {
 *   Tensor tensor = TensorCodec.read("numpy.ndarray", in);
 *   return tensor == null ? null : fromTensor(tensor);
 * }
 * }</pre>
 */
public final class TensorCodec {

  private TensorCodec() {}

  /**
   * Writes a tensor as the value of its hint, in the form that the settings say.
   *
   * @param tensor the tensor, whose origin is {@link Origin#NUMPY}
   * @param out where to
   */
  public static void write(Tensor tensor, JsonWriter out) {
    new TensorHandler(Origin.NUMPY.hint()).write(tensor, out);
  }

  /**
   * Whether a hint stands for something that can be read as a tensor.
   *
   * @param hint the hint
   * @return true for arrays, and for numpy's scalars
   */
  public static boolean isTensor(String hint) {
    return Origin.isArray(hint) || Origin.isScalar(hint);
  }

  /**
   * Reads a tensor in any form: that of its hint, and of an array without a hint plain lists.
   *
   * @param hint the hint before the value; {@code numpy.ndarray} where there is none
   * @param in where from, before the value
   * @return the tensor; null if the value, under a hint, is something else
   * @throws IllegalArgumentException if the value, not under a hint, is something else, or if
   *     {@link #isTensor} is false
   */
  public static Tensor read(String hint, JsonReader in) {
    if (!isTensor(hint)) {
      throw new IllegalArgumentException("The hint " + hint + " stands for no tensor");
    }
    TypeHandler<?> handler = Objects.requireNonNull(TensorTypes.create(hint));
    return (Tensor) handler.read(in);
  }
}
