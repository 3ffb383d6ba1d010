package org.datason.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.datason.config.DatasonConfig;

/**
 * The names that an object may have, known before it is read: the expected one is compared as
 * bytes, any other found by a perfect hash over all of them. Immutable and thread-safe.
 *
 * <pre>{@code
 * KnownNames names = KnownNames.of(List.of("id", "loss"), Map.of("error", 1));
 * for (int i = TypedInput.firstMember(in, names); i >= 0; i = TypedInput.nextMember(in, names, i + 1)) {
 *   values[i] = in.readDouble(); // "error" is another name for "loss"
 * }
 * }</pre>
 */
public final class KnownNames {

  /** So many seeds are tried before the table is doubled. */
  private static final int TRIES = 64;

  /** Beyond this size names are found by their text. */
  private static final int LARGEST = 1 << 16;

  private final Key[] keys;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The keys by their hashes, no two in one slot; null if there is no such table. */
  private Key[] table;

  private int[] tableNumbers;
  private long seed;
  private int shift;

  private KnownNames(List<String> names, Map<String, Integer> aliases) {
    keys = new Key[names.size()];
    Key[] all = new Key[names.size() + aliases.size()];
    int[] allNumbers = new int[all.length];
    int n = 0;
    for (String name : names) {
      keys[n] = key(name);
      all[n] = keys[n];
      allNumbers[n] = n;
      add(name, n);
      n++;
    }
    for (Map.Entry<String, Integer> alias : aliases.entrySet()) {
      Objects.checkIndex(alias.getValue(), keys.length);
      all[n] = key(alias.getKey());
      allNumbers[n++] = alias.getValue();
      add(alias.getKey(), alias.getValue());
    }
    int size = Integer.highestOneBit(Math.max(2, all.length * 2 - 1)) * 2;
    while (size <= LARGEST && !place(all, allNumbers, size)) {
      size *= 2;
    }
  }

  /**
   * Names.
   *
   * @param names the names, each known by its place
   * @param aliases more names, with the place of the one that they stand for
   * @return the names
   * @throws IllegalArgumentException if a name comes twice
   * @throws IndexOutOfBoundsException if an alias stands for a place that there is not
   */
  public static KnownNames of(List<String> names, Map<String, Integer> aliases) {
    return new KnownNames(names, aliases);
  }

  private void add(String name, int number) {
    if (numbers.put(name, number) != null) {
      throw new IllegalArgumentException("The name '" + name + "' comes twice");
    }
  }

  private static Key key(String name) {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), null);
    out.writeString(name);
    byte[] quoted = out.toByteArray();
    int to = quoted.length - 1;
    int n = to - 1;
    long head = n >= 8 ? Words.get(quoted, 1) : Words.partial(quoted, 1, to);
    return new Key(name, quoted, 1, to, head, n >= 8 ? Words.get(quoted, to - 8) : 0);
  }

  private boolean place(Key[] all, int[] allNumbers, int size) {
    shift = 64 - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < TRIES; i++) {
      seed = 0x9E3779B97F4A7C15L * (2L * i + 1);
      Key[] slots = new Key[size];
      int[] slotNumbers = new int[size];
      boolean free = true;
      for (int k = 0; k < all.length && free; k++) {
        int slot = slot(all[k].nameHead, all[k].nameTail, all[k].nameLength());
        free = slots[slot] == null;
        slots[slot] = all[k];
        slotNumbers[slot] = allNumbers[k];
      }
      if (free) {
        table = slots;
        tableNumbers = slotNumbers;
        return true;
      }
    }
    return false;
  }

  private int slot(long head, long tail, int length) {
    long h = (head ^ Long.rotateLeft(tail, 29) + length) * seed;
    return (int) ((h ^ h >>> 31) * seed >>> shift);
  }

  /**
   * How many names there are, aliases aside.
   *
   * @return 0 or more
   */
  public int size() {
    return keys.length;
  }

  /**
   * A name.
   *
   * @param i its place
   * @return the name
   */
  public String get(int i) {
    return keys[i].text;
  }

  /**
   * The place of a name.
   *
   * @param name a name or alias
   * @return from 0; -1 if it is not known
   */
  public int indexOf(String name) {
    return numbers.getOrDefault(name, -1);
  }

  /** The key of a place, or null beyond the last. */
  Key key(int i) {
    return i < keys.length ? keys[i] : null;
  }

  /**
   * The number of the name whose bytes, without escapes and followed by a quote, stand between two
   * places; -1 if it is not known.
   */
  int find(byte[] b, int from, int to, int limit) {
    if (table == null) {
      return indexOf(new String(b, from, to - from, java.nio.charset.StandardCharsets.UTF_8));
    }
    int n = to - from;
    long head;
    long tail = 0;
    if (n >= 8) {
      head = Words.get(b, from);
      tail = Words.get(b, to - 8);
    } else if (n == 0) {
      head = 0;
    } else {
      head = from + 8 <= limit ? Words.get(b, from) & Words.mask(n) : Words.partial(b, from, to);
    }
    int slot = slot(head, tail, n);
    Key key = table[slot];
    return key != null && key.isName(b, from, to, head, tail) ? tableNumbers[slot] : -1;
  }
}
