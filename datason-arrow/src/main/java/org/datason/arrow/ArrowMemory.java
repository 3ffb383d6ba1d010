package org.datason.arrow;

import java.nio.Buffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Arrow's memory, which lies outside of the heap and is to be freed by whoever asked for it. Has no
 * state.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = ArrowMemory.newAllocator();
 *     ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
 *   table.root().getRowCount();
 * }
 * }</pre>
 */
public final class ArrowMemory {

  private static final String FLAG = "--add-opens=java.base/java.nio=ALL-UNNAMED";

  private ArrowMemory() {}

  /**
   * An allocator without a limit. Closing it is an error as long as anything of it is not freed.
   *
   * @return a new allocator
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static BufferAllocator newAllocator() {
    check();
    return new RootAllocator();
  }

  /** Refuses to go on where Arrow would fail without a word about the reason. */
  static void check() {
    Module arrow = ArrowBuf.class.getModule();
    if (!Buffer.class.getModule().isOpen("java.nio", arrow)) {
      String module = arrow.isNamed() ? FLAG.replace("ALL-UNNAMED", arrow.getName()) : FLAG;
      throw new IllegalStateException(
          "Arrow needs the JVM flag " + module + "; start Java with it");
    }
  }
}
