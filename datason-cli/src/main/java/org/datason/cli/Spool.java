package org.datason.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A temporary file that keeps a stream, so that it can be read more than once. */
final class Spool implements AutoCloseable {

  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  /** Keeps all of a stream. */
  static Spool of(InputStream in) throws IOException {
    Spool spool = empty("");
    try {
      Files.copy(in, spool.file, StandardCopyOption.REPLACE_EXISTING);
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  /** A file to be written. */
  static Spool empty(String suffix) throws IOException {
    Path file = Files.createTempFile("datason", suffix);
    file.toFile().deleteOnExit(); // where the run is interrupted
    return new Spool(file);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
