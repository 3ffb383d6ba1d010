package org.datason.json;

import java.util.Arrays;
import org.datason.error.DatasonException;

/**
 * A large array of like objects in parts, each of which can be read by a thread of its own. Where
 * an object begins is guessed; that the guess was right shows when the part before has been read
 * and ends exactly there, so a wrong one is never taken for a right one.
 *
 * <pre>{@code
 * ArrayParts parts = ArrayParts.of(in, 8); // null if they cannot be found
 * JsonReader part = parts.reader(i);
 * do {
 *   records.read(part);
 * } while (parts.hasNext(i));
 * }</pre>
 */
public final class ArrayParts {

  /** No part is smaller, in bytes. */
  private static final int LEAST = 1 << 16;

  /** What stands between two objects, together with the first name, is no longer. */
  private static final int LONGEST = 512;

  private final JsonReader array;
  private final int[] starts;
  private final JsonReader[] readers;
  private int end = -1;

  private ArrayParts(JsonReader array, int[] starts) {
    this.array = array;
    this.starts = starts;
    readers = new JsonReader[starts.length];
  }

  /**
   * Divides an array.
   *
   * @param in stands before the first item of an array of a document in memory; it stays there
   * @param count how many parts there should be
   * @return the parts, at least two; null if the array is small, no array of like objects, or read
   *     from a stream or with recognition of texts
   */
  public static ArrayParts of(JsonReader in, int count) {
    if (in.window != null || in.texts != null || in.next() != '{') {
      return null;
    }
    byte[] between = between(in);
    if (between == null) {
      return null;
    }
    int[] starts = new int[count];
    int n = 1;
    starts[0] = in.pos;
    long size = in.limit - in.pos;
    for (int i = 1; i < count; i++) {
      int from = (int) Math.max(in.pos + size * i / count, starts[n - 1] + (long) LEAST);
      int at = find(in.buf, from, in.limit, between);
      if (at < 0) {
        break;
      }
      starts[n++] = at;
    }
    return n == 1 ? null : new ArrayParts(in, Arrays.copyOf(starts, n));
  }

  /** What stands from the end of the first object to the first name of the second. */
  private static byte[] between(JsonReader in) {
    JsonReader probe = in.itemsFrom(in.pos);
    try {
      probe.skipValue();
      int from = probe.pos - 1;
      if (!probe.hasNext() || probe.peek() != JsonToken.BEGIN_OBJECT) {
        return null;
      }
      probe.beginObject();
      if (!probe.hasNext()) {
        return null;
      }
      probe.readName();
      return probe.pos - from > LONGEST ? null : Arrays.copyOfRange(in.buf, from, probe.pos);
    } catch (DatasonException e) {
      return null; // whoever reads the array will say so
    }
  }

  /** The next object behind a place; -1 if there is none. */
  private static int find(byte[] b, int from, int to, byte[] between) {
    for (int i = from; i <= to - between.length; i++) {
      if (b[i] == '}' && Arrays.equals(b, i, i + between.length, between, 0, between.length)) {
        int start = i + 1;
        while (b[start] != '{') {
          start++;
        }
        return start;
      }
    }
    return -1;
  }

  /**
   * How many parts there are.
   *
   * @return at least 2
   */
  public int size() {
    return starts.length;
  }

  /**
   * A reader of a part, which stands before its first object. Each is made once, by the thread that
   * uses it.
   *
   * @param part from 0
   * @return the reader, for which {@link #hasNext} is to be asked, not its own
   */
  public JsonReader reader(int part) {
    readers[part] = array.itemsFrom(starts[part]);
    return readers[part];
  }

  /**
   * Whether a part has another object.
   *
   * @param part from 0
   * @return false at its end
   * @throws IllegalStateException if no object ends where the next part begins: it is none
   */
  public boolean hasNext(int part) {
    JsonReader reader = readers[part];
    boolean last = part == starts.length - 1;
    if (!reader.hasNext()) {
      if (!last) {
        throw new IllegalStateException("the array ends before its last part");
      }
      end = reader.pos;
      return false;
    }
    if (last || reader.pos < starts[part + 1]) {
      return true;
    }
    if (reader.pos > starts[part + 1]) {
      throw new IllegalStateException("a part begins within an item");
    }
    return false;
  }

  /** Moves the reader of the array behind its last item, when all parts have been read. */
  public void leave() {
    if (end < 0) {
      throw new IllegalStateException("the last part has not been read");
    }
    array.passedItems(end);
  }
}
