package org.datason.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.datason.Datason;
import org.datason.integrity.Integrity;

/** Documents that are hashed and sealed as a whole: how they are read and written. */
final class Sealed {

  /** Numbers are compared digit by digit, which grows with the square of their length. */
  private static final int MAX_NUMBER_LENGTH = 100_000;

  private Sealed() {}

  static Integrity integrity() {
    Datason datason =
        Datason.create().with(c -> Settings.unlimited(c).maxNumberLength(MAX_NUMBER_LENGTH));
    return Integrity.of(datason);
  }

  static byte[] read(String name, StandardStreams streams) throws IOException {
    try (Source source = Source.open(name, Format.JSON, streams)) {
      return source.readBytes();
    }
  }

  /** Writes a document whole or not at all, compressed by its name. */
  static void write(String name, byte[] json, StandardStreams streams) {
    try {
      if (Format.isStandard(name)) {
        streams.out().write(json);
        streams.out().write('\n');
        return;
      }
      Path file = Path.of(name);
      byte[] content = Format.isGzip(name) ? gzip(json) : json;
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, content); // a pipe or a device
        return;
      }
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path beside = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(beside, content);
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (PipeOutput.Failed e) {
      return; // standard output remembers it, and tells of it at the end
    } catch (IOException e) {
      throw new Failure(name + " cannot be written: " + Errors.reason(e), e);
    }
  }

  private static byte[] gzip(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json);
    }
    return bytes.toByteArray();
  }
}
