package org.datason.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The line on a terminal that says how far a run has come: from its second second on, and erased at
 * its end. Where there is no terminal and it is asked for, a line now and then, and one at the end.
 */
final class Progress {

  private static final long FIRST_AFTER = 1_000_000_000L;
  private static final long AGAIN_AFTER = 200_000_000L;
  private static final long LINE_AFTER = 5_000_000_000L;

  private final String name;
  private final long total;
  private final OutputStream err;
  private final boolean terminal;
  private final boolean lines;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private int shown;
  private long done;
  private long rows;

  Progress(String name, long total, StandardStreams streams) {
    this(name, total, streams, System::nanoTime);
  }

  /**
   * A line for one input.
   *
   * @param total the bytes to come, or -1 if nobody knows
   * @param clock nanoseconds that only ever grow
   */
  Progress(String name, long total, StandardStreams streams, LongSupplier clock) {
    this.name = Format.isStandard(name) ? "standard input" : Format.shortName(name);
    this.total = total;
    this.clock = clock;
    err = streams.err();
    terminal = streams.terminal();
    lines = !terminal && streams.progress();
    start = clock.getAsLong();
    next = start + FIRST_AFTER;
  }

  /** Tells how many bytes have been read by now. */
  void advance(long bytes) {
    done = bytes;
    if (!terminal && !lines) {
      return;
    }
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + (lines ? LINE_AFTER : AGAIN_AFTER);
    show(now);
  }

  private void show(long now) {
    long rate = (long) (done / Math.max(1e-9, (now - start) / 1e9));
    String line = Text.line(Text.cut(name, 30)) + "  " + Text.bytes(done);
    if (total > 0) {
      long percent = Math.min(100, (long) (100.0 * done / total));
      line += String.format(Locale.ROOT, " of %s  %d%%", Text.bytes(total), percent);
    }
    line += rows > 0 ? "  " + Text.count(rows, "row") : "";
    line += "  " + Text.bytes(rate) + "/s";
    if (done < total && rate > 0) {
      line += "  " + ((total - done) / rate + 1) + " s left";
    }
    put(lines ? line + '\n' : '\r' + Text.pad(line, shown));
    shown = lines ? 0 : Math.max(shown, line.length());
  }

  /** Tells which part of the bytes has been read by now, from 0 to 1. */
  void advancePart(double part) {
    advance((long) (part * total));
  }

  long rows() {
    return rows;
  }

  /** Counts rows, where the input is a table. */
  void addRows(long n) {
    rows += n;
  }

  /** Takes the line away, or writes the last one. */
  void end() {
    if (lines) {
      show(clock.getAsLong());
    } else if (shown > 0) {
      put('\r' + " ".repeat(shown) + '\r');
      shown = 0;
    }
  }

  private void put(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      return; // the run goes on, whether or not anybody sees how
    }
  }
}
