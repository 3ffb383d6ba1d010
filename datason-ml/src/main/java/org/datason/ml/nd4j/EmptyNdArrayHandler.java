package org.datason.ml.nd4j;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.datason.types.TensorCodec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads {@code Nd4j.empty()}, which has no dimensions and no elements, as no tensor can. To others
 * than ND4J it is an array of the shape (0). Found on the class path; {@link NdArrayHandler} writes
 * it.
 */
public final class EmptyNdArrayHandler implements TypeHandler<INDArray> {

  static final String JAVA_TYPE = "org.nd4j.linalg.factory.Nd4j.empty";

  /** Makes the handler; touches nothing of ND4J. */
  public EmptyNdArrayHandler() {}

  static boolean isEmpty(INDArray array) {
    return array.isEmpty() && array.rank() == 0;
  }

  @Override
  public Class<INDArray> type() {
    return INDArray.class;
  }

  @Override
  public String hint() {
    return Origin.NUMPY.hint();
  }

  @Override
  public String javaType() {
    return JAVA_TYPE;
  }

  /** None: {@link NdArrayHandler} writes all arrays. */
  @Override
  public boolean handles(Class<?> type) {
    return false;
  }

  @Override
  public void write(INDArray array, JsonWriter out) {
    TensorCodec.write(NdArrays.view(array), out);
  }

  @Override
  public INDArray read(JsonReader in) {
    Tensor tensor = TensorCodec.read(hint(), in);
    if (tensor == null) {
      return null;
    }
    if (tensor.size() != 0 || NdArrays.obstacle(tensor) != null) {
      throw new IllegalArgumentException("it is no empty array of ND4J but " + tensor);
    }
    return NdArrays.empty(tensor.dtype());
  }
}
