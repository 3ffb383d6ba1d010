package org.datason;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
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
      throw failed("read", file, e);
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
      throw failed("read", file, e);
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
      throw failed("read", file, e);
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
    if (!isGzip(file)) {
      write(file, true, content);
      return;
    }
    write(
        file,
        true,
        out -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out, BLOCK)) {
            content.accept(gzip);
          } catch (IOException e) {
            throw failed("written", file, e);
          }
        });
  }

  /**
   * Writes a file beside the one that is meant, and puts it in its place once it is complete. What
   * is no file that could be replaced, such as a pipe or a device, is written to directly.
   *
   * @param sync whether to wait until the bytes and the new name are on disk
   */
  static void write(Path file, boolean sync, Consumer<OutputStream> content) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      writeThrough(file, content);
      return;
    }
    Path beside = null;
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path name = target.getFileName();
      if (name == null || Files.isDirectory(target)) {
        throw new IOException("it is a folder");
      }
      beside = target.resolveSibling("." + name + "." + UUID.randomUUID() + ".tmp");
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        keepPermissions(target, beside); // before there is anything to be read
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BLOCK);
        content.accept(new Unclosed(out));
        out.flush();
        if (sync) {
          channel.force(true);
        }
      }
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      beside = null;
      if (sync) {
        syncFolder(target.getParent());
      }
    } catch (IOException e) {
      throw failed("written", file, e);
    } finally {
      remove(beside);
    }
  }

  private static void writeThrough(Path file, Consumer<OutputStream> content) {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), BLOCK)) {
      content.accept(new Unclosed(out));
    } catch (IOException e) {
      throw failed("written", file, e);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems open no folder as a file; there the rename is as durable as they make it.
      return;
    }
  }

  private static void remove(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The error that led here is the one to report; a stray temporary file harms nobody.
        return;
      }
    }
  }

  private static DatasonIOException failed(String done, Path file, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "there is no such file or folder"
            : e instanceof AccessDeniedException ? "access is denied" : reason(e);
    return new DatasonIOException(file + " cannot be " + done + ": " + reason, null, e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Keeps the file open when a compressing stream over it is closed. */
  private static final class Unclosed extends java.io.FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
