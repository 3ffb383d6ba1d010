package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.datason.config.Decimals;

/**
 * Reads JSON numbers. Up to 19 digits are taken as one long with a decimal exponent, eight digits
 * at a time; longer numbers are read from their text.
 */
final class NumberParser {

  /** So many decimal digits always fit a long. */
  private static final int LONG_DIGITS = 18;

  private NumberParser() {}

  /** Reads a number as the smallest of Integer, Long and BigInteger, or as a decimal. */
  static Object read(JsonReader r) {
    byte[] b = r.buf;
    int limit = r.limit;
    int start = r.pos;
    int p = start;
    boolean negative = b[p] == '-';
    if (negative) {
      p++;
    }
    int digits = p;
    long value = 0;
    int d;
    while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    int n = p - digits;
    int c = p < limit ? b[p] : ',';
    if (n == 0 || n > 1 && b[digits] == '0') {
      throw badDigits(r, digits, n);
    }
    if (c == '.' || c == 'e' || c == 'E') {
      if (r.decimals == Decimals.DOUBLE) {
        return decimal(r, start, digits, p, value, n);
      }
      r.pos = end(r);
      return bigDecimal(r, start);
    }
    checkLength(r, start, p);
    r.pos = p;
    if (n > LONG_DIGITS) {
      return bigInteger(r, start, p);
    }
    if (negative) {
      value = -value;
    }
    int small = (int) value;
    if (small == value) {
      return small;
    }
    return value;
  }

  private static Object bigInteger(JsonReader r, int start, int end) {
    BigInteger value = new BigInteger(StringParser.ascii(r.buf, start, end));
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  private static double decimal(
      JsonReader r, int start, int digits, int from, long intValue, int intDigits) {
    double value = fraction(r, digits, from, intValue, intDigits, start);
    if (Double.isInfinite(value)) {
      throw r.mismatch(
          "a number within the range of a double (set decimals to BIG_DECIMAL to read it)", start);
    }
    return value;
  }

  /** Reads a double; an integer is one as well. */
  static double readDouble(JsonReader r) {
    byte[] b = r.buf;
    int limit = r.limit;
    int start = r.pos;
    int p = start;
    if (b[p] == '-') {
      p++;
    }
    int digits = p;
    long value = 0;
    int d;
    while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    int n = p - digits;
    if (n == 0 || n > 1 && b[digits] == '0') {
      throw badDigits(r, digits, n);
    }
    double result = fraction(r, digits, p, value, n, start);
    if (Double.isInfinite(result)) {
      throw r.mismatch("a number within the range of a double", start);
    }
    return result;
  }

  /** Reads a float: rounded once, from all digits. */
  static float readFloat(JsonReader r) {
    float plain = readPlainFloat(r);
    if (plain == plain) {
      return plain;
    }
    int start = r.pos;
    r.pos = end(r);
    float result = DecimalParser.parseFloat(r.buf, start, r.pos);
    if (Float.isInfinite(result)) {
      throw r.mismatch("a number within the range of a float", start);
    }
    return result;
  }

  /** Reads a float with a point, few digits and no exponent; NaN, if it is anything else. */
  private static float readPlainFloat(JsonReader r) {
    // Apart from fraction, which doubles pass faster for not being asked which of both they are.
    byte[] b = r.buf;
    int limit = r.limit;
    int start = r.pos;
    int digits = b[start] == '-' ? start + 1 : start;
    int p = digits;
    long value = 0;
    int d;
    while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    int n = p - digits;
    if (n == 0 || n > 1 && b[digits] == '0' || p == limit || b[p] != '.') {
      return Float.NaN;
    }
    int first = ++p;
    while (p + 8 <= limit) {
      long word = Words.get(b, p);
      if (!Digits.isEightDigits(word)) {
        break;
      }
      value = value * 100_000_000 + Digits.parseEightDigits(word);
      p += 8;
    }
    while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    int scale = p - first;
    boolean exponent = p < limit && (b[p] | 0x20) == 'e';
    if (scale == 0 || exponent || n + scale > LONG_DIGITS + 1 || p - start > r.maxNumberLength) {
      return Float.NaN;
    }
    r.pos = p;
    float result = DecimalParser.toFloat(value, -scale);
    return digits > start ? -result : result;
  }

  /** Reads on from the end of a number's integer part. */
  private static double fraction(
      JsonReader r, int digits, int from, long intValue, int intDigits, int start) {
    byte[] b = r.buf;
    int limit = r.limit;
    int p = from;
    long value = intValue;
    int exponent = 0;
    int n = intDigits;
    if (p < limit && b[p] == '.') {
      int first = ++p;
      while (p + 8 <= limit) {
        long word = Words.get(b, p);
        if (!Digits.isEightDigits(word)) {
          break;
        }
        value = value * 100_000_000 + Digits.parseEightDigits(word);
        p += 8;
      }
      int d;
      while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
        value = value * 10 + d;
        p++;
      }
      if (p == first) {
        throw r.syntax("a digit after the decimal point", p);
      }
      exponent = first - p;
      n += p - first;
    }
    if (p < limit && (b[p] | 0x20) == 'e') {
      p++;
      boolean minus = p < limit && b[p] == '-';
      if (minus || p < limit && b[p] == '+') {
        p++;
      }
      int first = p;
      int power = 0;
      int d;
      while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
        power = Math.min(power * 10 + d, 100_000);
        p++;
      }
      if (p == first) {
        throw r.syntax("a digit in the exponent", p);
      }
      exponent += minus ? -power : power;
    }
    checkLength(r, start, p);
    r.pos = p;
    if (n > LONG_DIGITS + 1) {
      return DecimalParser.parseDouble(b, start, p);
    }
    double result = DecimalParser.toDouble(value, exponent);
    return digits > start ? -result : result;
  }

  /** Reads an integer that must fit a long. */
  static long readLong(JsonReader r, String expected) {
    byte[] b = r.buf;
    int limit = r.limit;
    int start = r.pos;
    int p = start;
    boolean negative = b[p] == '-';
    if (negative) {
      p++;
    }
    int digits = p;
    long value = 0;
    int d;
    while (p < limit && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    int n = p - digits;
    if (n == 0 || n > 1 && b[digits] == '0') {
      throw badDigits(r, digits, n);
    }
    int c = p < limit ? b[p] : ',';
    if (c == '.' || c == 'e' || c == 'E') {
      return Coercions.decimalToLong(r, expected);
    }
    checkLength(r, start, p);
    if (n > LONG_DIGITS) {
      if (bigInteger(r, start, p) instanceof Long exact) {
        r.pos = p;
        return exact;
      }
      throw r.mismatch(expected, start);
    }
    r.pos = p;
    return negative ? -value : value;
  }

  /** Reads an integer of any size. */
  static BigInteger readBigInteger(JsonReader r) {
    int start = r.pos;
    int end = end(r);
    for (int i = start; i < end; i++) {
      if (r.buf[i] > '9' || r.buf[i] == '.') {
        return Coercions.decimalToBigInteger(r);
      }
    }
    r.pos = end;
    return new BigInteger(StringParser.ascii(r.buf, start, end));
  }

  /** Reads a decimal with all its digits. */
  static BigDecimal readBigDecimal(JsonReader r) {
    int start = r.pos;
    r.pos = end(r);
    return bigDecimal(r, start);
  }

  private static BigDecimal bigDecimal(JsonReader r, int start) {
    if (r.decimal.parse(r.buf, start, r.pos) == r.pos) {
      return r.decimal.value();
    }
    try {
      return new BigDecimal(StringParser.ascii(r.buf, start, r.pos));
    } catch (NumberFormatException e) {
      throw r.mismatch("a number whose exponent fits an int", start);
    }
  }

  static void skip(JsonReader r) {
    r.pos = end(r);
  }

  /** The end of the number at the position, whose grammar is checked. */
  static int end(JsonReader r) {
    byte[] b = r.buf;
    int limit = r.limit;
    int start = r.pos;
    int p = start;
    if (b[p] == '-') {
      p++;
    }
    int first = p;
    p = digitsEnd(b, p, limit);
    if (p == first || p - first > 1 && b[first] == '0') {
      throw badDigits(r, first, p - first);
    }
    if (p < limit && b[p] == '.') {
      first = ++p;
      p = digitsEnd(b, p, limit);
      if (p == first) {
        throw r.syntax("a digit after the decimal point", p);
      }
    }
    if (p < limit && (b[p] | 0x20) == 'e') {
      p++;
      if (p < limit && (b[p] == '-' || b[p] == '+')) {
        p++;
      }
      first = p;
      p = digitsEnd(b, p, limit);
      if (p == first) {
        throw r.syntax("a digit in the exponent", p);
      }
    }
    checkLength(r, start, p);
    return p;
  }

  private static int digitsEnd(byte[] b, int from, int limit) {
    int p = from;
    while (p < limit && b[p] >= '0' && b[p] <= '9') {
      p++;
    }
    return p;
  }

  private static RuntimeException badDigits(JsonReader r, int at, int digits) {
    return digits == 0
        ? r.syntax("a digit", at)
        : r.syntax("no further digit after a leading zero", at + 1);
  }

  private static void checkLength(JsonReader r, int from, int to) {
    if (to - from > r.maxNumberLength) {
      throw r.tooLong("number", "maxNumberLength", r.maxNumberLength);
    }
  }
}
