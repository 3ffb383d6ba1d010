package org.datason.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.datason.error.DatasonException;
import org.datason.parallel.OrderedTasks;
import org.datason.parallel.Workers;

/**
 * The rest of a large array of like items in parts, each of which a thread of its own can read.
 * Where an item begins is guessed; that the guess was right shows when the part before has been
 * read and ends exactly there, so a wrong one is never taken for a right one. Whatever is out of
 * the ordinary (an error, a limit, a wrong guess) makes it give up: the thread that reads the array
 * then goes on by itself from where it stands, and meets it again. For one array.
 *
 * <pre>{@code
 * ArrayParts parts = ArrayParts.of(in); // behind the bracket
 * while (in.hasNext()) {
 *   if (parts.isDue()) {
 *     List<Rows> rest = parts.readRest(part -> readRows(part));
 *     if (rest != null) {
 *       rest.forEach(rows::addAll);
 *       parts.leave();
 *       break;
 *     }
 *   }
 *   rows.add(read(in));
 * }
 * in.endArray();
 * }</pre>
 */
public final class ArrayParts {

  /** So many bytes make a part, unless work is shared from less on. */
  private static final int USUAL = 1 << 18;

  private static final int LEAST = 1 << 10;

  /** So many parts at least. */
  private static final int PARTS = 4;

  private final JsonReader array;
  private final int partBytes;
  private final boolean shared;
  private final int first;
  private final int most;

  /** From here on it is read in parts. */
  private int due;

  private int end;
  private int left;

  /** Set when the end of the array has been found, or it is given up. */
  private volatile boolean over;

  private ArrayParts(JsonReader array) {
    this.array = array;
    int from = array.config().parallelFrom();
    partBytes = Math.max(LEAST, Math.min(USUAL, from / PARTS));
    shared =
        array.window == null
            && !array.isPart
            && array.bytesAhead() >= Math.max(2 * partBytes, from)
            && array.config().workers() != 1;
    first = array.pos;
    most = array.itemsLeft();
    due = shared ? first + partBytes / 2 : Integer.MAX_VALUE;
  }

  /**
   * The parts of an array.
   *
   * @param in stands behind the bracket that begins the array
   * @return its parts, for which {@link #isDue} is to be asked
   */
  public static ArrayParts of(JsonReader in) {
    return new ArrayParts(in);
  }

  /**
   * Whether so much of the array has been read that the rest is likely to be large, and {@link
   * #read} has not been called.
   *
   * @return false for small documents, with one worker, from a stream, and in a part
   */
  public boolean isDue() {
    return array.pos >= due;
  }

  /**
   * Whether {@link #isDue}, and the items are so small that many make a part.
   *
   * @param items how many have been read
   * @return false where each of them is better read in parts
   */
  public boolean isDueAfter(long items) {
    return isDue() && (array.pos - first) / items <= partBytes / PARTS;
  }

  /** Some items that one thread reads. */
  public final class Part {

    private final int from;
    private final int to;
    private final int most;
    private JsonReader reader;
    private boolean first = true;
    private boolean last;

    private Part(int from, int to, int most) {
      this.from = from;
      this.to = to;
      this.most = most;
    }

    private void open() {
      reader = array.itemsFrom(from, most);
      reader.isPart = true;
      reader.limit = to;
    }

    private int commas() {
      return most - reader.itemsLeft();
    }

    /**
     * What reads the items.
     *
     * @return the reader, for which the part's {@link #hasNext} is to be asked, not its own
     */
    public JsonReader reader() {
      return reader;
    }

    /**
     * Whether the part has another item.
     *
     * @return false at its end
     * @throws IllegalStateException if no item begins where the next part should, or the part is no
     *     longer of use
     */
    public boolean hasNext() {
      if (first) {
        first = false;
        return true;
      }
      if (over) {
        throw new IllegalStateException("the part is not needed");
      }
      reader.limit = array.limit;
      if (!reader.hasNext()) {
        last = true;
        return false;
      }
      if (reader.pos > to) {
        throw new IllegalStateException("the next part begins within an item");
      }
      reader.limit = to;
      return reader.pos < to;
    }
  }

  /** What reading a part gave: a value, or an error that is none of the array, or neither. */
  private record Result<P>(Part part, P value, Throwable error) {}

  /**
   * Reads all items from the first one on, again those that have been read, and leaves the reader
   * of the array where it is. To be called once, before an item.
   *
   * @param reading reads the items of a part, as long as it has one; several threads do so at once
   * @param <P> what that gives
   * @return what the parts gave, in their order; null if one thread has to read the array
   */
  public <P> List<P> readAll(Function<Part, P> reading) {
    return read(first, most, reading);
  }

  /**
   * Reads the items that are left; otherwise as {@link #readAll}.
   *
   * @param reading reads the items of a part
   * @param <P> what that gives
   * @return what the parts gave
   */
  public <P> List<P> readRest(Function<Part, P> reading) {
    return read(array.pos, array.itemsLeft(), reading);
  }

  private <P> List<P> read(int start, int items, Function<Part, P> reading) {
    due = Integer.MAX_VALUE;
    left = items;
    ItemBoundary boundary = shared ? ItemBoundary.of(array) : null;
    Workers workers = Workers.of(array.config().workers());
    if (boundary == null || workers.count() == 1) {
      return null;
    }
    Iterator<Supplier<Result<P>>> tasks =
        new Iterator<>() {
          private int from = start;

          @Override
          public boolean hasNext() {
            return !over && from < array.limit;
          }

          @Override
          public Supplier<Result<P>> next() {
            int at = (int) Math.min((long) from + partBytes, array.limit);
            int far = (int) Math.min(at + (long) USUAL, array.limit);
            int next = boundary.find(array.buf, at, far);
            Part part = new Part(from, next < 0 ? array.limit : next, items);
            from = part.to;
            return () -> read(part, reading);
          }
        };
    List<P> results = new ArrayList<>();
    new OrderedTasks<Result<P>>(workers, null).run(tasks, result -> take(result, results));
    return end > 0 ? results : null;
  }

  private <P> Result<P> read(Part part, Function<Part, P> reading) {
    try {
      part.open();
      return new Result<>(part, over ? null : reading.apply(part), null);
    } catch (DatasonException
        | IllegalArgumentException
        | IllegalStateException
        | StackOverflowError e) {
      return new Result<>(part, null, null); // one thread will say what it is, and where
    } catch (RuntimeException | Error e) {
      return new Result<>(part, null, e); // of no matter behind the end of the array
    }
  }

  private <P> void take(Result<P> result, List<P> results) {
    if (over) {
      return;
    }
    Part part = result.part;
    if (result.error instanceof Error error) {
      throw error;
    }
    if (result.error != null) {
      throw (RuntimeException) result.error;
    }
    if (result.value == null) {
      over = true;
      return;
    }
    left -= part.commas();
    if (left < 1) {
      over = true; // too many items
      return;
    }
    results.add(result.value);
    if (part.last) {
      over = true;
      end = part.reader.pos;
    }
  }

  /** Moves the reader of the array behind its last item. */
  public void leave() {
    if (end == 0) {
      throw new IllegalStateException("the array has not been read");
    }
    array.passedItems(end);
  }
}
