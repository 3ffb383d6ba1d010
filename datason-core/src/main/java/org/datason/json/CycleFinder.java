package org.datason.json;

import java.io.OutputStream;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.Location;
import org.datason.error.UnsupportedTypeException;

/**
 * Writes a value to nowhere, to find the object in it that contains itself. Only a value that was
 * too deep to be written is looked at so closely; all others are written without keeping track.
 */
final class CycleFinder extends JsonWriter {

  /** A handler may pass an object on to another one, but not so often. */
  private static final int MOST_HANDLERS = 64;

  /** An object that is being written. */
  private static final class Entry {

    final int level;
    final int plainLevel;
    int times = 1;

    Entry(int level, int plainLevel) {
      this.level = level;
      this.plainLevel = plainLevel;
    }
  }

  private final String place;
  private final UnaryOperator<String> shown;
  private final Map<Object, Entry> entries = new IdentityHashMap<>();
  private final BitSet envelopes = new BitSet();
  private int openEnvelopes;
  private DatasonException cycle;

  /**
   * A finder.
   *
   * @param place the path of the value
   * @param shown how paths may be shown
   */
  CycleFinder(DatasonConfig config, TypeResolver types, String place, UnaryOperator<String> shown) {
    super(
        config.toBuilder().canonical(false).sortKeys(false).indent(0).build(),
        types,
        OutputStream.nullOutputStream(),
        null,
        true);
    this.place = place;
    this.shown = shown;
    inside = true;
  }

  /** The error that shows the cycle in a value, or null if there is none. */
  DatasonException find(Consumer<JsonWriter> value) {
    try {
      value.accept(this);
    } catch (RuntimeException | StackOverflowError e) {
      return cycle; // anything else is not what stopped the writer
    }
    return null;
  }

  @Override
  public void writeValue(Object value) {
    Entry entry = enter(value);
    super.writeValue(value);
    leave(value, entry);
  }

  @Override
  public <T> void writeValue(T value, TypeHandler<T> handler) {
    Entry entry = enter(value);
    super.writeValue(value, handler);
    leave(value, entry);
  }

  @Override
  public void writeMap(Map<?, ?> map) {
    Entry entry = enter(map);
    super.writeMap(map);
    leave(map, entry);
  }

  @Override
  public void writeList(Collection<?> items) {
    Entry entry = enter(items);
    super.writeList(items);
    leave(items, entry);
  }

  @Override
  public void beginEnvelope(String hint, String javaType, String exact) {
    super.beginEnvelope(hint, javaType, exact);
    envelopes.set(depth());
    openEnvelopes++;
  }

  @Override
  public void endObject() {
    if (envelopes.get(depth())) {
      envelopes.clear(depth());
      openEnvelopes--;
    }
    super.endObject();
  }

  private Entry enter(Object value) {
    if (value == null || value instanceof String || value instanceof Number) {
      return null;
    }
    int plainLevel = depth() - openEnvelopes;
    Entry entry = entries.get(value);
    if (entry == null) {
      entry = new Entry(depth(), plainLevel);
      entries.put(value, entry);
    } else if (plainLevel > entry.plainLevel || ++entry.times > MOST_HANDLERS) {
      cycle = cycle(value, entry);
      throw cycle;
    }
    return entry;
  }

  private void leave(Object value, Entry entry) {
    if (entry != null && --entry.times == 0) {
      entries.remove(value);
    }
  }

  private DatasonException cycle(Object value, Entry first) {
    PathScanner path = path();
    String begin = place + path.pathOfNext(true, first.level).substring(1);
    String end = place + path.pathOfNext(true).substring(1);
    return new UnsupportedTypeException(
        "JSON has no form for a circular reference (put an identifier in its place): the "
            + kind(value)
            + " at "
            + shown.apply(begin)
            + " contains itself",
        Location.ofPath(shown.apply(end)));
  }

  private static String kind(Object value) {
    if (value instanceof Map) {
      return "map";
    }
    if (value instanceof Set) {
      return "set";
    }
    if (value instanceof Collection) {
      return "list";
    }
    String name = value.getClass().getSimpleName();
    return value.getClass().isArray() ? "array" : name.isEmpty() ? "object" : name;
  }
}
