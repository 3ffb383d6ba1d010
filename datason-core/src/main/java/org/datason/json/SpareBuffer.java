package org.datason.json;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A buffer that one writer into memory leaves to the next, which then need not begin with a small
 * one and let it grow. Holds one megabyte at most; of writers at the same time one gets it.
 * Thread-safe.
 *
 * <pre>{@code
 * SpareBuffer spare = new SpareBuffer(); // kept with the settings
 * JsonWriter out = new JsonWriter(config, types, spare);
 * out.writeValue(value);
 * byte[] json = out.takeByteArray(); // leaves the buffer to the next
 * }</pre>
 */
public final class SpareBuffer {

  private static final int LARGEST = 1 << 20;

  private final AtomicReference<byte[]> buffer = new AtomicReference<>();

  /** No buffer yet. */
  public SpareBuffer() {}

  /** The buffer, which is the caller's from now on; null if there is none. */
  byte[] take() {
    return buffer.getAndSet(null);
  }

  /** Leaves a buffer to the next writer. */
  void leave(byte[] used) {
    if (used.length <= LARGEST) {
      buffer.set(used);
    }
  }

  /** Leaves a new buffer for documents of a size, with an eighth to spare. */
  void leaveFor(int size) {
    int needed = size + (size >> 3);
    if (needed <= LARGEST) {
      buffer.set(new byte[needed]);
    }
  }
}
