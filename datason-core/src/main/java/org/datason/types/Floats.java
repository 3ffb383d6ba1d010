package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.NonFinite;

/**
 * Floating-point numbers. Those that JSON has no number for are hinted whatever the settings: as
 * texts that numpy reads, and where a NaN has bits of its own, with the exact text beside.
 */
final class Floats {

  private static final String HINT = "numpy.floating";
  private static final String FAMILY = "numpy.float";

  private Floats() {}

  /** The text of a NaN that has bits of its own, which numpy does not read; else null. */
  private static String exactText(String text) {
    return text.startsWith("NaN:") ? text : null;
  }

  static final class OfDouble extends NumberHandler<Double> {

    OfDouble() {
      super(Double.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Double value) {
      return false;
    }

    @Override
    boolean isNoNumber(Double value) {
      return !Double.isFinite(value);
    }

    @Override
    public void write(Double value, JsonWriter out) {
      out.writeDouble(value);
    }

    @Override
    void writeExactly(Double value, JsonWriter out) {
      out.beginEnvelope(
          hint(), javaType(), value.isNaN() ? exactText(NonFinite.toText(value)) : null);
      out.writeDouble(value.isNaN() ? Double.NaN : value);
      out.endEnvelope();
    }

    @Override
    public Double read(JsonReader in) {
      return in.readDouble();
    }
  }

  static final class OfFloat extends NumberHandler<Float> {

    OfFloat() {
      super(Float.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Float value) {
      return true;
    }

    @Override
    boolean isNoNumber(Float value) {
      return !Float.isFinite(value);
    }

    @Override
    public void write(Float value, JsonWriter out) {
      out.writeFloat(value);
    }

    @Override
    void writeExactly(Float value, JsonWriter out) {
      out.beginEnvelope(
          hint(), javaType(), value.isNaN() ? exactText(NonFinite.toText(value)) : null);
      out.writeFloat(value.isNaN() ? Float.NaN : value);
      out.endEnvelope();
    }

    @Override
    public Float read(JsonReader in) {
      return in.readFloat();
    }
  }
}
