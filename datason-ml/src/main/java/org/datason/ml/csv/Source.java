package org.datason.ml.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file after decompression.
 *
 * @param name what errors call it
 */
record Source(InputStream in, String name) implements Closeable {

  private static final int BLOCK = 64 * 1024;

  /** Opens a file, which is decompressed if its name says so. */
  static Source open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      boolean gzip = file.toString().endsWith(".gz");
      return new Source(gzip ? new GZIPInputStream(in, BLOCK) : in, file.toString());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** A stream that stays open. */
  static Source of(InputStream in) {
    return new Source(in, "the input");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
