package org.datason.ml.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What of a log was not taken over when it was opened. Immutable.
 *
 * <p>Bytes are left behind where a process ended in the middle of appending a run, whose append
 * never returned. Runs are missing only if something other than a log shortened or replaced the
 * file.
 *
 * @param offset where the bytes begin in {@code runs.jsonl}
 * @param bytes how many bytes at the end of the file are no run; 0 if it ends with one
 * @param keptIn the file that they were moved to; null if there are none, or the log was opened
 *     only to be read and they stand where they were
 * @param missing the runs that the log once had, by its index, and has no longer
 */
public record Recovery(long offset, long bytes, Path keptIn, List<UUID> missing) {

  /**
   * Takes a copy of the list.
   *
   * @param offset see the component
   * @param bytes see the component
   * @param keptIn see the component
   * @param missing see the component
   */
  public Recovery {
    missing = List.copyOf(missing);
  }
}
