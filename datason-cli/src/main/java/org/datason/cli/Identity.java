package org.datason.cli;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Tells whether two values are the same: of the same kind and equal to the last bit, in the same
 * order, down to the items of arrays, lists, maps and records.
 */
final class Identity {

  private Identity() {}

  /** Whether two values are the same. */
  static boolean same(Object a, Object b) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof Map<?, ?> map) {
      return b instanceof Map<?, ?> other && sameMaps(map, other);
    }
    if (a instanceof List<?> list) {
      return b instanceof List<?> other && sameItems(list, other);
    }
    if (a instanceof Double || a instanceof Float) {
      return a.getClass() == b.getClass() && bits((Number) a) == bits((Number) b);
    }
    if (a.getClass().isArray()) {
      return a.getClass() == b.getClass() && sameArrays(a, b);
    }
    if (a instanceof Record) {
      return a.getClass() == b.getClass() && sameRecords(a, b);
    }
    return a.equals(b);
  }

  private static long bits(Number value) {
    return value instanceof Float
        ? Float.floatToRawIntBits(value.floatValue())
        : Double.doubleToRawLongBits(value.doubleValue());
  }

  private static boolean sameMaps(Map<?, ?> a, Map<?, ?> b) {
    return sameItems(a.keySet(), b.keySet()) && sameItems(a.values(), b.values());
  }

  private static boolean sameItems(Iterable<?> a, Iterable<?> b) {
    Iterator<?> others = b.iterator();
    for (Object item : a) {
      if (!others.hasNext() || !same(item, others.next())) {
        return false;
      }
    }
    return !others.hasNext();
  }

  private static boolean sameArrays(Object a, Object b) {
    int length = Array.getLength(a);
    if (length != Array.getLength(b)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!same(Array.get(a, i), Array.get(b, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameRecords(Object a, Object b) {
    for (RecordComponent component : a.getClass().getRecordComponents()) {
      try {
        if (!same(component.getAccessor().invoke(a), component.getAccessor().invoke(b))) {
          return false;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return true;
  }
}
