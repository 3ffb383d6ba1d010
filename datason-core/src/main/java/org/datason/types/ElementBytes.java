package org.datason.types;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The little-endian bytes of a tensor's elements, of which more come. For one use. */
final class ElementBytes {

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);
  private static final int FIRST_LENGTH = 1024;
  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  /** How many bytes there will be, if it is known. */
  private final long expected;

  private final long first;
  private byte[] bytes = {};
  private int n;

  /**
   * No bytes yet.
   *
   * @param expected how many there should be in the end
   * @param sure how many may be made room for at once, as the document is large enough for them
   */
  ElementBytes(long expected, long sure) {
    this.expected = expected;
    first = Math.max(FIRST_LENGTH, Math.min(expected, sure));
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  int size() {
    return n;
  }

  byte[] toArray() {
    return n < bytes.length ? Arrays.copyOf(bytes, n) : bytes;
  }

  void putAll(ElementBytes other) {
    int at = room(other.n);
    System.arraycopy(other.bytes, 0, bytes, at, other.n);
  }

  void putByte(int value) {
    int at = room(1);
    bytes[at] = (byte) value;
  }

  void putShort(int value) {
    int at = room(Short.BYTES);
    SHORTS.set(bytes, at, (short) value);
  }

  void putInt(int value) {
    int at = room(Integer.BYTES);
    INTS.set(bytes, at, value);
  }

  void putLong(long value) {
    int at = room(Long.BYTES);
    LONGS.set(bytes, at, value);
  }

  void putFloat(float value) {
    int at = room(Float.BYTES);
    FLOATS.set(bytes, at, value);
  }

  void putDouble(double value) {
    int at = room(Double.BYTES);
    DOUBLES.set(bytes, at, value);
  }

  /** Puts the lower bytes of a number. */
  void put(long value, int width) {
    switch (width) {
      case 1 -> putByte((int) value);
      case Short.BYTES -> putShort((int) value);
      case Integer.BYTES -> putInt((int) value);
      default -> putLong(value);
    }
  }

  void putDoubles(double[] values, int count) {
    int at = room(count * Double.BYTES);
    for (int i = 0; i < count; i++) {
      DOUBLES.set(bytes, at + i * Double.BYTES, values[i]);
    }
  }

  void putFloats(float[] values, int count) {
    int at = room(count * Float.BYTES);
    for (int i = 0; i < count; i++) {
      FLOATS.set(bytes, at + i * Float.BYTES, values[i]);
    }
  }

  /** Where some more bytes go. */
  private int room(int size) {
    int at = n;
    if (bytes.length - at < size) {
      grow(size);
    }
    n = at + size;
    return at;
  }

  private void grow(int size) {
    long needed = n + (long) size;
    if (needed > GREATEST_LENGTH) {
      throw new IllegalArgumentException("its elements take more than 2 GiB");
    }
    long length = Math.max(Math.min(first, GREATEST_LENGTH), 2L * bytes.length);
    if (expected >= needed) {
      length = Math.min(length, expected);
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(length, needed), GREATEST_LENGTH));
  }
}
