package org.datason.template;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;

/**
 * Loaded records by the value of one of their fields, for joins in memory: an open hash table, of
 * plain longs where the keys are integers. The records are shared, not copied. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * KeyedRecords<User> users = userTemplate.byKey("id", userTemplate.readAll(file));
 * for (Tweet tweet : tweets) {
 *   User author = users.get(tweet.userId()); // null if there is none
 * }
 * }</pre>
 *
 * @param <T> the type of the records
 */
public final class KeyedRecords<T> {

  private static final int MOST = 1 << 29;

  private final int size;
  private final int mask;

  /** The keys where all of them are integers; otherwise null. */
  private final long[] numbers;

  /** All other keys; null where they are integers. */
  private final Object[] keys;

  private final Object[] records;

  private KeyedRecords(int size, boolean integers) {
    if (size > MOST) {
      throw new IllegalArgumentException("There are more than " + MOST + " records");
    }
    this.size = size;
    int slots = Integer.highestOneBit(Math.max(2, size)) * 4;
    mask = slots - 1;
    numbers = integers ? new long[slots] : null;
    keys = integers ? null : new Object[slots];
    records = new Object[slots];
  }

  static <T> KeyedRecords<T> of(
      Collection<? extends T> all, String field, Function<Object, Object> key) {
    if (all.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("A record is null, which has no field '" + field + "'");
    }
    boolean integers = true;
    for (Iterator<? extends T> i = all.iterator(); i.hasNext() && integers; ) {
      integers = plain(key.apply(i.next())) instanceof Long;
    }
    KeyedRecords<T> table = new KeyedRecords<>(all.size(), integers);
    for (T record : all) {
      Object value = plain(key.apply(record));
      boolean fresh = value != null && value != Assembler.MISSING && table.put(value, record);
      if (!fresh) {
        throw new IllegalArgumentException(
            value == null || value == Assembler.MISSING
                ? "A record has no value in the field '" + field + "'"
                : "Two records have the value " + value + " in the field '" + field + "'");
      }
    }
    return table;
  }

  /** An integer as a Long, if it is one of 64 bits; any other key as it is. */
  private static Object plain(Object key) {
    if (key instanceof Integer || key instanceof Short || key instanceof Byte) {
      return ((Number) key).longValue();
    }
    return key instanceof BigInteger i && i.bitLength() < Long.SIZE ? (Object) i.longValue() : key;
  }

  private boolean put(Object key, Object record) {
    int slot = numbers != null ? slot(((Number) key).longValue()) : slot(key);
    if (records[slot] != null) {
      return false;
    }
    records[slot] = record;
    if (numbers != null) {
      numbers[slot] = ((Number) key).longValue();
    } else {
      keys[slot] = key;
    }
    return true;
  }

  /** The slot of a key, or the free one where it belongs. */
  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & mask;
    while (records[slot] != null && numbers[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int slot(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    int slot = (hash ^ hash >>> 16) & mask;
    while (records[slot] != null && !key.equals(keys[slot])) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /**
   * How many records there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * The record with a key.
   *
   * @param key the value of the field; integers of any width are the same
   * @return the record; null if there is none
   */
  @SuppressWarnings("unchecked")
  public T get(Object key) {
    Object plain = plain(key);
    if (numbers != null) {
      return plain instanceof Long i ? (T) records[slot(i.longValue())] : null;
    }
    return plain == null ? null : (T) records[slot(plain)];
  }

  /**
   * The record with a key that is an integer.
   *
   * @param key the value of the field
   * @return the record; null if there is none
   */
  @SuppressWarnings("unchecked")
  public T get(long key) {
    return numbers != null ? (T) records[slot(key)] : get((Object) key);
  }
}
