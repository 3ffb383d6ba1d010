package org.datason.tensor;

import java.util.Arrays;

/** Arithmetic of shapes and strides, both in elements. */
final class Shapes {

  private Shapes() {}

  /**
   * The number of elements of a shape.
   *
   * @throws IllegalArgumentException if a length is negative, or if the lengths other than 0 have a
   *     product beyond a long, or one whose bytes are
   */
  static long size(long[] shape, int byteSize) {
    long size = 1;
    boolean empty = false;
    for (long n : shape) {
      if (n < 0) {
        throw new IllegalArgumentException(
            "the shape " + Arrays.toString(shape) + " has a negative length");
      }
      empty |= n == 0;
      size = times(size, Math.max(n, 1), shape);
    }
    times(size, Math.max(byteSize, 1), shape);
    return empty ? 0 : size;
  }

  private static long times(long a, long b, long[] shape) {
    if (Math.multiplyHigh(a, b) != 0 || a * b < 0) {
      throw new IllegalArgumentException(
          "the shape " + Arrays.toString(shape) + " has more elements than can be counted");
    }
    return a * b;
  }

  /** The strides of elements that follow one another in row-major order. */
  static long[] rowMajor(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(shape[i], 1);
    }
    return strides;
  }

  /** Whether the elements follow one another in row-major order. */
  static boolean isRowMajor(long[] shape, long[] strides) {
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] == 0) {
        return true;
      }
      if (shape[i] != 1 && strides[i] != stride) {
        return false;
      }
      stride *= shape[i];
    }
    return true;
  }

  /**
   * Makes sure that every element of a view is one of the store's.
   *
   * @throws IllegalArgumentException if not
   */
  static void checkWithin(long[] shape, long[] strides, long offset, long count) {
    if (strides.length != shape.length) {
      throw new IllegalArgumentException(
          "Expected " + shape.length + " strides, one a dimension, but found " + strides.length);
    }
    long least = offset;
    long greatest = offset;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == 0) {
        return;
      }
      long way = Math.multiplyExact(shape[i] - 1, strides[i]);
      least = Math.addExact(least, Math.min(way, 0));
      greatest = Math.addExact(greatest, Math.max(way, 0));
    }
    if (least < 0 || greatest >= count) {
      throw new IllegalArgumentException(
          "The shape "
              + Arrays.toString(shape)
              + " with the strides "
              + Arrays.toString(strides)
              + " reaches from element "
              + least
              + " to "
              + greatest
              + ", but there are "
              + count);
    }
  }

  static String text(long[] shape) {
    String text = Arrays.toString(shape);
    text = text.substring(1, text.length() - 1);
    return shape.length == 1 ? '(' + text + ",)" : '(' + text + ')';
  }
}
