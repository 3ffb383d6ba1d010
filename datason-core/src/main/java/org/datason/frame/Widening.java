package org.datason.frame;

import java.util.Objects;
import org.datason.frame.FieldType.Simple;

/**
 * The one rule by which two types become one that holds the values of both, without the loss of a
 * digit. What has no such type but {@link Simple#MIXED} becomes that.
 */
final class Widening {

  private static final int LONG_DIGITS = 19;

  /** Beyond so many digits decimals of one scale cost more than they help. */
  static final int MOST_DIGITS = 1000;

  private Widening() {}

  /**
   * The type of the values of two types. An INT64 and a FLOAT64 make a FLOAT64, though only of
   * integers that a double holds; who joins values has to see to that, by {@link #isExact}.
   */
  static FieldType join(FieldType a, FieldType b) {
    if (a.equals(b)) {
      return a;
    }
    if (a instanceof FieldType.ListOf x && b instanceof FieldType.ListOf y) {
      return new FieldType.ListOf(join(x.items(), y.items()));
    }
    if (isInteger(a) && isInteger(b)) {
      return integer((Simple) a, (Simple) b);
    }
    if (isFloat(a) && isFloat(b)) {
      return bits(a) > bits(b) ? a : b;
    }
    if (a instanceof FieldType.Timestamp x
        && b instanceof FieldType.Timestamp y
        && Objects.equals(x.zone(), y.zone())) {
      return x.unit().compareTo(y.unit()) > 0 ? x : y;
    }
    if (!isNumber(a) || !isNumber(b)) {
      return Simple.MIXED;
    }
    if (a instanceof FieldType.Decimal || b instanceof FieldType.Decimal) {
      return isFloat(a) || isFloat(b) ? Simple.MIXED : decimal(decimal(a), decimal(b));
    }
    return Simple.FLOAT64; // an integer and a floating-point number
  }

  private static FieldType decimal(FieldType.Decimal a, FieldType.Decimal b) {
    int scale = Math.max(a.scale(), b.scale());
    long whole = Math.max((long) a.precision() - a.scale(), (long) b.precision() - b.scale());
    long precision = Math.max(1, whole + scale);
    return precision > MOST_DIGITS ? Simple.MIXED : new FieldType.Decimal((int) precision, scale);
  }

  private static FieldType.Decimal decimal(FieldType type) {
    return type instanceof FieldType.Decimal decimal
        ? decimal
        : new FieldType.Decimal(LONG_DIGITS, 0);
  }

  private static FieldType integer(Simple a, Simple b) {
    boolean signed = isSigned(a) || isSigned(b);
    int bits = Math.max(width(a, signed), width(b, signed));
    return switch (bits) {
      case 8 -> signed ? Simple.INT8 : Simple.UINT8;
      case 16 -> signed ? Simple.INT16 : Simple.UINT16;
      case 32 -> signed ? Simple.INT32 : Simple.UINT32;
      default -> Simple.INT64;
    };
  }

  /** The bits that an integer needs, with a sign or without. */
  private static int width(Simple type, boolean signed) {
    return signed && !isSigned(type) ? bits(type) * 2 : bits(type);
  }

  private static boolean isSigned(Simple type) {
    return type.compareTo(Simple.INT64) <= 0;
  }

  static boolean isInteger(FieldType type) {
    return type instanceof Simple simple
        && simple.compareTo(Simple.INT8) >= 0
        && simple.compareTo(Simple.UINT32) <= 0;
  }

  static boolean isFloat(FieldType type) {
    return type == Simple.FLOAT16 || type == Simple.FLOAT32 || type == Simple.FLOAT64;
  }

  private static boolean isNumber(FieldType type) {
    return isInteger(type) || isFloat(type) || type instanceof FieldType.Decimal;
  }

  private static int bits(FieldType type) {
    return switch ((Simple) type) {
      case INT8, UINT8 -> 8;
      case INT16, UINT16, FLOAT16 -> 16;
      case INT32, UINT32, FLOAT32 -> 32;
      default -> 64;
    };
  }

  /** Whether a double holds an integer and all that are smaller. */
  static boolean isExact(long value) {
    return value >= -(1L << 53) && value <= 1L << 53;
  }
}
