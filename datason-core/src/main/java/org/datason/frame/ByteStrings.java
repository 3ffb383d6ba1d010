package org.datason.frame;

import java.nio.ByteBuffer;

/**
 * Strings of bytes, one behind the other.
 *
 * @param data the bytes
 * @param ends where each string ends
 * @param codes the number of the string of each row; null where each row has its own
 */
record ByteStrings(byte[] data, int[] ends, int[] codes) {

  private int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  private int length(int row) {
    int entry = codes == null ? row : codes[row];
    return ends[entry] - start(entry);
  }

  /**
   * Where each of some rows begins, if they stand one behind the other, and where the last ends.
   */
  int[] offsets(int from, int to) {
    int[] offsets = new int[to - from + 1];
    long end = 0;
    for (int i = from; i < to; i++) {
      end += length(i);
      if (end > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "The first "
                + (i - from + 1)
                + " rows have more bytes than an int counts; take slices");
      }
      offsets[i - from + 1] = (int) end;
    }
    return offsets;
  }

  void copy(int from, int to, ByteBuffer target) {
    if (codes == null) {
      int start = from == to ? 0 : start(from);
      target.put(data, start, from == to ? 0 : ends[to - 1] - start);
      return;
    }
    for (int i = from; i < to; i++) {
      int start = start(codes[i]);
      target.put(data, start, ends[codes[i]] - start);
    }
  }
}
