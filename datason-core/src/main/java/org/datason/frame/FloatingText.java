package org.datason.frame;

import org.datason.json.NonFinite;
import org.datason.json.NumberText;
import org.datason.json.TextBytes;

/** Floating-point numbers in all the spellings that are usual in CSV files. */
final class FloatingText {

  private FloatingText() {}

  /** The double nearest to a number, or one that no number stands for. */
  static double toDouble(byte[] b, int from, int to) {
    double value;
    if (NumberText.isNumber(b, from, to)) {
      value = NumberText.toDouble(b, from, to);
    } else {
      String text = TextBytes.decode(b, from, to);
      Double named = NonFinite.toDouble(text.startsWith("+") ? text.substring(1) : text);
      if (named != null) {
        return named;
      }
      value = isNumber(b, from, to) ? Double.parseDouble(text) : Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw LongCoding.none(FieldType.Simple.FLOAT64, b, from, to);
    }
    return value;
  }

  /** The float nearest to a number, or one that no number stands for. */
  static float toFloat(byte[] b, int from, int to) {
    float value;
    if (NumberText.isNumber(b, from, to)) {
      value = NumberText.toFloat(b, from, to);
    } else {
      String text = TextBytes.decode(b, from, to);
      Float named = NonFinite.toFloat(text.startsWith("+") ? text.substring(1) : text);
      if (named != null) {
        return named;
      }
      value = isNumber(b, from, to) ? Float.parseFloat(text) : Float.NaN;
    }
    if (!Float.isFinite(value)) {
      throw LongCoding.none(FieldType.Simple.FLOAT32, b, from, to);
    }
    return value;
  }

  /**
   * Whether a text is a number, whose sign may be a plus, with zeros before it, and with digits on
   * one side of the point alone.
   */
  static boolean isNumber(byte[] b, int from, int to) {
    int p = from < to && (b[from] == '-' || b[from] == '+') ? from + 1 : from;
    int whole = digits(b, p, to);
    int digits = whole - p;
    p = whole;
    if (p < to && b[p] == '.') {
      int end = digits(b, p + 1, to);
      digits += end - p - 1;
      p = end;
    }
    if (digits > 0 && p < to && (b[p] | 0x20) == 'e') {
      int exponent = p + 1 < to && (b[p + 1] == '-' || b[p + 1] == '+') ? p + 2 : p + 1;
      p = digits(b, exponent, to);
      digits = p - exponent;
    }
    return digits > 0 && p == to;
  }

  private static int digits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p;
  }
}
