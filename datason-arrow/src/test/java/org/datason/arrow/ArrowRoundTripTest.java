package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.frame.Frame;
import org.datason.frame.Frames;

/** Any frame comes back from Arrow bit by bit, and every buffer is freed. */
class ArrowRoundTripTest {

  @Property(tries = 1000)
  void vectorsKeepEveryBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
      assertEquals(frame, ArrowFrames.toFrame(table.root(), table.dictionaries()));
    }
  }
}
