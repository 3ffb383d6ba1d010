package org.datason.frame;

import org.datason.json.JsonWriter;
import org.datason.json.NonFinite;

/** Floating-point numbers of one width; two are the same if their bits are. */
abstract class FloatCells extends Cells {

  /** The bits of a value. */
  abstract long bits(int i);

  /** The bits of the plain NaN, which needs no mention. */
  abstract long plainNan();

  /** The text of a value that JSON has no number for. */
  abstract String nonFinite(int i);

  final boolean isNan(int i) {
    return Double.isNaN(getDouble(i));
  }

  @Override
  boolean same(int i, Cells other, int j) {
    return bits(i) == ((FloatCells) other).bits(j);
  }

  @Override
  int hash(int i) {
    return Long.hashCode(bits(i));
  }

  static final class Halves extends FloatCells {

    private final short[] values;

    Halves(short[] values) {
      this.values = values;
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    double getDouble(int i) {
      return HalfFloat.toFloat(values[i]);
    }

    @Override
    Object get(int i) {
      return HalfFloat.toFloat(values[i]);
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeFloat(HalfFloat.toFloat(values[i]));
    }

    @Override
    long bits(int i) {
      return values[i];
    }

    @Override
    long plainNan() {
      return HalfFloat.NAN;
    }

    @Override
    String nonFinite(int i) {
      return NonFinite.toText(HalfFloat.toFloat(values[i]));
    }
  }

  static final class Floats extends FloatCells {

    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    double getDouble(int i) {
      return values[i];
    }

    @Override
    Object get(int i) {
      return values[i];
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeFloat(values[i]);
    }

    @Override
    long bits(int i) {
      return Float.floatToRawIntBits(values[i]);
    }

    @Override
    long plainNan() {
      return Float.floatToRawIntBits(Float.NaN);
    }

    @Override
    String nonFinite(int i) {
      return NonFinite.toText(values[i]);
    }
  }

  static final class Doubles extends FloatCells {

    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    double getDouble(int i) {
      return values[i];
    }

    @Override
    Object get(int i) {
      return values[i];
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeDouble(values[i]);
    }

    @Override
    long bits(int i) {
      return Double.doubleToRawLongBits(values[i]);
    }

    @Override
    long plainNan() {
      return Double.doubleToRawLongBits(Double.NaN);
    }

    @Override
    String nonFinite(int i) {
      return NonFinite.toText(values[i]);
    }
  }
}
