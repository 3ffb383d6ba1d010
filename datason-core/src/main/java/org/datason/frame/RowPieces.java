package org.datason.frame;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.datason.error.DatasonIOException;
import org.datason.json.JsonWriter;

/** The rows of frames that come one after the other, so many at a time as make a piece to write. */
final class RowPieces implements Iterator<Consumer<JsonWriter>> {

  /** So many values make one, or a row that has more. */
  private static final int VALUES = 1 << 14;

  private final Iterator<? extends Frame> frames;
  private final boolean lines;
  private Frame frame;
  private int next;

  RowPieces(Iterator<? extends Frame> frames, boolean lines) {
    this.frames = frames;
    this.lines = lines;
  }

  @Override
  public boolean hasNext() {
    while (frame == null || next == frame.size()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DatasonIOException("Writing was interrupted", null);
      }
      if (!frames.hasNext()) {
        return false;
      }
      frame = frames.next();
      next = 0;
    }
    return true;
  }

  @Override
  public Consumer<JsonWriter> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more rows");
    }
    int rows = Math.max(1, VALUES / Math.max(1, frame.schema().size()));
    int from = next;
    next = (int) Math.min(frame.size(), (long) from + rows);
    Frame piece = frame.slice(from, next);
    return out -> FrameCodec.writeRows(piece, out, lines);
  }
}
