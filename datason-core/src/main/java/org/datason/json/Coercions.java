package org.datason.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.datason.config.Coercion;
import org.datason.error.MismatchException;

/**
 * Reads values that have another form than the one asked for. {@link JsonReader} comes here where
 * it would otherwise report an error, so that values of the usual form pay nothing.
 */
final class Coercions {

  private Coercions() {}

  /** Reads an integer from a text. */
  static long textToLong(JsonReader r, String expected) {
    int at = r.pos;
    return toLong(r, text(r, expected), at, expected);
  }

  /** Reads an integer from a text. */
  static BigInteger textToBigInteger(JsonReader r) {
    int at = r.pos;
    return toBigInteger(r, text(r, "an integer"), at);
  }

  /** Reads a decimal from a text. */
  static BigDecimal textToBigDecimal(JsonReader r) {
    int at = r.pos;
    return decimal(r, text(r, "a number"), at, "a number");
  }

  /** The double of a text that was read. */
  static double toDouble(JsonReader r, String text, int at) {
    double value = isNumber(r, text) ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw r.mismatch("a double", at);
    }
    return value;
  }

  /** The float of a text that was read. */
  static float toFloat(JsonReader r, String text, int at) {
    float value = isNumber(r, text) ? Float.parseFloat(text) : Float.NaN;
    if (!Float.isFinite(value)) {
      throw r.mismatch("a float", at);
    }
    return value;
  }

  /** Reads a long from the number at the position, which has a point or an exponent. */
  static long decimalToLong(JsonReader r, String expected) {
    int start = r.pos;
    if (!r.coerces(Coercion.DECIMAL_TO_INTEGER)) {
      throw r.mismatch(expected, start);
    }
    r.pos = NumberParser.end(r);
    return toLong(r, StringParser.ascii(r.buf, start, r.pos), start, expected);
  }

  /** Reads an integer from the number at the position, which has a point or an exponent. */
  static BigInteger decimalToBigInteger(JsonReader r) {
    int start = r.pos;
    if (!r.coerces(Coercion.DECIMAL_TO_INTEGER)) {
      throw r.mismatch("an integer", start);
    }
    r.pos = NumberParser.end(r);
    return toBigInteger(r, StringParser.ascii(r.buf, start, r.pos), start);
  }

  /** Reads a boolean from a text. */
  static boolean textToBoolean(JsonReader r) {
    if (!r.coerces(Coercion.TEXT_TO_BOOLEAN) || r.buf[r.pos] != '"') {
      throw r.otherThan("a boolean");
    }
    int at = r.pos;
    String text = StringParser.read(r);
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw r.mismatch("a boolean", at);
  }

  /** Reads by a handler an empty text, which is null where it is no value of the type. */
  static <T> T readEmpty(JsonReader r, TypeHandler<T> handler) {
    int at = r.pos;
    int depth = r.depth;
    r.trying = true;
    try {
      return EnvelopeReader.readBy(handler, r);
    } catch (MismatchException e) {
      r.pos = at + 2;
      r.depth = depth;
      r.setAfter(true);
    } finally {
      r.trying = false;
    }
    return handler.nullValue();
  }

  /** Reads a text that is a number. */
  private static String text(JsonReader r, String expected) {
    if (!r.coerces(Coercion.TEXT_TO_NUMBER) || r.buf[r.pos] != '"') {
      throw r.otherThan(expected);
    }
    int at = r.pos;
    String text = StringParser.read(r);
    if (!isNumber(r, text)) {
      throw r.mismatch(expected, at);
    }
    return text;
  }

  private static boolean isNumber(JsonReader r, String text) {
    return r.coerces(Coercion.TEXT_TO_NUMBER)
        && text.length() <= r.maxNumberLength
        && NumberText.isNumber(text);
  }

  private static long toLong(JsonReader r, String number, int at, String expected) {
    try {
      return whole(r, number, at, expected).longValueExact();
    } catch (ArithmeticException e) {
      throw ReadErrors.mismatch(r, expected, at, e);
    }
  }

  private static BigInteger toBigInteger(JsonReader r, String number, int at) {
    BigDecimal value = whole(r, number, at, "an integer");
    // Checked first: writing 1E999999999 out would take a gigabyte of digits.
    if ((long) value.precision() - value.scale() > r.maxNumberLength) {
      throw r.mismatch("an integer of at most maxNumberLength digits", at);
    }
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw ReadErrors.mismatch(r, "an integer", at, e);
    }
  }

  /** The value of a number; of one with a point or an exponent only if the settings allow it. */
  private static BigDecimal whole(JsonReader r, String number, int at, String expected) {
    boolean digitsAlone = number.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    if (!digitsAlone && !r.coerces(Coercion.DECIMAL_TO_INTEGER)) {
      throw r.mismatch(expected, at);
    }
    return decimal(r, number, at, expected);
  }

  private static BigDecimal decimal(JsonReader r, String number, int at, String expected) {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException e) {
      throw ReadErrors.mismatch(r, expected, at, e);
    }
  }
}
