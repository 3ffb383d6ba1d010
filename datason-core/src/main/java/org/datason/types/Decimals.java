package org.datason.types;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.config.DecimalForm;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Decimals, with their scale: hinted as a text, plain as a number, or by the settings. */
final class Decimals {

  private static final String HINT = "decimal.Decimal";

  private Decimals() {}

  static final class OfBigDecimal implements TypeHandler<BigDecimal> {

    @Override
    public Class<BigDecimal> type() {
      return BigDecimal.class;
    }

    @Override
    public String hint() {
      return HINT;
    }

    @Override
    public void write(BigDecimal value, JsonWriter out) {
      check(value, out);
      if (out.config().decimalForm() == DecimalForm.TEXT) {
        out.writeString(out.checkNumberLength(value.toString()));
      } else {
        out.writeBigDecimal(value);
      }
    }

    @Override
    public void writeHinted(BigDecimal value, JsonWriter out) {
      if (out.config().decimalForm() == DecimalForm.HINTED) {
        check(value, out);
        String text = out.checkNumberLength(value.toString());
        out.beginEnvelope(HINT, null);
        out.writeString(text);
        out.endEnvelope();
      } else {
        write(value, out);
      }
    }

    /** Refuses an exponent that BigDecimal writes but does not read: one beyond an int. */
    private static void check(BigDecimal value, JsonWriter out) {
      long exponent = value.precision() - 1L - value.scale();
      if (exponent > Integer.MAX_VALUE || exponent < -Integer.MAX_VALUE) {
        throw out.unsupported(
            "A decimal with the exponent " + exponent + " has no text that reads back as it is");
      }
    }

    @Override
    public BigDecimal read(JsonReader in) {
      BigDecimal value = in.tryDecimalText();
      if (value != null) {
        return value;
      }
      return in.peek() == JsonToken.STRING ? parse(in.readNumberString()) : in.readBigDecimal();
    }
  }

  /**
   * Reads a decimal where any value can stand. Python has decimals that are no numbers ({@code
   * NaN}, {@code Infinity}), for which Java has no class.
   */
  static final class OfAny implements TypeHandler<Object> {

    @Override
    public Class<Object> type() {
      return Object.class;
    }

    @Override
    public String hint() {
      return HINT;
    }

    @Override
    public void write(Object value, JsonWriter out) {
      throw new IllegalStateException("values are written by the handler of their class");
    }

    @Override
    public Object read(JsonReader in) {
      BigDecimal value = in.tryDecimalText();
      if (value != null) {
        return value;
      }
      if (in.peek() != JsonToken.STRING) {
        return in.readBigDecimal();
      }
      String text = in.readNumberString();
      if (isNumber(text)) {
        return parse(text);
      }
      Map<String, Object> members = new LinkedHashMap<>();
      members.put(Envelope.TYPE, HINT);
      members.put(Envelope.VALUE, text);
      return new Hinted(members);
    }

    private static boolean isNumber(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          return true;
        }
        if (c != '-' && c != '+' && c != '.') {
          return false;
        }
      }
      return false;
    }
  }

  private static BigDecimal parse(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it is no decimal number", e);
    }
  }
}
