package org.datason.ml.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.datason.AtomicFile;
import org.datason.Datason;
import org.datason.error.DatasonIOException;

/** Collects the settings of an {@link ExperimentLog}; not thread-safe. */
public final class ExperimentLogBuilder {

  private static final long DEFAULT_INLINE_BYTES = 64 * 1024;

  final Path folder;
  Datason datason;
  long inlineBytes = DEFAULT_INLINE_BYTES;

  ExperimentLogBuilder(Path folder) {
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  /**
   * Sets what writes and reads the runs, with types of one's own, redaction and limits. Its
   * settings count as far as a run comes back as it was: there are always hints, which keep the
   * width of numbers ({@code exactNumbers}), NaN and the infinities, decimals, UUIDs and the keys
   * of maps; nothing is recognised without a hint; and a run stands on one line.
   *
   * @param types the Datason; unless set, one with the default settings
   * @return this
   */
  public ExperimentLogBuilder datason(Datason types) {
    datason = Objects.requireNonNull(types, "types");
    return this;
  }

  /**
   * Sets what is small enough to stand in a line.
   *
   * @param bytes tensors (but those of texts) and byte arrays of so many bytes or more have a file
   *     of their own; 65,536 unless set, 0 for all, {@link Long#MAX_VALUE} for none
   * @return this
   */
  public ExperimentLogBuilder inlineBytes(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("Expected 0 or more bytes, not " + bytes);
    }
    inlineBytes = bytes;
    return this;
  }

  /**
   * Opens the log for reading and writing; see {@link ExperimentLog#open(Path)}.
   *
   * @return the log
   */
  public ExperimentLog open() {
    try {
      Folders.make(folder.resolve(Attachments.FOLDER));
    } catch (IOException e) {
      throw DatasonIOException.ofFile(folder, "opened", e);
    }
    WriterLock lock = WriterLock.take(folder);
    try {
      Path runs = folder.resolve("runs.jsonl");
      if (!Files.exists(runs)) {
        AtomicFile.save(runs, out -> {});
      }
      return log(lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the log only to be read; see {@link ExperimentLog#openReadOnly(Path)}.
   *
   * @return the log
   */
  public ExperimentLog openReadOnly() {
    return log(null);
  }

  private ExperimentLog log(WriterLock lock) {
    if (datason == null) {
      datason = Datason.create();
    }
    return new ExperimentLog(this, lock);
  }
}
