package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.frame.FrameOrigin;
import org.datason.frame.Frames;
import org.junit.jupiter.api.Test;

/** Any frame comes back from Arrow bit by bit, and every buffer is freed. */
class ArrowRoundTripTest {

  @Test
  void whatATableIsToPythonIsKept() {
    Frame frame = Frame.builder().column("x", Column.wrap(new double[] {0.5})).build();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame.withOrigin(FrameOrigin.POLARS), allocator)) {
      Frame same = ArrowFrames.toFrame(table.root(), table.dictionaries());
      assertEquals(FrameOrigin.POLARS, same.origin());
      assertEquals(FrameOrigin.POLARS, Frame.concat(List.of(same, same)).origin());
    }
  }

  @Property(tries = 1000)
  void vectorsKeepEveryBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
      assertEquals(frame, ArrowFrames.toFrame(table.root(), table.dictionaries()));
    }
  }
}
