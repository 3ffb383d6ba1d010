package org.datason.frame;

import java.util.Collections;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.datason.json.JsonReader;

/**
 * A table that a document holds together with its types, in parts: row by row where its layout
 * allows that, or else read as a whole before the first part. Nothing is read before a part is
 * asked for. Not thread-safe.
 *
 * <pre>{@code
 * HintedTable table =
 *     FrameRows.areAhead(in)
 *         ? HintedTable.rowByRow(datason.reader(in), in::count)
 *         : HintedTable.whole(() -> datason.fromJson(in, Frame.class), in::count);
 * }</pre>
 */
public final class HintedTable {

  /** Before the table; null where it is read as a whole. */
  private final JsonReader reader;

  private final Supplier<Frame> whole;
  private final LongSupplier bytes;
  private Iterator<Frame> parts;
  private Schema schema;

  private HintedTable(JsonReader reader, Supplier<Frame> whole, LongSupplier bytes) {
    this.reader = reader;
    this.whole = whole;
    this.bytes = bytes;
  }

  /**
   * A table that begins as {@link FrameRows#areAhead} tells.
   *
   * @param reader before the table
   * @param bytes tells how much has been read
   * @return the table
   */
  public static HintedTable rowByRow(JsonReader reader, LongSupplier bytes) {
    return new HintedTable(reader, null, bytes);
  }

  /**
   * Any other table.
   *
   * @param whole reads it
   * @param bytes tells how much has been read
   * @return the table
   */
  public static HintedTable whole(Supplier<Frame> whole, LongSupplier bytes) {
    return new HintedTable(null, whole, bytes);
  }

  long bytesRead() {
    return bytes.getAsLong();
  }

  /** The columns; null before the first part was asked for. */
  Schema schema() {
    return schema;
  }

  /** The next part; null at the end. */
  Frame next(BatchOptions options) {
    if (parts == null) {
      begin(options.chunkSize());
      if (options.schema() != null && !schema.equals(options.schema())) {
        parts = Collections.emptyIterator();
        throw new IllegalArgumentException(
            "Expected a table of " + options.schema() + ", but the document has " + schema);
      }
    }
    return parts.hasNext() ? parts.next() : null;
  }

  private void begin(int size) {
    if (whole == null) {
      FrameRows rows = new FrameRows(reader, size);
      schema = rows.schema();
      parts = rows;
      return;
    }
    Frame frame = whole.get();
    int rows = (int) Math.max(1, (long) frame.size() * size / Math.max(1, bytes.getAsLong()));
    schema = frame.schema();
    parts =
        IntStream.iterate(0, from -> from < frame.size(), from -> from + rows)
            .mapToObj(from -> frame.slice(from, Math.min(frame.size(), from + rows)))
            .iterator();
  }
}
