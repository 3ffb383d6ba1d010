package org.datason.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the members of an object with too many keys to be worth predicting. */
final class WideObject {

  private String[] names;
  private Object[] values;
  private int size;
  private int[] index;

  /** Where the members go once their names turn out to collide; null before. */
  private LinkedHashMap<String, Object> hashed;

  /** Starts from the members read so far. */
  WideObject(Shape shape, Object[] firstValues) {
    size = shape.size();
    int room = Math.max(16, size * 2);
    names = new String[room];
    for (int i = 0; i < size; i++) {
      names[i] = shape.name(i);
    }
    values = Arrays.copyOf(firstValues, room);
    index = KeyIndex.empty(room);
    for (int i = 0; i < size; i++) {
      index[~KeyIndex.find(index, names, names[i])] = i;
    }
  }

  int size() {
    return hashed != null ? hashed.size() : size;
  }

  /** Sets a member; returns false if it replaced one of the same name. */
  boolean put(String name, Object value) {
    if (hashed != null) {
      int before = hashed.size();
      hashed.put(name, value);
      return hashed.size() > before;
    }
    int found = KeyIndex.find(index, names, name);
    if (found >= 0) {
      values[found] = value;
      return false;
    }
    if (found == KeyIndex.CROWDED) {
      hash();
      return put(name, value);
    }
    if (size == names.length) {
      grow();
      return put(name, value);
    }
    index[~found] = size;
    names[size] = name;
    values[size++] = value;
    return true;
  }

  private void grow() {
    int room = size * 2;
    names = Arrays.copyOf(names, room);
    values = Arrays.copyOf(values, room);
    if (KeyIndex.isFull(index, room)) {
      index = KeyIndex.empty(room);
      for (int i = 0; i < size; i++) {
        int slot = KeyIndex.find(index, names, names[i]);
        if (slot == KeyIndex.CROWDED) {
          hash();
          return;
        }
        index[~slot] = i;
      }
    }
  }

  private void hash() {
    hashed = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      hashed.put(names[i], values[i]);
    }
  }

  Map<String, Object> toMap() {
    if (hashed != null) {
      return hashed;
    }
    boolean fits = size > names.length / 4 * 3; // what is left costs less than copies do
    return new ShapedMap(
        new Shape(fits ? names : Arrays.copyOf(names, size), null, size, index),
        fits ? values : Arrays.copyOf(values, size));
  }
}
