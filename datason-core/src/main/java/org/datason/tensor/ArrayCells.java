package org.datason.tensor;

import java.nio.ByteBuffer;

/** Numbers in Java arrays, one class for each type of array. */
final class ArrayCells {

  private ArrayCells() {}

  static final class OfBooleans extends Cells {

    private final boolean[] array;

    OfBooleans(boolean[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return array[(int) index] ? 1 : 0;
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      for (int i = (int) index; i < (int) index + n; i++) {
        to.put((byte) (array[i] ? 1 : 0));
      }
    }
  }

  static final class OfShorts extends Cells {

    private final short[] array;

    OfShorts(short[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return array[(int) index] & 0xFFFF;
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      to.asShortBuffer().put(array, (int) index, n);
      to.position(to.position() + n * Short.BYTES);
    }
  }

  static final class OfInts extends Cells {

    private final int[] array;

    OfInts(int[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return array[(int) index] & 0xFFFF_FFFFL;
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      to.asIntBuffer().put(array, (int) index, n);
      to.position(to.position() + n * Integer.BYTES);
    }
  }

  static final class OfLongs extends Cells {

    private final long[] array;

    OfLongs(long[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return array[(int) index];
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      to.asLongBuffer().put(array, (int) index, n);
      to.position(to.position() + n * Long.BYTES);
    }
  }

  static final class OfFloats extends Cells {

    private final float[] array;

    OfFloats(float[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return Float.floatToRawIntBits(array[(int) index]) & 0xFFFF_FFFFL;
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      to.asFloatBuffer().put(array, (int) index, n);
      to.position(to.position() + n * Float.BYTES);
    }
  }

  static final class OfDoubles extends Cells {

    private final double[] array;

    OfDoubles(double[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      return Double.doubleToRawLongBits(array[(int) index]);
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      to.asDoubleBuffer().put(array, (int) index, n);
      to.position(to.position() + n * Double.BYTES);
    }
  }

  static final class OfTexts extends Cells {

    private final String[] array;

    OfTexts(String[] array) {
      this.array = array;
    }

    @Override
    long count() {
      return array.length;
    }

    @Override
    long bits(long index) {
      throw new UnsupportedOperationException();
    }

    @Override
    void copy(long index, ByteBuffer to, int n) {
      throw new UnsupportedOperationException();
    }

    @Override
    String text(long index) {
      return array[(int) index];
    }
  }
}
