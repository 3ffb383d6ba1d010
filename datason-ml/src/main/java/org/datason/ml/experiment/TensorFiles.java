package org.datason.ml.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import org.datason.error.IntegrityException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.ml.npy.Npy;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/**
 * Tensors of a log: large ones in files of NumPy's, which are mapped into memory where they are
 * read, and all others as usual.
 */
final class TensorFiles implements TypeHandler<Tensor> {

  static final String HINT = "datason.TensorFile";

  private final TypeHandler<Tensor> usual;
  private final TypeHandler<TensorRef> refs;
  private final Attachments files;
  private final String javaType;

  /** What a line says of a tensor in a file. */
  record TensorRef(FileRef npy, String dtype, long[] shape, Origin origin) {}

  TensorFiles(TypeHandler<Tensor> usual, TypeHandler<TensorRef> refs, Attachments files) {
    this(usual, refs, files, null);
  }

  private TensorFiles(
      TypeHandler<Tensor> usual, TypeHandler<TensorRef> refs, Attachments files, String javaType) {
    this.usual = usual;
    this.refs = refs;
    this.files = files;
    this.javaType = javaType;
  }

  /** Reads as tensors what another library's arrays were. */
  TensorFiles readingOthers(String javaType) {
    return new TensorFiles(usual, refs, files, javaType);
  }

  @Override
  public Class<Tensor> type() {
    return Tensor.class;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public String javaType() {
    return javaType;
  }

  @Override
  public boolean handles(Class<?> type) {
    return type == Tensor.class && javaType == null;
  }

  @Override
  public TypeHandler<? extends Tensor> subtype(String hint, String java) {
    if (hint.equals(HINT)) {
      return this;
    }
    return hint.equals(usual.hint()) && java == null ? usual : usual.subtype(hint, java);
  }

  /** Texts have no fixed size, so that no file of theirs could be mapped. */
  private boolean isLarge(Tensor tensor, JsonWriter out) {
    return tensor.dtype() != DType.TEXT && takes(tensor.size() * tensor.dtype().byteSize(), out);
  }

  /** Whether a tensor of so many bytes gets a file; not where a redaction must see it. */
  boolean takes(long bytes, JsonWriter out) {
    return out.hints() && !out.redacts() && files.takes(bytes);
  }

  @Override
  public void writeHinted(Tensor tensor, JsonWriter out) {
    if (isLarge(tensor, out)) {
      writeRef(tensor, null, out);
    } else {
      usual.writeHinted(tensor, out);
    }
  }

  @Override
  public void write(Tensor tensor, JsonWriter out) {
    if (isLarge(tensor, out)) {
      writeRef(tensor, null, out); // with its hint, since both forms may stand in one place
    } else {
      usual.write(tensor, out);
    }
  }

  /** Writes a file, and what is said of it. */
  void writeRef(Tensor tensor, String java, JsonWriter out) {
    FileRef file = files.write("npy", stream -> Npy.write(tensor, stream));
    Origin origin = tensor.origin().equals(Origin.NUMPY) ? null : tensor.origin();
    out.beginEnvelope(HINT, java);
    refs.write(new TensorRef(file, tensor.dtype().numpyName(), tensor.shape(), origin), out);
    out.endEnvelope();
  }

  @Override
  public Tensor read(JsonReader in) {
    if (!in.isUnderHint()) {
      return usual.read(in);
    }
    TensorRef ref = in.readValue(refs);
    Path file = files.find(ref.npy());
    Tensor tensor = Npy.map(file);
    if (tensor.dtype() != DType.of(ref.dtype()) || !Arrays.equals(tensor.shape(), ref.shape())) {
      throw new IntegrityException(
          file
              + " should hold "
              + ref.dtype()
              + " of the shape "
              + Arrays.toString(ref.shape())
              + " but holds "
              + tensor.dtype().numpyName()
              + " of "
              + Arrays.toString(tensor.shape()),
          null);
    }
    return tensor.withOrigin(ref.origin() == null ? Origin.NUMPY : ref.origin());
  }
}
