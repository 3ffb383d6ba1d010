package org.datason.ml.experiment;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.datason.Datason;
import org.datason.config.DecimalForm;
import org.datason.config.Decimals;
import org.datason.config.KeyForm;
import org.datason.config.MissingMembers;
import org.datason.config.NonFiniteForm;
import org.datason.config.Recognition;
import org.datason.config.UnknownMembers;
import org.datason.config.UuidForm;
import org.datason.error.DatasonException;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.Tensor;
import org.datason.types.TypeRegistry;

/** Runs as JSON and back, with the files that their large values are in. */
final class RunCodec {

  private final Datason datason;
  private final Attachments files;
  private final TypeHandler<Run> handler;

  /** What finds a run. */
  record Head(UUID id, String name, Instant started, Set<String> tags) {}

  /** A run but for what came out of it. */
  record Outline(
      UUID id,
      String name,
      Instant started,
      Set<String> tags,
      Map<String, Object> parameters,
      Map<String, Metric> metrics) {}

  /**
   * The codec of a log.
   *
   * @param given has the user's types and settings
   * @param plain the types without the user's, for what has one form in all logs
   * @param folder the folder of the log
   * @param threshold from how many bytes on something has a file of its own
   * @param thorough whether all bytes of such files are looked at on reading
   */
  RunCodec(Datason given, TypeRegistry plain, Path folder, long threshold, boolean thorough) {
    files = new Attachments(folder, threshold, thorough);
    handler = of(plain, Run.class);
    TensorFiles tensors =
        new TensorFiles(of(plain, Tensor.class), of(plain, TensorFiles.TensorRef.class), files);
    datason =
        lossless(given)
            .with(c -> c.indent(0))
            .with(NdArrayFiles.of(tensors))
            .with(tensors)
            .with(new ByteFiles(of(plain, byte[].class), of(plain, FileRef.class), files));
  }

  /** The user's types, and those of the settings by which a run comes back as it was. */
  static Datason lossless(Datason given) {
    return given.with(
        c ->
            c.hints(true)
                .exactNumbers(true)
                .nonFiniteForm(NonFiniteForm.HINTED)
                .decimalForm(DecimalForm.HINTED)
                .uuidForm(UuidForm.HINTED)
                .keyForm(KeyForm.PAIRS)
                .omitNulls(false)
                .recognition(Recognition.HINTS)
                .decimals(Decimals.DOUBLE)
                .unknownMembers(UnknownMembers.IGNORE)
                .missingMembers(MissingMembers.DEFAULT));
  }

  @SuppressWarnings("unchecked")
  private static <T> TypeHandler<T> of(TypeRegistry types, Class<T> type) {
    return (TypeHandler<T>) types.forType(type);
  }

  /** Its files; they are of the run that is being written. */
  Attachments files() {
    return files;
  }

  /** The JSON of a run, on one line; its files have been written when this returns. */
  byte[] write(Run run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter out = datason.writer(bytes);
    out.writeValue(run, handler);
    out.flush();
    byte[] json = bytes.toByteArray();
    UUID id;
    try {
      id = head(json).id();
    } catch (DatasonException e) {
      throw hidden(run, e);
    }
    if (!run.id().equals(id)) {
      throw hidden(run, null);
    }
    return json;
  }

  private static UnsupportedTypeException hidden(Run run, DatasonException e) {
    return new UnsupportedTypeException(
        "The id, name, time and tags of the run "
            + run.id()
            + " cannot be read back; the redaction and settings of the log must leave them as they"
            + " are",
        null,
        e);
  }

  Head head(byte[] json) {
    return datason.fromJson(json, Head.class);
  }

  Outline outline(byte[] json) {
    return datason.fromJson(json, Outline.class);
  }

  Run read(byte[] json) {
    return datason.fromJson(json, Run.class);
  }
}
