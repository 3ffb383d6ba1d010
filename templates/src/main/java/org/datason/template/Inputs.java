package org.datason.template;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.datason.error.DatasonIOException;

/** Files that are read as streams. */
final class Inputs {

  private static final int BLOCK = 64 * 1024;

  private Inputs() {}

  /** A file to be read bit by bit, decompressed if its name ends with {@code .gz}. */
  static InputStream open(Path file) {
    InputStream in = null;
    try {
      in = Files.newInputStream(file);
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(new BufferedInputStream(in, BLOCK), BLOCK)
          : in;
    } catch (IOException e) {
      if (in != null) {
        close(in);
      }
      String reason =
          e instanceof NoSuchFileException ? "there is no such file or folder" : reason(e);
      throw new DatasonIOException(file + " cannot be read: " + reason, null, e);
    }
  }

  static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new DatasonIOException("The input cannot be closed: " + reason(e), null, e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
