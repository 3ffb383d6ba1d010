package org.datason.ml.experiment;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Something in a log that is not what was written. Immutable.
 *
 * @param file the file
 * @param offset where it begins, in bytes
 * @param bytes how many bytes
 * @param run the run that it is or was part of, or null if that cannot be told
 * @param reason what is wrong
 */
public record Damage(Path file, long offset, long bytes, UUID run, String reason) {

  /** As a sentence: {@code runs.jsonl at offset 120, 512 bytes, run 7d44...: it has ...}. */
  @Override
  public String toString() {
    return file
        + " at offset "
        + offset
        + ", "
        + bytes
        + (bytes == 1 ? " byte" : " bytes")
        + (run == null ? "" : ", run " + run)
        + ": "
        + reason;
  }
}
