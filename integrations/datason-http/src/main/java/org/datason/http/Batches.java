package org.datason.http;

import java.util.Iterator;
import java.util.function.Supplier;
import org.datason.frame.Frame;

/** Batches of a table, of which there is at least one. Not thread-safe. */
final class Batches implements Iterator<Frame> {

  private final Iterator<Frame> batches;
  private final Supplier<Frame> empty;
  private boolean begun;

  /**
   * Batches.
   *
   * @param batches perhaps none
   * @param empty gives one without rows, which tells the columns
   */
  Batches(Iterator<Frame> batches, Supplier<Frame> empty) {
    this.batches = batches;
    this.empty = empty;
  }

  @Override
  public boolean hasNext() {
    return batches.hasNext() || !begun;
  }

  @Override
  public Frame next() {
    boolean none = !begun && !batches.hasNext();
    begun = true;
    return none ? empty.get() : batches.next();
  }
}
