package org.datason.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowFiles;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.http.StoredTable;

/**
 * A table as it was at one moment: a link of its own to the file, which stays when the table is
 * replaced or deleted. The link goes with the last stream of batches that is closed or cannot be
 * opened, or when this is closed. Thread-safe.
 */
final class Snapshot implements StoredTable, AutoCloseable {

  private final String name;
  private final Path link;
  private final BasicFileAttributes attributes;
  private int opened;

  /**
   * A snapshot.
   *
   * @param link is deleted in the end
   * @param attributes those of the table's own file, of which the link may be a copy
   */
  Snapshot(String name, Path link, BasicFileAttributes attributes) {
    this.name = name;
    this.link = link;
    this.attributes = attributes;
  }

  String name() {
    return name;
  }

  long bytes() {
    return attributes.size();
  }

  Instant modified() {
    return attributes.lastModifiedTime().toInstant();
  }

  /** What tells this table from all that have the name before or after it. */
  String version() {
    return version(attributes);
  }

  static String version(BasicFileAttributes attributes) {
    return Long.toHexString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
        + "-"
        + Integer.toHexString(Objects.hash(attributes.fileKey(), attributes.size()));
  }

  long rows() {
    return ArrowFiles.describe(link).rows();
  }

  Schema schema() {
    try (ArrowBatches batches = ArrowFiles.batches(link)) {
      return batches.empty().schema();
    }
  }

  @Override
  public synchronized Stream<Frame> batches() {
    opened++;
    try {
      ArrowBatches batches = ArrowFiles.batches(link);
      try {
        return stream(batches).onClose(batches::close).onClose(this::release);
      } catch (RuntimeException e) {
        batches.close();
        throw e;
      }
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  private static Stream<Frame> stream(ArrowBatches batches) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return batches.hasNext()
        ? StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, traits), false)
        : List.of(batches.empty()).stream();
  }

  private synchronized void release() {
    if (--opened == 0) {
      close();
    }
  }

  /** Deletes the link. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      return; // the next start deletes it
    }
  }
}
