package org.datason.benchmarks.arrow;

import org.apache.arrow.memory.BufferAllocator;
import org.datason.arrow.ArrowFrames;
import org.datason.arrow.ArrowMemory;
import org.datason.arrow.ArrowTable;

/**
 * The table as vectors.
 *
 * @param allocator has their memory
 * @param table the vectors
 */
record VectorTable(BufferAllocator allocator, ArrowTable table) implements AutoCloseable {

  static VectorTable of(JsonFiles files) {
    BufferAllocator allocator = ArrowMemory.newAllocator();
    return new VectorTable(allocator, ArrowFrames.toArrow(files.frame(), allocator));
  }

  @Override
  public void close() {
    table.close();
    allocator.close();
  }
}
