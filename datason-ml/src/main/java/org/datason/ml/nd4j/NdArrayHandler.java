package org.datason.ml.nd4j;

import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.datason.types.TensorCodec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes arrays of ND4J as arrays of numpy, and reads any form of a tensor as one. Found on the
 * class path; there is no need to register it.
 *
 * <pre>{@code
 * String json = datason.toJson(Map.of("W", weights)); // to Python: a dict with a numpy.ndarray
 * Map<String, INDArray> same = datason.fromJson(json, new TypeRef<Map<String, INDArray>>() {});
 * }</pre>
 */
public final class NdArrayHandler implements TypeHandler<INDArray> {

  static final String JAVA_TYPE = "org.nd4j.linalg.api.ndarray.INDArray";

  /** What each array of ND4J extends. */
  private static final String BASE_CLASS = "org.nd4j.linalg.api.ndarray.BaseNDArray";

  private final String hint;

  /** Makes the handler of arrays of numpy; touches nothing of ND4J. */
  public NdArrayHandler() {
    this(Origin.NUMPY.hint());
  }

  private NdArrayHandler(String hint) {
    this.hint = hint;
  }

  @Override
  public Class<INDArray> type() {
    return INDArray.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public String javaType() {
    return JAVA_TYPE;
  }

  /** By names, so that ND4J need not be there for other classes. */
  @Override
  public boolean handles(Class<?> type) {
    if (type.isInterface()) {
      return type.getName().equals(JAVA_TYPE);
    }
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(BASE_CLASS)) {
        return true;
      }
    }
    return false;
  }

  /** Any tensor, whatever it would load as where no type is asked for. */
  @Override
  public TypeHandler<INDArray> subtype(String other, String java) {
    if (EmptyNdArrayHandler.JAVA_TYPE.equals(java)) {
      return new EmptyNdArrayHandler();
    }
    boolean tensor = Origin.isArray(other) || java == null && Origin.isScalar(other);
    return tensor ? new NdArrayHandler(other) : null;
  }

  @Override
  public void writeHinted(INDArray array, JsonWriter out) {
    boolean empty = EmptyNdArrayHandler.isEmpty(array);
    out.beginEnvelope(hint, empty ? EmptyNdArrayHandler.JAVA_TYPE : JAVA_TYPE);
    writeMembers(array, out);
    out.endEnvelope();
  }

  /** Where the type is known, only {@code Nd4j.empty()} needs a hint. */
  @Override
  public void write(INDArray array, JsonWriter out) {
    if (out.hints() && EmptyNdArrayHandler.isEmpty(array)) {
      writeHinted(array, out);
    } else {
      writeMembers(array, out);
    }
  }

  private static void writeMembers(INDArray array, JsonWriter out) {
    Tensor tensor;
    try {
      tensor = NdArrays.view(array);
    } catch (UnsupportedTypeException e) {
      throw out.unsupported(e.getMessage());
    }
    TensorCodec.write(tensor, out);
  }

  @Override
  public INDArray read(JsonReader in) {
    Tensor tensor = TensorCodec.read(hint, in);
    if (tensor == null) {
      return null;
    }
    String obstacle = NdArrays.obstacle(tensor);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle); // which gets a place
    }
    return NdArrays.toNdArray(tensor);
  }
}
