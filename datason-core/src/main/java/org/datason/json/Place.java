package org.datason.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a value is being written: the steps from the whole document to it. Hinted values have no
 * steps of their own, and the values of a map that is written as pairs have their keys as names. It
 * belongs to its writer and changes with every value.
 */
public final class Place {

  private static final byte OBJECT = 1;
  private static final byte ENVELOPE = 2;
  private static final byte ARRAY = 3;
  private static final byte PAIRS = 4;
  private static final byte PAIR = 5;

  private byte[] kinds = new byte[16];

  /** For each open container: the name of its member, or null where it has none. */
  private String[] names = new String[16];

  /** For each open container: the index of its item, or -1 where it has none. */
  private int[] indexes = new int[16];

  /** For each open pair: the text of its key. For each container: the names that were made. */
  private String[] keys = new String[16];

  private Set<?>[] made = new Set<?>[16];
  private int size;

  Place() {}

  /**
   * How many levels there are.
   *
   * @return 0 for the whole document
   */
  public int size() {
    return size;
  }

  /**
   * The name of the member at a level.
   *
   * @param level from 0
   * @return null where there is an index, or no step
   */
  public String name(int level) {
    return names[level];
  }

  /**
   * The index of the item at a level.
   *
   * @param level from 0
   * @return -1 where there is a name, or no step
   */
  public int index(int level) {
    return kinds[level] == ARRAY ? indexes[level] : -1;
  }

  // ---------------------------------------------------------------- for the writer

  void beginObject() {
    push(OBJECT);
  }

  void beginEnvelope() {
    push(ENVELOPE);
  }

  void beginArray() {
    push(ARRAY);
  }

  /** Takes the array begun last for one of pairs, whose items are no steps. */
  void pairsFollow() {
    if (size > 0 && kinds[size - 1] == ARRAY) {
      kinds[size - 1] = PAIRS;
    }
  }

  /** Begins a pair; its value will have the key's text as its name. */
  void beginPair(String key) {
    push(PAIR);
    keys[size - 1] = key;
  }

  private void push(byte kind) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      names = Arrays.copyOf(names, size * 2);
      indexes = Arrays.copyOf(indexes, size * 2);
      keys = Arrays.copyOf(keys, size * 2);
      made = Arrays.copyOf(made, size * 2);
    }
    kinds[size] = kind;
    names[size] = null;
    indexes[size] = -1;
    keys[size] = null;
    made[size++] = null;
  }

  void end() {
    size--;
    names[size] = null;
    keys[size] = null;
    made[size] = null;
  }

  /** Goes to the next item of an array, or from a pair's key to its value. */
  void next() {
    if (size == 0) {
      return;
    }
    int i = ++indexes[size - 1];
    if (kinds[size - 1] == PAIR && i == 1) {
      names[size - 1] = keys[size - 1];
    }
  }

  /** Goes to the member of a name; null if it is no step. */
  void member(String name) {
    names[size - 1] = name;
  }

  /** Whether a member is one of an envelope's own; its hint makes an object one. */
  boolean isOfEnvelope(String name) {
    if (size == 0 || !Envelope.isMember(name)) {
      return false;
    }
    if (name.equals(Envelope.TYPE)) {
      kinds[size - 1] = ENVELOPE;
    }
    return kinds[size - 1] == ENVELOPE;
  }

  /** Whether the next text is the key of a pair. */
  boolean isKey() {
    return size > 0 && kinds[size - 1] == PAIR && indexes[size - 1] == 0;
  }

  /** A name that no other one of its object, or list of pairs, has which holds a replacement. */
  @SuppressWarnings("unchecked")
  String unique(String name) {
    int level = isKey() && size > 1 ? size - 2 : size - 1;
    if (made[level] == null) {
      made[level] = new HashSet<String>();
    }
    Set<String> taken = (Set<String>) made[level];
    String unique = name;
    for (int n = taken.size() + 1; !taken.add(unique); n++) {
      unique = name + " (" + n + ")";
    }
    return unique;
  }
}
