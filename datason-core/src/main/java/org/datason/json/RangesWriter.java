package org.datason.json;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.datason.parallel.OrderedTasks;
import org.datason.parallel.Workers;

/**
 * Writes items range by range: alone as long as they seem to be few, else with other threads. A
 * range that one of them cannot write is written again by the writer itself, which says what is
 * wrong, and where. To a stream one thread goes the same way: what was written in whole ranges need
 * not be scanned for the path of an error to come. For one use.
 */
final class RangesWriter {

  /** So many bytes make a range, unless work is shared from less on. */
  private static final int USUAL = 1 << 18;

  private static final int LEAST = 1 << 10;

  /** So many ranges at least, as the first one is written alone. */
  private static final int RANGES = 4;

  /** What is larger than so many ranges goes to a stream at once, as holding it costs memory. */
  private static final int FEW = 4;

  /** The same for a single item, or a piece, which cannot be made smaller. */
  private static final int LARGE = 16 * USUAL;

  /** So many items are written before their size is looked at. */
  private static final int FIRST = 16;

  private final JsonWriter out;
  private final long count;
  private final WrittenRange range;
  private final Workers workers;
  private final int parallelFrom;
  private final int rangeBytes;

  /** How many items are written, or being written. */
  private long next;

  /** The bytes of an item, as the last ones were. */
  private double each;

  RangesWriter(JsonWriter out, long count, WrittenRange range) {
    this.out = out;
    this.count = count;
    this.range = range;
    workers = Workers.of(out.config().workers());
    parallelFrom = out.config().parallelFrom();
    rangeBytes = Math.max(LEAST, Math.min(USUAL, parallelFrom / RANGES));
  }

  /** A range that was written; without a writer if that failed. */
  private record Part(long from, long to, JsonWriter writer) {}

  void write() {
    boolean alone = !out.sharesWork() || workers.count() == 1 && !out.sends();
    long step = alone ? count : FIRST;
    while (next < count) {
      long from = next;
      long before = out.written();
      next = Math.min(count, from + step);
      range.write(out, from, next);
      each = Math.max(1, (double) (out.written() - before) / (next - from));
      if (!alone && isLarge()) {
        share();
      }
      step = Math.min(2 * step, itemsOfRange()); // unlike items may come, so it is looked at again
    }
  }

  private boolean isLarge() {
    return each * count >= parallelFrom && each * (count - next) > rangeBytes;
  }

  private long itemsOfRange() {
    return Math.max(1, (long) (rangeBytes / each));
  }

  private void share() {
    OrderedTasks<Part> tasks = new OrderedTasks<>(workers, null);
    JsonWriter model = out.part(1); // which stays where it is, unlike the writer
    boolean sends = out.sends();
    Iterator<Supplier<Part>> ranges =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public Supplier<Part> next() {
            long from = next;
            long to = Math.min(count, from + itemsOfRange());
            next = to;
            return () -> part(model, sends, from, to);
          }
        };
    tasks.run(ranges, this::take);
  }

  /**
   * Writes pieces of what a writer stands in, by several threads.
   *
   * @param pieces each writes one, with any writer; asked for by this thread alone
   */
  static void write(JsonWriter out, Iterator<? extends Consumer<JsonWriter>> pieces) {
    Workers workers = Workers.of(out.config().workers());
    if (workers.count() == 1 || !out.sharesWork()) {
      pieces.forEachRemaining(piece -> piece.accept(out));
      return;
    }
    JsonWriter model = out.part(1);
    boolean sends = out.sends();
    Iterator<Supplier<Runnable>> tasks =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return pieces.hasNext();
          }

          @Override
          public Supplier<Runnable> next() {
            Consumer<JsonWriter> piece = pieces.next();
            return () -> written(piece, model, sends, out);
          }
        };
    new OrderedTasks<Runnable>(workers, null).run(tasks, Runnable::run);
  }

  /** Writes a piece; what then puts it into its place. */
  private static Runnable written(
      Consumer<JsonWriter> piece, JsonWriter model, boolean sends, JsonWriter out) {
    JsonWriter part = bounded(model.part(USUAL), sends, LARGE);
    try {
      piece.accept(part);
    } catch (RuntimeException | StackOverflowError e) {
      return () -> piece.accept(out); // which says what is wrong, and where
    }
    return () -> {
      if (part.isBeyondBound() || !out.take(part)) {
        piece.accept(out);
      }
    };
  }

  private Part part(JsonWriter model, boolean sends, long from, long to) {
    int most = to - from == 1 ? LARGE : FEW * rangeBytes;
    JsonWriter part = bounded(model.part(rangeBytes + rangeBytes / 4), sends, most);
    try {
      range.write(part, from, to);
      return new Part(from, to, part.isBeyondBound() ? null : part);
    } catch (RuntimeException | StackOverflowError e) {
      return new Part(from, to, null);
    }
  }

  /** Bounds what is held of a part; in memory all is held anyway. */
  private static JsonWriter bounded(JsonWriter part, boolean sends, long most) {
    if (sends) {
      part.bound(most);
    }
    return part;
  }

  private void take(Part part) {
    JsonWriter writer = part.writer;
    long before = out.written();
    if (writer == null || !out.take(writer)) {
      range.write(out, part.from, part.to);
    }
    each = Math.max(1, (double) (out.written() - before) / (part.to - part.from));
  }
}
