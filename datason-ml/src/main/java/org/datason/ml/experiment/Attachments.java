package org.datason.ml.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.error.IntegrityException;

/**
 * The files beside a log, for what is too large for its lines: {@code data/<run>-<number>.npy}.
 * Writing is for one thread at a time, which holds the lock of the log.
 */
final class Attachments {

  static final String FOLDER = "data";

  private static final Pattern NAME =
      Pattern.compile("data/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-[0-9]{1,9}\\.[a-z]{3}");

  private static final int BLOCK = 64 * 1024;

  private final Path folder;
  private final long threshold;
  private final boolean thorough;
  private UUID run;
  private final List<Path> written = new ArrayList<>();

  /**
   * The files of a log.
   *
   * @param folder the folder of the log
   * @param threshold from how many bytes on something has a file of its own
   * @param thorough whether reading looks at all bytes of a file, or only at its size
   */
  Attachments(Path folder, long threshold, boolean thorough) {
    this.folder = folder;
    this.threshold = threshold;
    this.thorough = thorough;
  }

  // ---------------------------------------------------------------- writing

  /** From now on files are of a run. */
  void begin(UUID id) {
    run = id;
    written.clear();
  }

  /** The run is written. */
  void end() {
    run = null;
    written.clear();
  }

  /** The run is not written after all, and neither are its files. */
  void abandon() {
    for (Path file : written) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        continue; // a file of no run harms nobody; the error that led here is the one to report
      }
    }
    end();
  }

  /** Whether something of so many bytes gets a file of its own. */
  boolean takes(long bytes) {
    return run != null && bytes >= threshold;
  }

  /** Writes a file, which is on disk when this returns. */
  FileRef write(String ending, AtomicFile.Content content) {
    String name = FOLDER + "/" + run + "-" + written.size() + "." + ending;
    Path file = folder.resolve(name);
    MessageDigest digest = CheckedLine.sha256();
    written.add(file);
    AtomicFile.save(
        file,
        out -> {
          OutputStream checked = new DigestOutputStream(out, digest);
          content.writeTo(checked);
          checked.flush();
        });
    try {
      return new FileRef(name, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  // ---------------------------------------------------------------- reading

  /**
   * The file of a reference, if it is there and as large as it was.
   *
   * @throws IntegrityException if it is not, or the name is none that a log gives
   */
  Path find(FileRef ref) {
    if (runOf(ref.file()) == null) {
      throw new IntegrityException(
          "Expected the name of a file in " + FOLDER + " but found '" + ref.file() + "'", null);
    }
    Path file = folder.resolve(ref.file());
    try {
      if (!Files.isRegularFile(file)) {
        throw new IntegrityException(file + ", which a run refers to, is not there", null);
      }
      if (Files.size(file) != ref.bytes()) {
        throw new IntegrityException(
            file + " should have " + ref.bytes() + " bytes but has " + Files.size(file), null);
      }
      if (thorough && !checksum(file).equals(ref.sha256())) {
        throw new IntegrityException(
            file + " was changed: its SHA-256 is not " + ref.sha256(), null);
      }
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
    return file;
  }

  private static String checksum(Path file) throws IOException {
    MessageDigest digest = CheckedLine.sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The run whose file has a name, relative to the log; null if it is no such name. */
  static UUID runOf(String name) {
    var matcher = NAME.matcher(name);
    return matcher.matches() ? UUID.fromString(matcher.group(1)) : null;
  }
}
