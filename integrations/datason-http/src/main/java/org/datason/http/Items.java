package org.datason.http;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import org.datason.frame.Frame;

/**
 * The values of a body that come one by one: of a stream, an iterator or a publisher. Not
 * thread-safe; to be closed, which closes where they come from.
 */
final class Items implements Iterator<Object>, AutoCloseable {

  private final Iterator<?> items;
  private final AutoCloseable source;

  /** The table that the items are the batches of, where it can be read again; or null. */
  private final StoredTable table;

  private Object first;
  private boolean peeked;
  private boolean closed;

  private Items(Iterator<?> items, AutoCloseable source) {
    this(items, source, null);
  }

  private Items(Iterator<?> items, AutoCloseable source, StoredTable table) {
    this.items = items;
    this.source = source;
    this.table = table;
  }

  /** The value itself, or the items of one that comes bit by bit. */
  static Object of(Object value) {
    if (value instanceof StoredTable table) {
      return of(table.batches(), table);
    }
    if (value instanceof BaseStream<?, ?> stream) {
      return of(stream, null);
    }
    if (value instanceof Flow.Publisher<?> publisher) {
      PublishedItems items = new PublishedItems(publisher);
      return new Items(items, items);
    }
    if (value instanceof Iterator<?> items && !(value instanceof Items)) {
      return new Items(items, items instanceof AutoCloseable closeable ? closeable : () -> {});
    }
    return value;
  }

  private static Items of(BaseStream<?, ?> stream, StoredTable table) {
    try {
      return new Items(stream.iterator(), stream, table);
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /** The table that the items are the batches of, where it can be read again; or null. */
  StoredTable table() {
    return table;
  }

  /** What the first item is; any if there is none. */
  Class<?> itemType() {
    if (!peeked && items.hasNext()) {
      first = items.next();
      peeked = true;
    }
    if (!peeked || first == null) {
      return Object.class;
    }
    return first instanceof Frame || Tables.isTable(first.getClass())
        ? Frame.class
        : first.getClass();
  }

  @Override
  public boolean hasNext() {
    return peeked || items.hasNext();
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more items");
    }
    Object next = peeked ? first : items.next();
    first = null;
    peeked = false;
    return next;
  }

  /**
   * The items as batches of one table; an empty one where there are none.
   *
   * @param check what becomes of each batch
   */
  Iterator<Frame> frames(UnaryOperator<Frame> check) {
    Items all = this;
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        return !begun || all.hasNext();
      }

      @Override
      public Frame next() {
        boolean none = !begun && !all.hasNext();
        begun = true;
        Object item = none ? Frame.builder().build() : all.next();
        Frame frame = Tables.toFrame(item);
        if (frame == null) {
          throw new IllegalArgumentException("Expected batches of a table but found other values");
        }
        return check.apply(frame);
      }
    };
  }

  /** Closes what the items come from. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      source.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("What the items come from cannot be closed", e);
    }
  }
}
