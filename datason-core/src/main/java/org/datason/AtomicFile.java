package org.datason;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.datason.error.DatasonIOException;

/**
 * A file that is written whole or not at all: beside the one that is meant, and put in its place
 * once it is complete and on disk. For files that are no JSON; a {@link Datason} saves its
 * documents so by itself.
 *
 * <pre>{@code
 * AtomicFile.save(Path.of("weights.bin"), out -> out.write(bytes));
 * }</pre>
 */
public final class AtomicFile {

  private static final int BLOCK = 64 * 1024;

  private AtomicFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param out where to; buffered, and closing it closes nothing. It is a {@link
     *     WritableByteChannel} as well, for bytes outside of the heap
     * @throws IOException if that fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Saves a file. A file that is there already is replaced, keeps its permissions, and keeps its
   * content if anything fails; at a link, the file that it leads to. What is no file that could be
   * replaced, such as a pipe or a device, is written to directly.
   *
   * @param file the file; its folder must exist
   * @param content what it is to hold; an error thrown by it leaves the file as it was
   * @throws DatasonIOException if the file cannot be written
   */
  public static void save(Path file, Content content) {
    write(file, true, content);
  }

  /**
   * Writes a file.
   *
   * @param sync whether to wait until the bytes and the new name are on disk
   */
  static void write(Path file, boolean sync, Content content) {
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
        fill(new Unclosed(out, channel), content);
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
      throw DatasonIOException.ofFile(file, "written", e);
    } finally {
      remove(beside);
    }
  }

  private static void writeThrough(Path file, Content content) {
    try (OutputStream plain = Files.newOutputStream(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(plain, BLOCK)) {
      fill(new Unclosed(out, Channels.newChannel(plain)), content);
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "written", e);
    }
  }

  private static void fill(Unclosed out, Content content) throws IOException {
    try {
      content.writeTo(out);
    } catch (DatasonIOException e) {
      if (out.failure != null && e.getCause() == out.failure) {
        throw out.failure; // whoever wraps it adds the name of the file
      }
      throw e;
    }
    out.flush();
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

  /**
   * Keeps the file open when a compressing stream over it is closed, and tells whether it was the
   * file that failed.
   */
  private static final class Unclosed extends FilterOutputStream implements WritableByteChannel {

    private final WritableByteChannel channel;
    private IOException failure;

    /**
     * A stream to a file.
     *
     * @param out the stream, which has a buffer
     * @param channel the same file, without a buffer
     */
    Unclosed(OutputStream out, WritableByteChannel channel) {
      super(out);
      this.channel = channel;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int n = bytes.remaining();
      if (n < BLOCK && bytes.hasArray()) {
        write(bytes.array(), bytes.arrayOffset() + bytes.position(), n);
        bytes.position(bytes.limit());
        return n;
      }
      flush();
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        failure = e;
        throw e;
      }
      return n;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
