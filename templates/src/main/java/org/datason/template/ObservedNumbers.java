package org.datason.template;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The numbers that stood at one place of samples: which type loses no digit of them. */
final class ObservedNumbers {

  private static final long MOST_EXACT = 1L << 53;

  private boolean integers;
  private boolean fractions;
  private boolean beyondLong;

  /** Whether a double would lose digits of an integer, or of another number. */
  private boolean longIntegers;

  private boolean longFractions;
  private boolean nonFinite;

  boolean isEmpty() {
    return !integers && !fractions && !nonFinite;
  }

  /** Takes in a number as it is written. */
  void add(String text) {
    if (text.endsWith("N") || text.endsWith("y")) {
      nonFinite = true; // NaN, Infinity
    } else if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      fractions = true;
      double nearest = Double.parseDouble(text);
      longFractions |=
          !Double.isFinite(nearest)
              || new BigDecimal(text).compareTo(new BigDecimal(Double.toString(nearest))) != 0;
    } else {
      integers = true;
      boolean isLong = text.length() < 19 || new BigInteger(text).bitLength() < Long.SIZE;
      beyondLong |= !isLong;
      longIntegers |= !isLong || Math.abs(Long.parseLong(text)) > MOST_EXACT;
    }
  }

  void absorb(ObservedNumbers other) {
    integers |= other.integers;
    fractions |= other.fractions;
    beyondLong |= other.beyondLong;
    longIntegers |= other.longIntegers;
    longFractions |= other.longFractions;
    nonFinite |= other.nonFinite;
  }

  /** The narrowest type that holds them all. */
  Node node() {
    if (!fractions && !nonFinite) {
      return new Node.Scalar(beyondLong ? ScalarType.INTEGER : ScalarType.INT64);
    }
    if (!longFractions && !longIntegers) {
      return new Node.Scalar(ScalarType.FLOAT64);
    }
    return nonFinite ? new Node.Any() : new Node.Scalar(ScalarType.DECIMAL);
  }
}
