package org.datason.ml.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

/** The values of one parameter in many runs, in a column of the narrowest type that holds them. */
final class ParameterColumn {

  /** All integers up to here are doubles. */
  private static final long EXACT = 1L << 53;

  /** More digits than anybody compares side by side. */
  private static final int MOST_DIGITS = 100;

  /** What values of one class are in. */
  private static final Map<Class<?>, FieldType> TYPES =
      Map.ofEntries(
          Map.entry(Boolean.class, Simple.BOOLEAN),
          Map.entry(Float.class, Simple.FLOAT32),
          Map.entry(String.class, Simple.TEXT),
          Map.entry(UUID.class, Simple.UUID),
          Map.entry(LocalDate.class, Simple.DATE),
          Map.entry(LocalTime.class, Simple.TIME),
          Map.entry(LocalDateTime.class, new Timestamp(Unit.NS, null)),
          Map.entry(Instant.class, new Timestamp(Unit.NS, "UTC")),
          Map.entry(Duration.class, Simple.DURATION),
          Map.entry(byte[].class, Simple.BINARY));

  private ParameterColumn() {}

  /** A column of values, null where a run has none. */
  static Column of(Object[] values) {
    try {
      return narrow(values);
    } catch (IllegalArgumentException e) {
      return Column.of(Simple.MIXED, values); // one is beyond the range of the type
    }
  }

  private static Column narrow(Object[] values) {
    Set<Class<?>> classes = new HashSet<>();
    Arrays.stream(values).filter(Objects::nonNull).forEach(v -> classes.add(v.getClass()));
    if (classes.isEmpty()) {
      return Column.of(Simple.BOOLEAN, values);
    }
    FieldType type = classes.size() == 1 ? TYPES.get(classes.iterator().next()) : null;
    if (type != null) {
      return Column.of(type, values);
    }
    if (all(values, ParameterColumn::isInteger)) {
      return Column.of(Simple.INT64, map(values, v -> ((Number) v).longValue()));
    }
    if (all(values, ParameterColumn::isDouble)) {
      return Column.of(Simple.FLOAT64, map(values, v -> ((Number) v).doubleValue()));
    }
    if (all(values, ParameterColumn::isDecimal)) {
      return decimals(map(values, v -> new BigDecimal(v.toString())));
    }
    return Column.of(Simple.MIXED, values);
  }

  private static Column decimals(Object[] values) {
    long whole = 1;
    long scale = 0;
    for (Object value : values) {
      if (value instanceof BigDecimal number) {
        whole = Math.max(whole, (long) number.precision() - number.scale());
        scale = Math.max(scale, number.scale());
      }
    }
    boolean few = whole + scale <= MOST_DIGITS;
    FieldType type = few ? new FieldType.Decimal((int) (whole + scale), (int) scale) : Simple.MIXED;
    return Column.of(type, values);
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

  /** Whether it is a number of which a decimal keeps all digits. */
  private static boolean isDecimal(Object value) {
    return value instanceof BigDecimal
        || value instanceof BigInteger
        || isInteger(value)
        || (value instanceof Double || value instanceof Float)
            && Double.isFinite(((Number) value).doubleValue());
  }
}
