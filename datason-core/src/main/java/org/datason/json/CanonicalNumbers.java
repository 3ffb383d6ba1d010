package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers in the canonical form of RFC 8785, which knows doubles alone: whatever no double holds
 * exactly is refused.
 */
final class CanonicalNumbers {

  /** All integers up to here are doubles, and are written with their own digits. */
  private static final long LARGEST_SAFE = 1L << 53;

  private CanonicalNumbers() {}

  static void write(JsonWriter w, long value) {
    if (Math.abs(value) <= LARGEST_SAFE && value != Long.MIN_VALUE) {
      write(w, (double) value);
    } else {
      write(w, BigDecimal.valueOf(value), Long.toString(value));
    }
  }

  static void write(JsonWriter w, BigInteger value) {
    write(w, new BigDecimal(value), value.toString());
  }

  static void write(JsonWriter w, BigDecimal value) {
    write(w, value, value.toString());
  }

  /** Writes a number whose digits are those of the nearest double as it is written. */
  private static void write(JsonWriter w, BigDecimal value, String shown) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest) || shortest(nearest).compareTo(value) != 0) {
      throw inexact(w, shown);
    }
    write(w, nearest);
  }

  private static BigDecimal shortest(double value) {
    byte[] text = new byte[DoubleText.MAX_LENGTH];
    int n = DoubleText.write(text, 0, value);
    return new BigDecimal(StringParser.ascii(text, 0, n));
  }

  /** The text of a number is written if it stands for a double. */
  static void write(JsonWriter w, String number) {
    Double value = NumberForms.toDouble(number);
    if (value == null) {
      throw inexact(w, number);
    }
    write(w, value.doubleValue());
  }

  /** A float is the number that its shortest decimal names. */
  static void write(JsonWriter w, float value) {
    byte[] text = new byte[DoubleText.MAX_LENGTH];
    int n = FloatText.write(text, 0, value);
    write(w, DecimalParser.parseDouble(text, 0, n));
  }

  private static void write(JsonWriter w, double value) {
    w.ensure(DoubleText.MAX_LENGTH);
    w.pos = DoubleText.writeCanonical(w.buf, w.pos, value);
  }

  private static RuntimeException inexact(JsonWriter w, String value) {
    return w.unsupported(
        "The canonical form has only doubles, and none is written as "
            + value
            + "; write it as text, or without canonical");
  }
}
