package org.datason;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;

/** Documents in files and streams: read up to a limit, and written whole or not at all. */
final class Documents {

  private static final int BLOCK = 64 * 1024;

  private Documents() {}

  // ---------------------------------------------------------------- reading

  /** All bytes of a stream. */
  static byte[] bytes(InputStream in, DatasonConfig config) {
    try {
      return readAll(in, config, "The document");
    } catch (IOException e) {
      throw new DatasonIOException("The input failed: " + reason(e), null, e);
    }
  }

  /** All bytes of a file. */
  static byte[] bytes(Path file, DatasonConfig config) {
    try (InputStream in = Files.newInputStream(file)) {
      return readAll(in, config, file.toString());
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** All bytes of a file, decompressed if its name ends with {@code .gz}. */
  static byte[] load(Path file, DatasonConfig config) {
    if (!isGzip(file)) {
      return bytes(file, config);
    }
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = new GZIPInputStream(in, BLOCK)) {
      return readAll(plain, config, file + ", decompressed,");
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** A file to be read bit by bit, decompressed if its name ends with {@code .gz}. */
  static InputStream open(Path file) {
    InputStream in = null;
    try {
      in = Files.newInputStream(file);
      return isGzip(file) ? new GZIPInputStream(in, BLOCK) : in;
    } catch (IOException e) {
      if (in != null) {
        close(in);
      }
      throw failed(file, e);
    }
  }

  static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new DatasonIOException("The input cannot be closed: " + reason(e), null, e);
    }
  }

  private static byte[] readAll(InputStream in, DatasonConfig config, String what)
      throws IOException {
    int limit = (int) Math.min(config.maxBytes(), DatasonConfig.LARGEST_DOCUMENT);
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new LimitException(
          limit < config.maxBytes()
              ? what + " is larger than an array (" + limit + " bytes); read it as a stream"
              : what + " is larger than maxBytes = " + limit + "; raise it, or read it as a stream",
          null);
    }
    return bytes;
  }

  private static boolean isGzip(Path file) {
    return file.toString().endsWith(".gz");
  }

  // ---------------------------------------------------------------- writing

  static void flush(OutputStream out) {
    try {
      out.flush();
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + reason(e), null, e);
    }
  }

  /** Writes a file for good, compressed if its name ends with {@code .gz}. */
  static void save(Path file, Consumer<OutputStream> content) {
    AtomicFile.save(
        file,
        out -> {
          if (!isGzip(file)) {
            content.accept(out);
            return;
          }
          try (GZIPOutputStream gzip = new GZIPOutputStream(out, BLOCK)) {
            content.accept(gzip);
          }
        });
  }

  private static DatasonIOException failed(Path file, IOException e) {
    return DatasonIOException.ofFile(file, "read", e);
  }

  private static String reason(IOException e) {
    return DatasonIOException.reason(e);
  }
}
