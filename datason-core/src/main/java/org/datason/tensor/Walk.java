package org.datason.tensor;

import java.nio.ByteBuffer;

/**
 * A walk over a view's elements in row-major order, in runs that follow one another in memory or
 * lie at one stride.
 */
final class Walk {

  /*
   * Dimensions that lie in memory as one are taken as one, so that a matrix whose rows follow one
   * another is a single run, and a transposed one has as few runs as can be.
   */

  private final long[] shape;
  private final long[] strides;
  private final long[] index;
  private final int rank;
  private long at;

  /** A walk that begins at an element, counted in row-major order. */
  Walk(long[] shape, long[] strides, long offset, long from) {
    this.shape = new long[shape.length + 1];
    this.strides = new long[shape.length + 1];
    int n = 0;
    for (int i = 0; i < shape.length; i++) {
      if (n > 0 && this.strides[n - 1] == shape[i] * strides[i]) {
        this.shape[n - 1] *= shape[i];
        this.strides[n - 1] = strides[i];
      } else if (shape[i] != 1) {
        this.shape[n] = shape[i];
        this.strides[n++] = strides[i];
      }
    }
    if (n == 0) {
      this.shape[n++] = 1;
    }
    rank = n;
    index = new long[n];
    at = offset;
    long rest = from;
    for (int i = n - 1; i >= 0; i--) {
      index[i] = rest % this.shape[i];
      rest /= this.shape[i];
      at += index[i] * this.strides[i];
    }
  }

  /** Where the next element lies. */
  long at() {
    return at;
  }

  /** How many elements come next at one stride, the next one included. */
  long run() {
    return shape[rank - 1] - index[rank - 1];
  }

  long stride() {
    return strides[rank - 1];
  }

  /** Goes on by some elements, at most by {@link #run}. */
  void skip(long n) {
    int i = rank - 1;
    index[i] += n;
    at += n * strides[i];
    while (i > 0 && index[i] == shape[i]) {
      at -= index[i] * strides[i];
      index[i] = 0;
      i--;
      index[i]++;
      at += strides[i];
    }
  }

  /** Puts the next elements into a buffer, which has room for them. */
  void copy(Cells cells, DType dtype, ByteBuffer to, long elements) {
    int parts = dtype.parts();
    int width = dtype.width();
    long left = elements;
    while (left > 0) {
      int n = (int) Math.min(left, run());
      if (stride() == 1) {
        cells.copy(at * parts, to, n * parts);
      } else {
        long step = stride();
        for (int i = 0; i < n; i++) {
          long cell = (at + i * step) * parts;
          Cells.put(to, cells.bits(cell), width);
          if (parts == 2) {
            Cells.put(to, cells.bits(cell + 1), width);
          }
        }
      }
      skip(n);
      left -= n;
    }
  }
}
