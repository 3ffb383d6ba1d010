package org.datason.template;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.datason.json.SharedKeys;

/** Maps, which share their keys; members that are missing are no keys. */
final class MapAssembler extends Assembler {

  /** So many combinations of missing members have keys of their own. */
  private static final int MOST = 256;

  private final List<String> names;
  private final SharedKeys all;
  private final Map<BitSet, SharedKeys> some = new ConcurrentHashMap<>();
  private final String tag;

  /**
   * An assembler.
   *
   * @param tag the value of the first member, which tells these maps from others; or null
   */
  MapAssembler(List<String> names, String tag) {
    this.names = List.copyOf(names);
    this.all = SharedKeys.of(names);
    this.tag = tag;
  }

  SharedKeys keys() {
    return all;
  }

  @Override
  Class<?> type() {
    return Map.class;
  }

  @Override
  String hint() {
    return "";
  }

  @Override
  boolean takes(Object value) {
    return value instanceof Map<?, ?> map && (tag == null || tag.equals(map.get(names.get(0))));
  }

  @Override
  Object make(Object[] values, Object collected) {
    if (tag != null) {
      values[0] = tag;
    }
    int n = values.length;
    int there = 0;
    for (Object value : values) {
      there += value == MISSING ? 0 : 1;
    }
    Map<?, ?> extra = (Map<?, ?>) collected;
    if (there == n && extra.isEmpty()) {
      return all.map(values);
    }
    BitSet present = new BitSet(n);
    Object[] found = new Object[there];
    int k = 0;
    for (int i = 0; i < n; i++) {
      if (values[i] != MISSING) {
        present.set(i);
        found[k++] = values[i];
      }
    }
    SharedKeys keys = extra.isEmpty() ? keys(present) : null;
    return keys == null ? hashed(values, extra) : keys.map(found);
  }

  private SharedKeys keys(BitSet present) {
    SharedKeys keys = some.get(present);
    if (keys == null && some.size() < MOST) {
      List<String> those = new ArrayList<>();
      present.stream().forEach(i -> those.add(names.get(i)));
      keys = SharedKeys.of(those);
      some.put(present, keys);
    }
    return keys;
  }

  private Map<String, Object> hashed(Object[] values, Map<?, ?> extra) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != MISSING) {
        map.put(names.get(i), values[i]);
      }
    }
    extra.forEach((name, value) -> map.put((String) name, value));
    return map;
  }

  @Override
  Object get(Object owner, int i) {
    Map<?, ?> map = (Map<?, ?>) owner;
    if (all.isOf(map)) {
      return SharedKeys.value(map, i);
    }
    String name = names.get(i);
    Object value = map.get(name);
    return value == null && !map.containsKey(name) ? MISSING : value;
  }

  @Override
  Object none(int i) {
    return null;
  }

  @Override
  boolean holds(int i, Object value) {
    return true;
  }

  @Override
  Object collector() {
    return new LinkedHashMap<>(0);
  }
}
