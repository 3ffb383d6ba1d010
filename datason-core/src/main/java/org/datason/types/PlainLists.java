package org.datason.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.tensor.Tensor;

/**
 * Tensors of nested lists that do not say their dtype, by numpy's rules: booleans, texts, integers
 * as {@code int64}, and {@code float64} as soon as there is a fraction.
 */
final class PlainLists {

  private PlainLists() {}

  /** The tensor of a value as a reader gives it; null if numpy would make no such one of it. */
  static Tensor toTensor(Object value) {
    List<Object> items = new ArrayList<>();
    long[] shape = shape(value);
    if (!collect(value, shape, 0, items)) {
      return null;
    }
    Object first = items.isEmpty() ? Double.NaN : items.get(0);
    if (first instanceof Boolean) {
      boolean[] array = new boolean[items.size()];
      for (int i = 0; i < array.length; i++) {
        if (!(items.get(i) instanceof Boolean b)) {
          return null;
        }
        array[i] = b;
      }
      return Tensor.of(array, shape);
    }
    if (first instanceof String) {
      boolean texts = items.stream().allMatch(String.class::isInstance);
      return texts ? Tensor.of(items.toArray(new String[0]), shape) : null;
    }
    return numbers(items, shape);
  }

  private static Tensor numbers(List<Object> items, long[] shape) {
    boolean integers = !items.isEmpty();
    for (Object item : items) {
      boolean integer = item instanceof Integer || item instanceof Long;
      if (!integer && !(item instanceof Double)) {
        return null;
      }
      integers &= integer;
    }
    if (integers) {
      return Tensor.of(items.stream().mapToLong(i -> ((Number) i).longValue()).toArray(), shape);
    }
    double[] array = new double[items.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = ((Number) items.get(i)).doubleValue();
      if (items.get(i) instanceof Long exact && (long) array[i] != exact) {
        return null; // it would not come back as the same number
      }
    }
    return Tensor.of(array, shape);
  }

  private static long[] shape(Object value) {
    long[] shape = {};
    Object item = value;
    while (item instanceof List<?> list) {
      shape = Arrays.copyOf(shape, shape.length + 1);
      shape[shape.length - 1] = list.size();
      item = list.isEmpty() ? null : list.get(0);
    }
    return shape;
  }

  /** Collects the items of lists that have the shape; false if they do not. */
  private static boolean collect(Object value, long[] shape, int level, List<Object> items) {
    if (level == shape.length) {
      items.add(value);
      return value != null && !(value instanceof List);
    }
    if (!(value instanceof List<?> list) || list.size() != shape[level]) {
      return false;
    }
    for (Object item : list) {
      if (!collect(item, shape, level + 1, items)) {
        return false;
      }
    }
    return true;
  }
}
