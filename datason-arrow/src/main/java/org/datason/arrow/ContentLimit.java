package org.datason.arrow;

import org.datason.error.LimitException;

/**
 * Counts what the content of one stream takes beyond the bytes that came: buffers that are
 * decompressed, and rows for which nothing was sent. Not thread-safe.
 */
final class ContentLimit {

  private final long maxBytes;
  private long taken;

  ContentLimit(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** No limit. */
  static ContentLimit none() {
    return new ContentLimit(Long.MAX_VALUE);
  }

  /** Counts bytes before they are taken. */
  void take(long bytes) {
    if (bytes > maxBytes - taken) {
      throw new LimitException(
          "Expected content of at most " + maxBytes + " bytes, decompressed, but found more", null);
    }
    taken += bytes;
  }
}
