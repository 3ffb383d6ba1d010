package org.datason.ml.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.datason.error.DatasonIOException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Bytes of a log: many in a file as they are, few as usual. */
final class ByteFiles implements TypeHandler<byte[]> {

  static final String HINT = "datason.ByteFile";

  private final TypeHandler<byte[]> usual;
  private final TypeHandler<FileRef> refs;
  private final Attachments files;

  ByteFiles(TypeHandler<byte[]> usual, TypeHandler<FileRef> refs, Attachments files) {
    this.usual = usual;
    this.refs = refs;
    this.files = files;
  }

  @Override
  public Class<byte[]> type() {
    return byte[].class;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public TypeHandler<? extends byte[]> subtype(String hint, String javaType) {
    return hint.equals(usual.hint()) && javaType == null ? usual : usual.subtype(hint, javaType);
  }

  private boolean areMany(byte[] bytes, JsonWriter out) {
    return out.hints() && !out.redacts() && files.takes(bytes.length);
  }

  @Override
  public void writeHinted(byte[] bytes, JsonWriter out) {
    if (areMany(bytes, out)) {
      write(bytes, out);
    } else {
      usual.writeHinted(bytes, out);
    }
  }

  @Override
  public void write(byte[] bytes, JsonWriter out) {
    if (!areMany(bytes, out)) {
      usual.write(bytes, out);
      return;
    }
    FileRef file = files.write("bin", stream -> stream.write(bytes));
    out.beginEnvelope(HINT, null);
    refs.write(file, out);
    out.endEnvelope();
  }

  @Override
  public byte[] read(JsonReader in) {
    if (!in.isUnderHint()) {
      return usual.read(in);
    }
    Path file = files.find(in.readValue(refs));
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }
}
