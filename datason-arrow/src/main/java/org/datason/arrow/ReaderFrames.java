package org.datason.arrow;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;

/** The record batches of anybody's reader as frames, the first one at least without rows. */
final class ReaderFrames implements Iterator<Frame> {

  private final ArrowReader reader;
  private Frame next;
  private boolean begun;

  ReaderFrames(ArrowReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    try {
      if (next == null && reader.loadNextBatch()) {
        next = ArrowFrames.toFrame(reader.getVectorSchemaRoot(), reader);
      } else if (next == null && !begun) {
        next = ArrowFrames.toFrame(reader.getVectorSchemaRoot(), reader).slice(0, 0);
      }
      begun = true;
      return next != null;
    } catch (IOException e) {
      throw new DatasonIOException("The batches failed: " + DatasonIOException.reason(e), null, e);
    }
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more batches");
    }
    Frame frame = next;
    next = null;
    return frame;
  }
}
