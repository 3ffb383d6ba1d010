package org.datason.benchmarks.arrow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.datason.arrow.ArrowFrames;
import org.datason.frame.Frame;

/** A record batch of the table, filled value by value. */
final class HandMadeBatch implements AutoCloseable {

  static final int ROWS = 8192;
  private static final int TEXT = 16;

  private final BigIntVector ids;
  private final Float8Vector values;
  private final Float8Vector sparse;
  private final VarCharVector categories;
  private final VarCharVector names;
  private final BitVector flags;
  private final TimeStampMicroTZVector times;
  private final FixedSizeBinaryVector uuids;
  private final VectorSchemaRoot root;
  private byte[] bytes = new byte[64];
  private int row;

  HandMadeBatch(BufferAllocator allocator) {
    ids = new BigIntVector("id", allocator);
    values = new Float8Vector("value", allocator);
    sparse = new Float8Vector("sparse", allocator);
    categories = new VarCharVector("category", allocator);
    names = new VarCharVector("name", allocator);
    flags = new BitVector("flag", allocator);
    times = new TimeStampMicroTZVector("time", allocator, "UTC");
    uuids = new FixedSizeBinaryVector("uuid", allocator, 16);
    ids.allocateNew(ROWS);
    values.allocateNew(ROWS);
    sparse.allocateNew(ROWS);
    categories.allocateNew((long) ROWS * TEXT, ROWS);
    names.allocateNew((long) ROWS * TEXT, ROWS);
    flags.allocateNew(ROWS);
    times.allocateNew(ROWS);
    uuids.allocateNew(ROWS);
    root =
        new VectorSchemaRoot(List.of(ids, values, sparse, categories, names, flags, times, uuids));
  }

  VectorSchemaRoot root() {
    return root;
  }

  boolean isFull() {
    return row == ROWS;
  }

  void endRow() {
    row++;
    root.setRowCount(row);
  }

  void setLong(long value) {
    ids.set(row, value);
  }

  void setValue(double value) {
    values.set(row, value);
  }

  void setSparse(double value) {
    sparse.set(row, value);
  }

  void setFlag(boolean value) {
    flags.set(row, value ? 1 : 0);
  }

  void setTime(long micros) {
    times.set(row, micros);
  }

  void setUuid(long high, long low) {
    ArrowBuf data = uuids.getDataBuffer();
    data.setLong(16L * row, Long.reverseBytes(high));
    data.setLong(16L * row + 8, Long.reverseBytes(low));
    BitVectorHelper.setBit(uuids.getValidityBuffer(), row);
  }

  void setCategory(char[] text, int from, int length) {
    set(categories, text, from, length);
  }

  void setName(char[] text, int from, int length) {
    set(names, text, from, length);
  }

  private void set(VarCharVector vector, char[] text, int from, int length) {
    if (bytes.length < length) {
      bytes = new byte[2 * length];
    }
    int or = 0;
    for (int i = 0; i < length; i++) {
      char c = text[from + i];
      or |= c;
      bytes[i] = (byte) c;
    }
    if (or < 0x80) {
      vector.setSafe(row, bytes, 0, length);
    } else {
      vector.setSafe(row, new String(text, from, length).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The batch as a frame, with UUIDs as such. */
  Frame frame() {
    Frame plain = ArrowFrames.toFrame(root, null);
    org.datason.frame.ColumnBuilder uuid =
        org.datason.frame.ColumnBuilder.of(org.datason.frame.FieldType.Simple.UUID);
    for (int i = 0; i < plain.size(); i++) {
      java.nio.ByteBuffer b = java.nio.ByteBuffer.wrap(uuids.get(i));
      uuid.append(new java.util.UUID(b.getLong(), b.getLong()));
    }
    org.datason.frame.FrameBuilder builder = Frame.builder();
    for (int i = 0; i < 7; i++) {
      builder.column(JsonFiles.COLUMNS[i], plain.column(i));
    }
    return builder.column("uuid", uuid.build()).build();
  }

  @Override
  public void close() {
    root.close();
  }
}
