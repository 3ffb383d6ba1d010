package org.datason.template;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.datason.frame.Frame;
import org.datason.json.JsonReader;

/** The records of a document in frames of so many rows, read as they are asked for. */
final class FrameIterator implements Iterator<Object> {

  private final RowsCodec codec;
  private final int rows;
  private final RecordIterator records;
  private Rows current;

  FrameIterator(RowsCodec codec, JsonReader in, int rows) {
    this.codec = codec;
    this.rows = rows;
    this.records = new RecordIterator(in, () -> row(in));
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    current = new Rows(codec);
    while (current.size() < rows && records.hasNext()) {
      records.next();
    }
    return current.build();
  }

  private Rows row(JsonReader in) {
    RowsCodec.expectRow(in);
    return current;
  }
}
