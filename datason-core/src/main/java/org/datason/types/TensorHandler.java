package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/**
 * Tensors: dtype, shape, then the data, as lists or in base64. The names come first so that the
 * data is read in one pass; Python's own order is read as well, with a second look at the data.
 */
final class TensorHandler implements TypeHandler<Tensor> {

  private final String hint;

  /** A handler of what has a hint. */
  TensorHandler(String hint) {
    this.hint = hint;
  }

  @Override
  public Class<Tensor> type() {
    return Tensor.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  /**
   * Any array or scalar of numpy, torch and so on, also one that would load as a Java array or as
   * another library's.
   */
  @Override
  @SuppressWarnings("unchecked")
  public TypeHandler<Tensor> subtype(String other, String java) {
    boolean tensor = Origin.isArray(other) || java == null && Origin.isScalar(other);
    return tensor ? (TypeHandler<Tensor>) TensorTypes.create(other) : null;
  }

  @Override
  public void writeHinted(Tensor tensor, JsonWriter out) {
    String origin = tensor.origin().hint();
    if (TensorScalarHandler.isWritable(tensor)) {
      TensorScalarHandler.writeScalar(tensor, out);
      return;
    }
    boolean array = Origin.isArray(origin);
    out.beginEnvelope(array ? origin : "numpy.ndarray", null);
    writeMembers(tensor, out);
    out.endEnvelope();
  }

  /**
   * Where the type is known, only what came from elsewhere than numpy needs a hint. Without hints a
   * scalar of numpy is its element alone.
   */
  @Override
  public void write(Tensor tensor, JsonWriter out) {
    if (!out.hints() && TensorScalarHandler.isWritable(tensor)) {
      TensorScalarHandler.writePlain(tensor, out);
    } else if (out.hints() && !tensor.origin().hint().equals(Origin.NUMPY.hint())) {
      writeHinted(tensor, out);
    } else {
      writeMembers(tensor, out);
    }
  }

  private static void writeMembers(Tensor tensor, JsonWriter out) {
    out.beginObject();
    out.writeName("dtype");
    out.writeString(TensorNames.dtype(tensor));
    out.writeName("shape");
    TensorNames.writeShape(tensor.shape(), out);
    if (tensor.origin().device() != null) {
      out.writeName("device");
      out.writeString(tensor.origin().device());
    }
    TensorData.write("data", tensor, out);
    out.endObject();
  }

  @Override
  public Tensor read(JsonReader in) {
    boolean underHint = in.isUnderHint();
    JsonToken next = in.peek();
    if (next == JsonToken.BEGIN_OBJECT) {
      return new TensorMembers(hint, underHint).read(in);
    }
    if (underHint && !hint.equals("numpy.ndarray")) {
      return null;
    }
    Tensor tensor = PlainLists.toTensor(in.readValue());
    if (tensor == null && !underHint) {
      throw new IllegalArgumentException(
          "lists as a tensor must be of one length and hold numbers, booleans or texts alone");
    }
    return tensor;
  }
}
