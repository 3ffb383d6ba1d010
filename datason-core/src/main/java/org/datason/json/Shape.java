package org.datason.json;

/**
 * The keys of a map in their order, with an index to find them; shared by all maps that have the
 * same keys. Immutable.
 */
final class Shape {

  static final Shape EMPTY = new Shape(new String[0], null, 0, null);

  /** Up to so many keys a look at each is faster than a hash. */
  private static final int LINEAR = 8;

  private final String[] names;
  private final Key[] keys;
  private final int size;
  private final int[] index;
  private final int longest;

  /**
   * A shape of keys that are all different.
   *
   * @param names the keys, from 0 to size
   * @param keys their tokens, or null
   * @param size how many there are
   * @param index their {@link KeyIndex} if it is built already, or null
   */
  Shape(String[] names, Key[] keys, int size, int[] index) {
    this.names = names;
    this.keys = keys;
    this.size = size;
    this.longest = keys == null ? 0 : longest(keys, size);
    this.index = index != null || size <= LINEAR ? index : KeyIndex.of(names, size);
  }

  private static int longest(Key[] keys, int size) {
    int longest = 0;
    for (int i = 0; i < size; i++) {
      longest = Math.max(longest, keys[i].nameLength());
    }
    return longest;
  }

  /** The length of the longest of the keys that have a token, in bytes. */
  int longest() {
    return longest;
  }

  int size() {
    return size;
  }

  String name(int i) {
    return names[i];
  }

  /** The token of a key, if it may be copied into any output; or null. */
  Key token(int i) {
    if (keys == null) {
      return null;
    }
    Key key = keys[i];
    return key.plain ? key : null;
  }

  /** The place of a key, or -1. */
  int indexOf(Object key) {
    if (!(key instanceof String name)) {
      return -1;
    }
    if (index != null) {
      return Math.max(-1, KeyIndex.find(index, names, name));
    }
    for (int i = 0; i < size; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
