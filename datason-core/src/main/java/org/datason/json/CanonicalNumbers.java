package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers in the canonical form of RFC 8785, which knows doubles alone: whatever no double holds
 * exactly is refused.
 */
final class CanonicalNumbers {

  private CanonicalNumbers() {}

  static void write(JsonWriter w, long value) {
    double nearest = value;
    if ((long) nearest != value || nearest == 0x1p63) {
      throw inexact(w, Long.toString(value));
    }
    write(w, nearest);
  }

  static void write(JsonWriter w, BigInteger value) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest) || !new BigDecimal(nearest).toBigInteger().equals(value)) {
      throw inexact(w, value.toString());
    }
    write(w, nearest);
  }

  /** A decimal is written if its shortest double has the same digits. */
  static void write(JsonWriter w, BigDecimal value) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest)
        || new BigDecimal(Double.toString(nearest)).compareTo(value) != 0) {
      throw inexact(w, value.toString());
    }
    write(w, nearest);
  }

  /** The text of a number is written if it stands for a double. */
  static void write(JsonWriter w, String number) {
    Double value = NumberText.toDouble(number);
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
        "The canonical form has only doubles, and none is exactly "
            + value
            + "; write it as text, or without canonical");
  }
}
