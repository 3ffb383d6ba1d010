package org.datason.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * How large a value may be: a number by its value, a text by its length in characters, a list or
 * map by its size. Both bounds are included. Immutable.
 *
 * <pre>{@code
 * Limits percent = Limits.NONE.withRange(BigDecimal.ZERO, BigDecimal.valueOf(100));
 * Limits code = Limits.NONE.withSize(2, 8);
 * }</pre>
 *
 * @param minimum the least number; null for any
 * @param maximum the greatest number; null for any
 * @param minSize the least length or size, 0 or more
 * @param maxSize the greatest length or size
 */
public record Limits(BigDecimal minimum, BigDecimal maximum, int minSize, int maxSize) {

  /** No limits. */
  public static final Limits NONE = new Limits(null, null, 0, Integer.MAX_VALUE);

  /**
   * Checks that the bounds are in order.
   *
   * @param minimum see the component
   * @param maximum see the component
   * @param minSize see the component
   * @param maxSize see the component
   */
  public Limits {
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      throw new IllegalArgumentException("minimum " + minimum + " is above maximum " + maximum);
    }
    if (minSize < 0 || minSize > maxSize) {
      throw new IllegalArgumentException("minSize " + minSize + " is not from 0 to " + maxSize);
    }
  }

  /**
   * The same with bounds for numbers.
   *
   * @param least the least number; null for any
   * @param greatest the greatest number; null for any
   * @return other limits
   */
  public Limits withRange(BigDecimal least, BigDecimal greatest) {
    return new Limits(least, greatest, minSize, maxSize);
  }

  /**
   * The same with bounds for lengths and sizes.
   *
   * @param least the least, 0 or more
   * @param most the greatest
   * @return other limits
   */
  public Limits withSize(int least, int most) {
    return new Limits(minimum, maximum, least, most);
  }

  /**
   * What is wrong with a value.
   *
   * @param value the value, or null
   * @return what was expected instead, such as {@code a number of at most 100}; null if all is well
   */
  String violatedBy(Object value) {
    if (value instanceof Number number && (minimum != null || maximum != null)) {
      return isIn(number) ? null : "a number " + range();
    }
    int size = size(value);
    if (size < 0 || size >= minSize && size <= maxSize) {
      return null;
    }
    String what = value instanceof CharSequence ? " characters" : " items";
    return (value instanceof CharSequence ? "a text of " : "")
        + (size < minSize ? "at least " + minSize : "at most " + maxSize)
        + what;
  }

  private boolean isIn(Number number) {
    if (number instanceof Double d && !Double.isFinite(d)
        || number instanceof Float f && !Float.isFinite(f)) {
      double value = number.doubleValue();
      return !(value == Double.NEGATIVE_INFINITY && minimum != null)
          && !(value == Double.POSITIVE_INFINITY && maximum != null)
          && !Double.isNaN(value);
    }
    BigDecimal value = decimal(number);
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(number.toString())
        : BigDecimal.valueOf(number.longValue());
  }

  private String range() {
    if (minimum == null) {
      return "of at most " + maximum.toPlainString();
    }
    return maximum == null
        ? "of at least " + minimum.toPlainString()
        : "from " + minimum.toPlainString() + " to " + maximum.toPlainString();
  }

  private static int size(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return value != null && value.getClass().isArray()
        ? java.lang.reflect.Array.getLength(value)
        : -1;
  }

  /** Whether nothing is limited. */
  boolean areNone() {
    return Objects.equals(this, NONE);
  }
}
