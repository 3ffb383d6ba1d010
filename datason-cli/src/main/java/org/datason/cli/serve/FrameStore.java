package org.datason.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.Compression;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;
import org.datason.http.HttpProblem;

/**
 * Tables under their names in a folder, each a file of Arrow's that is replaced as a whole. For one
 * process at a time. Thread-safe.
 */
final class FrameStore {

  private static final String END = ".arrow";

  private final Path frames;

  /** What is deleted at the next start, whatever happens. */
  private final Path passing;

  private final Linking linking;

  /** Held while it is looked which version of a table there is and the next one takes its place. */
  private final ReentrantLock replacing = new ReentrantLock();

  /** Gives a file one more name, as {@link Files#createLink} does. */
  @FunctionalInterface
  interface Linking {

    void link(Path link, Path file) throws IOException;
  }

  /**
   * A table that was stored.
   *
   * @param isNew whether there was none of its name before
   * @param table the table as it was stored, which the caller closes
   */
  record Stored(boolean isNew, Snapshot table) {}

  FrameStore(Path folder) throws IOException {
    this(folder, Files::createLink);
  }

  FrameStore(Path folder, Linking linking) throws IOException {
    this.linking = linking;
    frames = Files.createDirectories(folder.resolve("frames"));
    passing = Files.createDirectories(folder.resolve("passing"));
    clear(passing, ".*");
    clear(frames, "[.].*[.]tmp"); // half-written ones of a process that was killed
  }

  private static void clear(Path folder, String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().matches(names)) {
          Files.delete(file);
        }
      }
    }
  }

  private Path file(String name) {
    return frames.resolve(FrameName.of(name) + END);
  }

  // ---------------------------------------------------------------- reading

  /** The names of all tables in their order. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(frames)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String whole = file.getFileName().toString();
        String name = whole.substring(0, Math.max(0, whole.length() - END.length()));
        if (whole.endsWith(END) && FrameName.isOne(name)) {
          names.add(name);
        }
      }
    }
    names.sort(null);
    return names;
  }

  /**
   * A table as it is now.
   *
   * @throws HttpProblem 404 if there is none of the name
   */
  Snapshot open(String name) throws IOException {
    Path file = file(name);
    Path link = passing.resolve(UUID.randomUUID() + END);
    try {
      return new Snapshot(name, link, links(file, link) ? attributes(link) : copied(file, link));
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(link); // one to a file that leads nowhere
      throw new HttpProblem(404, "There is no table '" + name + "'");
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(link);
      throw e;
    }
  }

  /** Whether a file has one more name now; false where files have one alone. */
  private boolean links(Path file, Path link) throws IOException {
    try {
      linking.link(link, file);
      return true;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      return false;
    }
  }

  /** Copies a file that stays what it is meanwhile; what is told of it, not of the copy. */
  private BasicFileAttributes copied(Path file, Path copy) throws IOException {
    replacing.lock();
    try {
      BasicFileAttributes attributes = attributes(file);
      Files.copy(file, copy);
      return attributes;
    } finally {
      replacing.unlock();
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  // ---------------------------------------------------------------- writing

  /**
   * Takes the bytes of a stream into a file that passes.
   *
   * @param most more are refused with 413
   * @param expected how many there must be; -1 where that is not known
   */
  Path keep(InputStream in, long most, long expected) throws IOException {
    Path file = passing.resolve(UUID.randomUUID() + ".body");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[1 << 16];
      long count = 0;
      for (int n = received(in, block); n >= 0; n = received(in, block)) {
        count += n;
        if (count > most) {
          throw new HttpProblem(413, "The body, as it was sent, is larger than " + most + " bytes");
        }
        out.write(block, 0, n);
      }
      if (expected >= 0 && count != expected) {
        throw new HttpProblem(400, "Expected a body of " + expected + " bytes but found " + count);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** The next bytes; a failure is the client's, who has gone. */
  private static int received(InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException e) {
      throw new DatasonIOException(
          "The body cannot be received: " + DatasonIOException.reason(e), null, e);
    }
  }

  /**
   * Stores a table, which is on disk as a whole when this returns, or not at all.
   *
   * @param condition gets the version that is there, or null; throws if it must not be replaced
   * @return the table, whatever takes its place meanwhile
   */
  Stored put(String name, Iterator<Frame> batches, Consumer<String> condition) throws IOException {
    Path file = file(name);
    condition.accept(version(file));
    boolean[] isNew = {false};
    try {
      ArrowFiles.write(
          file,
          new Iterator<Frame>() {
            @Override
            public boolean hasNext() {
              boolean more = batches.hasNext();
              if (!more && !replacing.isHeldByCurrentThread()) {
                replacing.lock();
                String version = versionUnchecked(file);
                isNew[0] = version == null;
                condition.accept(version);
              }
              return more;
            }

            @Override
            public Frame next() {
              return batches.next();
            }
          },
          Compression.NONE);
      return new Stored(isNew[0], open(name)); // before another one can take its place
    } finally {
      if (replacing.isHeldByCurrentThread()) {
        replacing.unlock();
      }
    }
  }

  /**
   * Deletes a table.
   *
   * @param condition gets the version that is there; throws if it must not be deleted
   * @throws HttpProblem 404 if there is none of the name
   */
  void delete(String name, Consumer<String> condition) throws IOException {
    Path file = file(name);
    replacing.lock();
    try {
      String version = version(file);
      if (version == null) {
        throw new HttpProblem(404, "There is no table '" + name + "'");
      }
      condition.accept(version);
      Files.delete(file);
    } finally {
      replacing.unlock();
    }
  }

  private static String version(Path file) throws IOException {
    try {
      return Snapshot.version(attributes(file));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static String versionUnchecked(Path file) {
    try {
      return version(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
