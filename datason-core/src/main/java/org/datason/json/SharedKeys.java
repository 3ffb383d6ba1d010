package org.datason.json;

import java.util.List;
import java.util.Map;

/**
 * The keys of many like maps, which share them: each map is an array of values. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * SharedKeys keys = SharedKeys.of(List.of("id", "loss"));
 * Map<String, Object> run = keys.map(new Object[] {1, 0.25}); // {id=1, loss=0.25}
 * }</pre>
 */
public final class SharedKeys {

  private final Shape shape;

  private SharedKeys(Shape shape) {
    this.shape = shape;
  }

  /**
   * Keys.
   *
   * @param names the keys in their order, each once
   * @return the keys
   * @throws IllegalArgumentException if a key comes twice
   */
  public static SharedKeys of(List<String> names) {
    KnownNames known = KnownNames.of(names, Map.of());
    Key[] keys = new Key[names.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = known.key(i);
    }
    return new SharedKeys(new Shape(names.toArray(new String[0]), keys, keys.length, null));
  }

  /**
   * How many keys there are.
   *
   * @return 0 or more
   */
  public int size() {
    return shape.size();
  }

  /**
   * A map of these keys, which can be changed as any other.
   *
   * @param values the values, as many as there are keys, in their order; the array is the map's
   *     from now on
   * @return the map
   * @throws IllegalArgumentException if there are more or fewer
   */
  public Map<String, Object> map(Object[] values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(
          "Expected " + shape.size() + " values, not " + values.length);
    }
    return new ShapedMap(shape, values);
  }

  /**
   * Whether a map has these very keys, still shared, so that {@link #value} gives its values.
   *
   * @param map a map
   * @return false for all maps that other keys made, and once a key was put or removed
   */
  public boolean isOf(Map<?, ?> map) {
    return map instanceof ShapedMap shaped && shaped.shape() == shape;
  }

  /**
   * A value of a map that {@linkplain #isOf has these keys}.
   *
   * @param map the map
   * @param i the place of its key
   * @return the value
   */
  public static Object value(Map<?, ?> map, int i) {
    return ((ShapedMap) map).value(i);
  }
}
