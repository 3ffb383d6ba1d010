package org.datason.jakarta;

import java.util.Iterator;

/** Values of a body that are read one by one, and let go of the body where they are closed. */
final class HeldItems implements Iterator<Object>, AutoCloseable {

  private final Iterator<?> items;
  private final HeldInput input;

  HeldItems(Iterator<?> items, HeldInput input) {
    this.items = items;
    this.input = input;
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public Object next() {
    return items.next();
  }

  @Override
  public void close() {
    try {
      BodyClosing.close(items);
    } finally {
      input.release();
    }
  }
}
