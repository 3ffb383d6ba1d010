package org.datason.ml.experiment;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.ml.nd4j.NdArrayHandler;
import org.datason.ml.nd4j.NdArrays;
import org.datason.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays of ND4J in a log: large ones in the files of tensors, all others as usual. Touches nothing
 * of ND4J before it meets an array.
 */
final class NdArrayFiles implements TypeHandler<INDArray> {

  static final String JAVA_TYPE = "org.nd4j.linalg.api.ndarray.INDArray";

  private final NdArrayHandler usual = new NdArrayHandler();
  private final TensorFiles tensors;

  private NdArrayFiles(TensorFiles tensors) {
    this.tensors = tensors;
  }

  /** The handler; where ND4J is not there, one that reads its arrays as tensors. */
  static TypeHandler<?> of(TensorFiles tensors) {
    try {
      NdArrayFiles arrays = new NdArrayFiles(tensors);
      return arrays.type() == null ? tensors : arrays;
    } catch (LinkageError e) {
      return tensors.readingOthers(JAVA_TYPE);
    }
  }

  @Override
  public Class<INDArray> type() {
    return INDArray.class;
  }

  @Override
  public String hint() {
    return TensorFiles.HINT;
  }

  @Override
  public String javaType() {
    return JAVA_TYPE;
  }

  @Override
  public boolean handles(Class<?> type) {
    return usual.handles(type);
  }

  @Override
  public TypeHandler<? extends INDArray> subtype(String hint, String javaType) {
    return hint.equals(TensorFiles.HINT) ? this : usual.subtype(hint, javaType);
  }

  private boolean isLarge(INDArray array, JsonWriter out) {
    return !array.isEmpty()
        && array.dataType() != DataType.UTF8
        && tensors.takes(array.length() * array.dataType().width(), out);
  }

  @Override
  public void writeHinted(INDArray array, JsonWriter out) {
    if (isLarge(array, out)) {
      write(array, out);
    } else {
      usual.writeHinted(array, out);
    }
  }

  @Override
  public void write(INDArray array, JsonWriter out) {
    if (isLarge(array, out)) {
      tensors.writeRef(NdArrays.toTensor(array), JAVA_TYPE, out);
    } else {
      usual.write(array, out);
    }
  }

  @Override
  public INDArray read(JsonReader in) {
    if (!in.isUnderHint()) {
      return usual.read(in);
    }
    Tensor tensor = tensors.read(in);
    return NdArrays.toNdArray(tensor);
  }
}
