package org.datason.json;

import java.util.Arrays;

/**
 * Puts the members of an object that was just written into the order of their names, by moving
 * their bytes: the same for maps, records and handlers. Members that are in order already are not
 * moved.
 */
final class MemberSorter {

  private String[] names = new String[32];

  /** Where each member begins, the comma before it left out. */
  private int[] starts = new int[32];

  private int count;

  /** For each open object: the number of its first member. */
  private int[] objects = new int[16];

  private int depth;

  void begin() {
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, depth * 2);
    }
    objects[depth++] = count;
  }

  void member(String name, int start) {
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    names[count] = name;
    starts[count++] = start;
  }

  /** Sorts the members of the innermost object, whose last byte has been written. */
  void end(JsonWriter w) {
    int from = objects[--depth];
    int to = count;
    count = from;
    for (int i = from + 1; i < to; i++) {
      if (names[i - 1].compareTo(names[i]) > 0) {
        sort(w, from, to);
        break;
      }
    }
    Arrays.fill(names, from, to, null);
  }

  private void sort(JsonWriter w, int from, int to) {
    Integer[] order = new Integer[to - from];
    Arrays.setAll(order, i -> from + i);
    Arrays.sort(order, (a, b) -> names[a].compareTo(names[b]));
    int begin = starts[from];
    byte[] sorted = new byte[w.pos - begin];
    int p = 0;
    for (int i : order) {
      int end = i + 1 < to ? starts[i + 1] - 1 : w.pos;
      if (p > 0) {
        sorted[p++] = ',';
      }
      System.arraycopy(w.buf, starts[i], sorted, p, end - starts[i]);
      p += end - starts[i];
    }
    System.arraycopy(sorted, 0, w.buf, begin, sorted.length);
  }
}
