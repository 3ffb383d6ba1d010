package org.datason.frame;

import java.math.BigDecimal;
import java.util.Set;
import org.datason.frame.FieldType.Simple;
import org.datason.json.NonFinite;
import org.datason.json.NumberKind;
import org.datason.json.NumberText;
import org.datason.json.TextBytes;

/**
 * What the texts of a column are all together: the narrowest type that has all their values without
 * the loss of a digit, by the rules of {@link Widening}.
 */
final class TextKinds {

  /** Longer numbers are no decimals that a column has. */
  private static final int LONGEST = Widening.MOST_DIGITS + 10;

  private static final Set<String> CAPITALS = Set.of("True", "TRUE", "False", "FALSE");

  private final boolean lenient;
  private boolean texts;
  private boolean booleans;
  private boolean integers;
  private boolean doubles;
  private boolean nonFinite;

  /** Integers that are no doubles. */
  private boolean longs;

  /** Numbers that only a decimal has. */
  private boolean decimals;

  /** Numbers with exponents, which a decimal would not be written with. */
  private boolean exponents;

  /** The decimal that has all numbers so far, by its most digits before and behind the point. */
  private int whole;

  private int scale;
  private FieldType decimal;

  /**
   * No texts yet.
   *
   * @param lenient whether spellings count that the value is not written in
   */
  TextKinds(boolean lenient) {
    this.lenient = lenient;
  }

  /**
   * BOOLEAN, INT64 or FLOAT64 if it has a value that is written by this very text, by us or by
   * Python; or null.
   */
  static FieldType exact(byte[] b, int from, int to) {
    int c = b[from];
    if (c == '-' || c >= '0' && c <= '9') {
      if (isDigits(b, c == '-' ? from + 1 : from, to)) {
        boolean isLong = NumberText.kind(b, from, to) == NumberKind.LONG;
        return isLong && !isNegativeZero(b, from, to) ? Simple.INT64 : null;
      }
      if (NumberText.isNumber(b, from, to)) {
        return isWritten(b, from, to) ? Simple.FLOAT64 : null;
      }
    }
    if (c == 't' || c == 'f') {
      String text = text(b, from, to);
      return text.equals("true") || text.equals("false") ? Simple.BOOLEAN : null;
    }
    return (c == 'N' || c == 'I' || c == '-') && isNonFinite(text(b, from, to), false)
        ? Simple.FLOAT64
        : null;
  }

  /** Takes the text of one more value, which is not empty. */
  void add(byte[] b, int from, int to) {
    if (texts) {
      return;
    }
    int start = lenient && b[from] == '+' && to - from > 1 && b[from + 1] != '-' ? from + 1 : from;
    NumberKind kind = NumberText.kind(b, start, to);
    if (kind == null) {
      addOther(b, start, to);
    } else if (to - start > LONGEST) {
      texts = true;
    } else if (kind == NumberKind.LONG && !isNegativeZero(b, start, to)) {
      integers = true;
      longs |= !Widening.isExact(LongCoding.integer(Simple.INT64, b, start, to));
      plain(b, start, to);
    } else {
      addNumber(kind, b, start, to);
    }
  }

  /** Takes a number that is no integer, or none that a long is written as. */
  private void addNumber(NumberKind kind, byte[] b, int from, int to) {
    boolean exponent = hasExponent(b, from, to);
    boolean isDouble = kind == NumberKind.DOUBLE || kind == NumberKind.LONG;
    boolean exact = isDouble && isWritten(b, from, to);
    if (!exact && !lenient && (exponent || kind == NumberKind.LONG)) {
      texts = true;
      return;
    }
    exponents |= exponent;
    if (isDouble && (exact || lenient)) {
      doubles = true;
    } else {
      decimals = true;
    }
    if (exponent) {
      scientific(text(b, from, to));
    } else {
      plain(b, from, to);
    }
  }

  private static boolean isWritten(byte[] b, int from, int to) {
    return NumberText.isShortest(b, from, to) || NumberText.isPython(b, from, to);
  }

  private void addOther(byte[] b, int from, int to) {
    String text = text(b, from, to);
    if (text.equals("true") || text.equals("false") || lenient && CAPITALS.contains(text)) {
      booleans = true;
    } else if (isNonFinite(text, lenient)) {
      nonFinite = true;
    } else if (lenient && isOneSided(b, from, to)) {
      doubles = true;
      plain(b, from, to);
    } else {
      texts = true;
    }
  }

  /** Whether a text is a number with digits on one side of its point, few enough for a double. */
  private static boolean isOneSided(byte[] b, int from, int to) {
    int first = b[from] == '-' ? from + 1 : from;
    boolean leadingZero = to - first > 1 && b[first] == '0' && b[first + 1] != '.';
    return !leadingZero && to - first <= 16 && FloatingText.isNumber(b, from, to);
  }

  private static boolean isNonFinite(String text, boolean lenient) {
    Double value = NonFinite.toDouble(text);
    return value != null && (lenient || NonFinite.toText(value).equals(text));
  }

  private static boolean isDigits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p == to;
  }

  private static boolean isNegativeZero(byte[] b, int from, int to) {
    return to - from == 2 && b[from] == '-' && b[from + 1] == '0';
  }

  private static boolean hasExponent(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((b[i] | 0x20) == 'e') {
        return true;
      }
    }
    return false;
  }

  private static String text(byte[] b, int from, int to) {
    return TextBytes.decode(b, from, to);
  }

  // ---------------------------------------------------------------- decimals

  private void plain(byte[] b, int from, int to) {
    int first = b[from] == '-' ? from + 1 : from;
    int point = first;
    while (point < to && b[point] != '.') {
      point++;
    }
    decimal(b[first] == '0' ? 0 : point - first, Math.max(0, to - point - 1));
  }

  private void scientific(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      long digits = (long) value.precision() - value.scale();
      if (Math.abs(digits) > LONGEST || Math.abs((long) value.scale()) > LONGEST) {
        decimal = Simple.MIXED;
      } else {
        decimal((int) Math.max(0, digits), Math.max(0, value.scale()));
      }
    } catch (NumberFormatException e) {
      decimal = Simple.MIXED; // its exponent is beyond an int
    }
  }

  private void decimal(int digits, int fraction) {
    if (decimal == null || decimal != Simple.MIXED && (digits > whole || fraction > scale)) {
      whole = Math.max(whole, digits);
      scale = Math.max(scale, fraction);
      FieldType next = new FieldType.Decimal(Math.max(1, digits + fraction), fraction);
      decimal = decimal == null ? next : Widening.join(decimal, next);
    }
  }

  // ---------------------------------------------------------------- together

  /** The type of all texts. */
  FieldType type() {
    boolean numbers = integers || doubles || nonFinite || decimals;
    if (texts || booleans && numbers) {
      return Simple.TEXT;
    }
    if (booleans) {
      return Simple.BOOLEAN;
    }
    if (decimals || longs && (doubles || nonFinite)) {
      boolean keeps = !nonFinite && (lenient || !exponents) && decimal != Simple.MIXED;
      return keeps ? decimal : Simple.TEXT;
    }
    return doubles || nonFinite ? Simple.FLOAT64 : Simple.INT64;
  }
}
