package org.datason.json;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A map from text to values in the order of a JSON object: an array of values beside a {@link
 * Shape} shared with other maps. Values can be replaced in place; a key put or removed turns the
 * map into an ordinary hash table, which costs one pass. As safe for threads as a {@link
 * LinkedHashMap}.
 */
final class ShapedMap extends AbstractMap<String, Object> implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient Shape shape;
  private transient Object[] values;

  /** The entries once a key was put or removed; null before. */
  private transient LinkedHashMap<String, Object> hashed;

  ShapedMap(Shape shape, Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** The keys while they are shared; null once a key was put or removed. */
  Shape shape() {
    return shape;
  }

  Object value(int i) {
    return values[i];
  }

  @Override
  public int size() {
    return hashed != null ? hashed.size() : shape.size();
  }

  @Override
  public boolean containsKey(Object key) {
    return hashed != null ? hashed.containsKey(key) : shape.indexOf(key) >= 0;
  }

  @Override
  public Object get(Object key) {
    if (hashed != null) {
      return hashed.get(key);
    }
    int i = shape.indexOf(key);
    return i < 0 ? null : values[i];
  }

  @Override
  public Object put(String key, Object value) {
    if (hashed == null) {
      int i = shape.indexOf(key);
      if (i >= 0) {
        Object before = values[i];
        values[i] = value;
        return before;
      }
      hash();
    }
    return hashed.put(key, value);
  }

  @Override
  public Object remove(Object key) {
    if (hashed == null) {
      if (shape.indexOf(key) < 0) {
        return null;
      }
      hash();
    }
    return hashed.remove(key);
  }

  @Override
  public void clear() {
    shape = Shape.EMPTY;
    values = new Object[0];
    hashed = null;
  }

  private void hash() {
    LinkedHashMap<String, Object> map = new LinkedHashMap<>(shape.size() * 2 + 2);
    for (int i = 0; i < shape.size(); i++) {
      map.put(shape.name(i), values[i]);
    }
    hashed = map;
    shape = null;
    values = null;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

    @Override
    public int size() {
      return ShapedMap.this.size();
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return hashed != null ? hashed.entrySet().iterator() : new Cursor(shape);
    }

    @Override
    public void clear() {
      ShapedMap.this.clear();
    }
  }

  /** Walks the shape; after its own first removal it walks what is left of the hash table. */
  private final class Cursor implements Iterator<Map.Entry<String, Object>> {

    private final Shape walked;
    private int next;
    private Iterator<Map.Entry<String, Object>> rest;

    Cursor(Shape walked) {
      this.walked = walked;
    }

    @Override
    public boolean hasNext() {
      return rest != null ? rest.hasNext() : next < walked.size();
    }

    @Override
    public Map.Entry<String, Object> next() {
      if (rest != null) {
        return rest.next();
      }
      if (shape != walked) {
        throw new ConcurrentModificationException();
      }
      if (next == walked.size()) {
        throw new NoSuchElementException();
      }
      int i = next++;
      return new Slot(walked.name(i), i);
    }

    @Override
    public void remove() {
      if (rest == null) {
        if (next == 0) {
          throw new IllegalStateException();
        }
        if (shape != walked) {
          throw new ConcurrentModificationException();
        }
        hash();
        rest = hashed.entrySet().iterator();
        for (int i = 0; i < next; i++) {
          rest.next();
        }
      }
      rest.remove();
    }
  }

  /** An entry that writes through to the map. */
  private final class Slot extends SimpleEntry<String, Object> {

    private static final long serialVersionUID = 1L;

    private final transient int place;

    Slot(String key, int place) {
      super(key, values[place]);
      this.place = place;
    }

    @Override
    public Object setValue(Object value) {
      if (hashed != null) {
        hashed.replace(getKey(), value);
      } else if (place < values.length) {
        values[place] = value;
      }
      return super.setValue(value);
    }
  }

  @Override
  public int hashCode() {
    if (hashed != null) {
      return hashed.hashCode();
    }
    int sum = 0;
    for (int i = 0; i < shape.size(); i++) {
      Object value = values[i];
      sum += shape.name(i).hashCode() ^ (value == null ? 0 : value.hashCode());
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    if (other instanceof ShapedMap map && hashed == null && map.shape == shape) {
      return other == this || Arrays.equals(values, 0, shape.size(), map.values, 0, shape.size());
    }
    return super.equals(other);
  }

  /** Java's serialization knows an equal hash table in the place of this. */
  private Object writeReplace() {
    return new LinkedHashMap<>(this);
  }
}
