package org.datason.json;

import java.util.Arrays;

/**
 * A hash table from keys to their places in an array, as plain ints: open addressing with linear
 * probing, at most half full, -1 where a slot is free. A probe that grows long, as names made to
 * collide would have it, is given up: the one who builds the table then takes another kind of map.
 */
final class KeyIndex {

  /** What {@link #find} says when the names collide too much. */
  static final int CROWDED = Integer.MIN_VALUE;

  private static final int PROBES = 256;

  private KeyIndex() {}

  /** A table of up to {@link #PROBES} keys, which can therefore not be crowded. */
  static int[] of(String[] names, int size) {
    int[] table = empty(size);
    for (int i = 0; i < size; i++) {
      table[~find(table, names, names[i])] = i;
    }
    return table;
  }

  /** A table with room for so many keys. */
  static int[] empty(int size) {
    int[] table = new int[Integer.highestOneBit(Math.max(size, 8) * 2 - 1) * 2];
    Arrays.fill(table, -1);
    return table;
  }

  /** Whether a table is too small for so many keys. */
  static boolean isFull(int[] table, int size) {
    return size * 2 > table.length;
  }

  /** The place of a key; or ~(the free slot where its place belongs); or {@link #CROWDED}. */
  static int find(int[] table, String[] names, String name) {
    int mask = table.length - 1;
    int hash = name.hashCode();
    int slot = (hash ^ hash >>> 15) & mask;
    for (int i = 0; i < PROBES; i++) {
      int at = table[slot];
      if (at < 0) {
        return ~slot;
      }
      if (names[at].equals(name)) {
        return at;
      }
      slot = slot + 1 & mask;
    }
    return CROWDED;
  }
}
