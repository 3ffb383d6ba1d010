package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;

/**
 * Sparse tensors: SciPy's with a list of rows and one of columns, TensorFlow's with a list of
 * coordinates. In base64 the coordinates are so as well, as {@code int64}.
 */
final class SparseTensorHandler implements TypeHandler<SparseTensor> {

  private static final String TENSORFLOW = "tf.SparseTensor";
  private static final String SCIPY = "scipy.sparse.matrix";

  private final String hint;

  SparseTensorHandler(String hint) {
    this.hint = hint;
  }

  @Override
  public Class<SparseTensor> type() {
    return SparseTensor.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  /** Any sparse tensor, also one that would load as another library's. */
  @Override
  public TypeHandler<SparseTensor> subtype(String other, String java) {
    boolean sparse = other.startsWith("scipy.sparse") || other.equals(TENSORFLOW);
    return sparse ? new SparseTensorHandler(other) : null;
  }

  private static boolean isTensorFlow(SparseTensor tensor) {
    return tensor.format().equals(SparseTensor.TENSORFLOW);
  }

  @Override
  public void writeHinted(SparseTensor tensor, JsonWriter out) {
    out.beginEnvelope(isTensorFlow(tensor) ? TENSORFLOW : SCIPY, null);
    write(tensor, out);
    out.endEnvelope();
  }

  @Override
  public void write(SparseTensor tensor, JsonWriter out) {
    boolean tensorFlow = isTensorFlow(tensor);
    out.beginObject();
    if (!tensorFlow) {
      out.writeName("format");
      out.writeString(tensor.format());
    }
    out.writeName("dtype");
    out.writeString(TensorNames.dtype(tensor.values()));
    out.writeName(tensorFlow ? "dense_shape" : "shape");
    TensorNames.writeShape(tensor.shape(), out);
    boolean base64 = TensorData.isBase64(tensor.dtype(), out);
    if (base64) {
      out.writeName("encoding");
      out.writeString("base64");
    }
    if (tensorFlow) {
      writePart("indices", tensor.indices(), base64, out);
      writePart("values", tensor.values(), base64, out);
    } else {
      writePart("row", tensor.indices().select(1, 0), base64, out);
      writePart("col", tensor.indices().select(1, 1), base64, out);
      writePart("data", tensor.values(), base64, out);
    }
    out.endObject();
  }

  private static void writePart(String name, Tensor part, boolean base64, JsonWriter out) {
    out.writeName(name);
    if (base64) {
      TensorData.writeBase64(part, out);
      return;
    }
    TensorListWriter list = new TensorListWriter(part, false, out);
    list.write();
    if (list.hasOddNans()) {
      out.writeName("nans");
      TensorNans.write(part, out);
    }
  }

  @Override
  public SparseTensor read(JsonReader in) {
    boolean underHint = in.isUnderHint();
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      if (underHint) {
        return null;
      }
      throw new IllegalArgumentException("it is no object");
    }
    return new SparseMembers(underHint).read(in);
  }
}
