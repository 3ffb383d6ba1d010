package org.datason.frame;

import java.nio.ByteBuffer;
import org.datason.config.NonFiniteForm;
import org.datason.json.JsonWriter;
import org.datason.json.NonFinite;
import org.datason.json.TextBytes;

/** Floating-point numbers of one width; two are the same if their bits are. */
abstract class FloatCells extends Cells {

  /** The bits of a value. */
  abstract long bits(int i);

  /** The bits of the plain NaN, which needs no mention. */
  abstract long plainNan();

  /** The text of a value that JSON has no number for. */
  abstract String nonFinite(int i);

  /**
   * Whether a value has to be named beside the data, where null stands for it, or a plain NaN for
   * one with bits of its own.
   */
  final boolean isNamed(int i, NonFiniteForm form, boolean hints) {
    double value = getDouble(i);
    if (value != value) {
      return bits(i) != plainNan() || isNull(value, form, hints);
    }
    return value - value != 0 && isNull(value, form, hints);
  }

  /**
   * Whether a value that JSON has no number for is written as null. NaN is by default, as pandas
   * takes null for NaN.
   */
  private static boolean isNull(double value, NonFiniteForm form, boolean hints) {
    return form == NonFiniteForm.NULL
        || form == NonFiniteForm.DROP
        || form == NonFiniteForm.HINTED && hints && value != value;
  }

  private static void writeNonFinite(double value, JsonWriter out) {
    if (isNull(value, out.config().nonFiniteForm(), out.hints())) {
      out.writeNull();
    } else {
      out.writeDouble(value == value ? value : Double.NaN); // by the settings
    }
  }

  @Override
  final boolean isLeftOut(int i, JsonWriter out) {
    double value = getDouble(i);
    return value - value != 0 && out.isLeftOut(value);
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
    long memory() {
      return 2L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Halves((short[]) other);
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
      float value = HalfFloat.toFloat(values[i]);
      if (Float.isFinite(value)) {
        out.writeFloat(value);
      } else {
        writeNonFinite(value, out);
      }
    }

    @Override
    void text(int i, TextBytes out) {
      out.appendFloat(HalfFloat.toFloat(values[i]));
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

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asShortBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 2);
    }
  }

  static final class Floats extends FloatCells {

    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    long memory() {
      return 4L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Floats((float[]) other);
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
      if (Float.isFinite(values[i])) {
        out.writeFloat(values[i]);
      } else {
        writeNonFinite(values[i], out);
      }
    }

    @Override
    void write(int from, int to, JsonWriter out) {
      int i = from;
      while (i < to) {
        int start = i;
        while (i < to && Float.isFinite(values[i])) {
          i++;
        }
        out.writeFloats(values, start, i);
        if (i < to) {
          writeNonFinite(values[i++], out);
        }
      }
    }

    @Override
    void text(int i, TextBytes out) {
      out.appendFloat(values[i]);
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

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asFloatBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 4);
    }
  }

  static final class Doubles extends FloatCells {

    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    long memory() {
      return 8L * values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Doubles((double[]) other);
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
      if (Double.isFinite(values[i])) {
        out.writeDouble(values[i]);
      } else {
        writeNonFinite(values[i], out);
      }
    }

    @Override
    void write(int from, int to, JsonWriter out) {
      int i = from;
      while (i < to) {
        int start = i;
        while (i < to && Double.isFinite(values[i])) {
          i++;
        }
        out.writeDoubles(values, start, i);
        if (i < to) {
          writeNonFinite(values[i++], out);
        }
      }
    }

    @Override
    void text(int i, TextBytes out) {
      out.appendDouble(values[i]);
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

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asDoubleBuffer().put(values, from, to - from);
      target.position(target.position() + (to - from) * 8);
    }
  }
}
