package org.datason.frame;

import java.nio.ByteBuffer;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/** Integers of one width, signed or not. */
abstract class IntegerCells extends Cells {

  final boolean unsigned;

  IntegerCells(boolean unsigned) {
    this.unsigned = unsigned;
  }

  @Override
  void write(int i, JsonWriter out) {
    out.writeLong(getLong(i));
  }

  @Override
  void text(int i, TextBytes out) {
    out.appendLong(getLong(i));
  }

  @Override
  double getDouble(int i) {
    return getLong(i);
  }

  @Override
  boolean same(int i, Cells other, int j) {
    return getLong(i) == other.getLong(j);
  }

  @Override
  int hash(int i) {
    return Long.hashCode(getLong(i));
  }

  static final class Bytes extends IntegerCells {

    private final byte[] values;

    Bytes(byte[] values, boolean unsigned) {
      super(unsigned);
      this.values = values;
    }

    @Override
    long memory() {
      return values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Bytes((byte[]) other, unsigned);
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    long getLong(int i) {
      return unsigned ? values[i] & 0xFF : values[i];
    }

    @Override
    Object get(int i) {
      return unsigned ? (Object) (values[i] & 0xFF) : (Object) values[i];
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.put(values, from, to - from);
    }
  }

  static final class Shorts extends IntegerCells {

    private final short[] values;

    Shorts(short[] values, boolean unsigned) {
      super(unsigned);
      this.values = values;
    }

    @Override
    long memory() {
      return 2L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Shorts((short[]) other, unsigned);
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    long getLong(int i) {
      return unsigned ? values[i] & 0xFFFF : values[i];
    }

    @Override
    Object get(int i) {
      return unsigned ? (Object) (values[i] & 0xFFFF) : (Object) values[i];
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asShortBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 2);
    }
  }

  static final class Ints extends IntegerCells {

    private final int[] values;

    Ints(int[] values, boolean unsigned) {
      super(unsigned);
      this.values = values;
    }

    @Override
    long memory() {
      return 4L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Ints((int[]) other, unsigned);
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    long getLong(int i) {
      return unsigned ? values[i] & 0xFFFF_FFFFL : values[i];
    }

    @Override
    void write(int from, int to, JsonWriter out) {
      if (unsigned) {
        super.write(from, to, out);
      } else {
        out.writeInts(values, from, to);
      }
    }

    @Override
    Object get(int i) {
      return unsigned ? (Object) (values[i] & 0xFFFF_FFFFL) : (Object) values[i];
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asIntBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 4);
    }
  }

  static final class Longs extends IntegerCells {

    private final long[] values;

    Longs(long[] values) {
      super(false);
      this.values = values;
    }

    @Override
    long memory() {
      return 8L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Longs((long[]) other);
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    long getLong(int i) {
      return values[i];
    }

    @Override
    void write(int from, int to, JsonWriter out) {
      out.writeLongs(values, from, to);
    }

    @Override
    Object get(int i) {
      return values[i];
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asLongBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 8);
    }
  }
}
