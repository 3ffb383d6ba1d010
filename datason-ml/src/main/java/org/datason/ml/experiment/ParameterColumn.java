package org.datason.ml.experiment;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;

/** The values of one parameter in many runs, in a column of the narrowest type that holds them. */
final class ParameterColumn {

  /** All integers up to here are doubles. */
  private static final long EXACT = 1L << 53;

  private ParameterColumn() {}

  /** A column of values, null where a run has none. */
  static Column of(Object[] values) {
    if (all(values, v -> v instanceof Boolean)) {
      return Column.of(Simple.BOOLEAN, values);
    }
    if (all(values, ParameterColumn::isInteger)) {
      return Column.of(Simple.INT64, map(values, v -> ((Number) v).longValue()));
    }
    if (all(values, ParameterColumn::isDouble)) {
      return Column.of(Simple.FLOAT64, map(values, v -> ((Number) v).doubleValue()));
    }
    if (all(values, v -> v instanceof String)) {
      return Column.of(Simple.TEXT, values);
    }
    return Column.of(Simple.MIXED, values);
  }

  private static boolean all(Object[] values, Predicate<Object> test) {
    return Arrays.stream(values).filter(Objects::nonNull).allMatch(test);
  }

  private static Object[] map(Object[] values, Function<Object, Object> function) {
    return Arrays.stream(values).map(v -> v == null ? null : function.apply(v)).toArray();
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte;
  }

  private static boolean isDouble(Object value) {
    return value instanceof Double
        || value instanceof Float
        || isInteger(value) && Math.abs(((Number) value).longValue()) <= EXACT;
  }
}
