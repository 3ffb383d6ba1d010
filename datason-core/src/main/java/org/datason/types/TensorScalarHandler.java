package org.datason.types;

import java.util.Objects;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/**
 * Scalars of numpy: plain values under a hint, which load as tensors without dimensions that
 * remember the hint.
 */
final class TensorScalarHandler implements TypeHandler<Tensor> {

  private final String hint;
  private final DType dtype;

  TensorScalarHandler(String hint) {
    this.hint = hint;
    dtype = Objects.requireNonNull(Origin.scalarType(hint));
  }

  @Override
  public Class<Tensor> type() {
    return Tensor.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public void write(Tensor value, JsonWriter out) {
    throw new UnsupportedOperationException("TensorHandler writes all tensors");
  }

  /** Whether a tensor came from such a hint, and is still what the hint says. */
  static boolean isWritable(Tensor tensor) {
    DType dtype = Origin.scalarType(tensor.origin().hint());
    return dtype == tensor.dtype() && tensor.rank() == 0 && !isOddNan(tensor);
  }

  private static boolean isOddNan(Tensor tensor) {
    DType.Kind kind = tensor.dtype().kind();
    if (kind == DType.Kind.FLOAT) {
      return Double.isNaN(tensor.getDouble()) && !tensor.equals(usualNan(tensor.dtype()));
    }
    return kind == DType.Kind.COMPLEX
        && (Double.isNaN(tensor.getReal()) || Double.isNaN(tensor.getImaginary()));
  }

  private static Tensor usualNan(DType dtype) {
    long bits = TensorNans.usual(dtype);
    return switch (dtype.byteSize()) {
      case 2 -> Tensor.of(new short[] {(short) bits}).view(dtype);
      case 4 -> Tensor.of(new int[] {(int) bits}).view(dtype);
      default -> Tensor.of(new long[] {bits}).view(dtype);
    };
  }

  static void writeScalar(Tensor tensor, JsonWriter out) {
    out.beginEnvelope(tensor.origin().hint(), null);
    writePlain(tensor, out);
    out.endEnvelope();
  }

  /** Writes the element without its hint. */
  static void writePlain(Tensor tensor, JsonWriter out) {
    if (tensor.dtype().kind() == DType.Kind.COMPLEX) {
      boolean before = out.bareNonFinite(false);
      out.bareNonFinite(before || TensorListWriter.isWithTokens(out));
      out.beginArray();
      writePart(tensor.getReal(), tensor.dtype(), out);
      writePart(tensor.getImaginary(), tensor.dtype(), out);
      out.endArray();
      out.bareNonFinite(before);
    } else {
      new TensorListWriter(tensor, false, out).write();
    }
  }

  private static void writePart(double value, DType dtype, JsonWriter out) {
    if (dtype == DType.COMPLEX64) {
      out.writeFloat((float) value);
    } else {
      out.writeDouble(value);
    }
  }

  @Override
  public Tensor read(JsonReader in) {
    JsonToken token =
        switch (dtype.kind()) {
          case BOOL -> JsonToken.BOOLEAN;
          case TEXT -> JsonToken.STRING;
          case COMPLEX -> JsonToken.BEGIN_ARRAY;
          default -> JsonToken.NUMBER;
        };
    JsonToken next = in.peek();
    boolean nan = next == JsonToken.STRING && dtype.kind() == DType.Kind.FLOAT;
    if (next != token && !nan) {
      return null;
    }
    return TensorData.read(dtype, new long[0], false, in)
        .tensor()
        .withOrigin(new Origin(hint, null, null));
  }
}
