package org.datason.json;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A buffer that one writer into memory leaves to the next, which then need not begin with a small
 * one and let it grow. Holds one megabyte, and up to 16 as long as the memory is not needed for
 * other things; of writers at the same time one gets it. Thread-safe.
 *
 * <pre>{@code
 * SpareBuffer spare = new SpareBuffer(); // kept with the settings
 * JsonWriter out = new JsonWriter(config, types, spare);
 * out.writeValue(value);
 * byte[] json = out.takeByteArray(); // leaves the buffer to the next
 * }</pre>
 */
public final class SpareBuffer {

  /** Up to this size a buffer is held whatever happens. */
  private static final int HELD = 1 << 20;

  private static final int LARGEST = 1 << 24;

  /** An array, or a reference to a large one that the garbage collector may take. */
  private final AtomicReference<Object> buffer = new AtomicReference<>();

  /** No buffer yet. */
  public SpareBuffer() {}

  /** The buffer, which is the caller's from now on; null if there is none. */
  byte[] take() {
    Object left = buffer.getAndSet(null);
    return left instanceof SoftReference<?> large ? (byte[]) large.get() : (byte[]) left;
  }

  /** Leaves a buffer to the next writer. */
  void leave(byte[] used) {
    if (used.length <= HELD) {
      buffer.set(used);
    } else if (used.length <= LARGEST) {
      buffer.set(new SoftReference<>(used));
    }
  }

  /** Leaves a new buffer for documents of a size, with an eighth to spare. */
  void leaveFor(int size) {
    int needed = size + (size >> 3);
    if (needed <= LARGEST) {
      leave(new byte[needed]);
    }
  }
}
