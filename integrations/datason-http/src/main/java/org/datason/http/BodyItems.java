package org.datason.http;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.error.DatasonException;

/** The values of a body as they are read. Not thread-safe; to be closed, which closes the body. */
final class BodyItems implements Iterator<Object>, AutoCloseable {

  private final Iterator<?> items;
  private final AutoCloseable source;
  private final BodyInput body;

  /**
   * Values of a body.
   *
   * @param source what the values come from, which is closed before the body
   */
  BodyItems(Iterator<?> items, AutoCloseable source, BodyInput body) {
    this.items = items;
    this.source = source;
    this.body = body;
  }

  @Override
  public boolean hasNext() {
    try {
      return items.hasNext();
    } catch (DatasonException | IllegalArgumentException e) {
      throw body.translated(e);
    }
  }

  @Override
  public Object next() {
    try {
      return items.next();
    } catch (DatasonException | IllegalArgumentException e) {
      throw body.translated(e);
    }
  }

  /** The values as the type that is asked for. */
  Object as(Class<?> type) {
    if (type.isInstance(this)) {
      return this;
    }
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    Stream<Object> stream =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
            .onClose(this::close);
    if (!type.isInstance(stream)) {
      stream.close();
      throw new IllegalArgumentException(
          "Values that are read one by one are a Stream or an Iterator, not a " + type.getName());
    }
    return stream;
  }

  @Override
  public void close() {
    try (body) {
      source.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("What a body is read by cannot be closed", e);
    }
  }
}
