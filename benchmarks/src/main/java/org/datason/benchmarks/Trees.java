package org.datason.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Compares what libraries read, whose integers have different widths. */
final class Trees {

  private Trees() {}

  /**
   * Whether two trees have the same values in the same order.
   *
   * @param exact whether doubles must be the same to the bit, or to 14 digits
   */
  static boolean same(Object a, Object b, boolean exact) {
    if (a instanceof Map<?, ?> m && b instanceof Map<?, ?> n) {
      if (m.size() != n.size()) {
        return false;
      }
      Iterator<? extends Map.Entry<?, ?>> others = n.entrySet().iterator();
      for (Map.Entry<?, ?> entry : m.entrySet()) {
        Map.Entry<?, ?> other = others.next();
        if (!entry.getKey().equals(other.getKey())
            || !same(entry.getValue(), other.getValue(), exact)) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof List<?> m && b instanceof List<?> n) {
      if (m.size() != n.size()) {
        return false;
      }
      Iterator<?> others = n.iterator();
      for (Object item : m) {
        if (!same(item, others.next(), exact)) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof Number m && b instanceof Number n) {
      return same(m, n, exact);
    }
    return a == null ? b == null : a.equals(b);
  }

  private static boolean same(Number a, Number b, boolean exact) {
    if (exact && (isInteger(a) || isInteger(b))) {
      return isInteger(a) && isInteger(b) && a.toString().equals(b.toString());
    }
    double x = a.doubleValue();
    double y = b.doubleValue();
    boolean same = Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
    return same || !exact && Math.abs(x - y) <= 1e-14 * Math.abs(x);
  }

  private static boolean isInteger(Number number) {
    return !(number instanceof Double
        || number instanceof Float
        || number instanceof BigDecimal decimal && !isWhole(decimal));
  }

  private static boolean isWhole(BigDecimal decimal) {
    return decimal.scale() <= 0 && !decimal.unscaledValue().equals(BigInteger.ZERO);
  }
}
