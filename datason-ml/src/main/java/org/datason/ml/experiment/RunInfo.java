package org.datason.ml.experiment;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a log knows of a run without reading it. Immutable.
 *
 * @param id its id
 * @param name its name
 * @param started when it began
 * @param tags its tags; unmodifiable
 * @param offset where its line begins in {@code runs.jsonl}, in bytes
 * @param length the bytes of the line, without its end
 * @param sha256 the checksum that stands in the line, in small hexadecimal digits
 */
public record RunInfo(
    UUID id,
    String name,
    Instant started,
    Set<String> tags,
    long offset,
    long length,
    String sha256) {

  /**
   * Checks that it is a place in a file.
   *
   * @param id see the component
   * @param name see the component
   * @param started see the component
   * @param tags see the component; null counts as empty
   * @param offset see the component
   * @param length see the component
   * @param sha256 see the component
   */
  public RunInfo {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(sha256, "sha256");
    tags = tags == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("There is no place " + offset + " of " + length);
    }
  }

  /** Behind the line and its end. */
  long end() {
    return offset + length + 1;
  }
}
