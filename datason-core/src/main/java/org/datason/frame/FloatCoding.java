package org.datason.frame;

import org.datason.json.JsonReader;

/** Floating-point numbers by their bits. */
final class FloatCoding extends LongCoding {

  private static final int BLOCK = 256;

  private final FieldType.Simple type;
  private final double[] doubles;

  FloatCoding(FieldType.Simple type) {
    this.type = type;
    doubles = new double[type == FieldType.Simple.FLOAT64 ? BLOCK : 0];
  }

  @Override
  long encode(Object value, ColumnBuilder builder) {
    if (value instanceof Float single) {
      return switch (type) {
        case FLOAT16 -> HalfFloat.ofFloat(single);
        case FLOAT32 -> Float.floatToRawIntBits(single);
        default -> Double.doubleToRawLongBits(single);
      };
    }
    return value instanceof Double number
        ? ofDouble(number)
        : ofLong(integer(value, "a number", builder));
  }

  @Override
  long ofLong(long value) {
    double number = value;
    if ((long) number != value || value == Long.MAX_VALUE) {
      throw new IllegalArgumentException(value + " is no " + type);
    }
    return ofDouble(number);
  }

  @Override
  long ofDouble(double value) {
    if (type == FieldType.Simple.FLOAT64) {
      return Double.doubleToRawLongBits(value);
    }
    float single = (float) value;
    if (single != value && value == value) {
      throw new IllegalArgumentException(value + " is no " + type);
    }
    return type == FieldType.Simple.FLOAT16
        ? HalfFloat.ofFloat(single)
        : Float.floatToRawIntBits(single);
  }

  @Override
  long ofNonFinite(double value, float single) {
    return switch (type) {
      case FLOAT16 -> HalfFloat.ofFloat(single);
      case FLOAT32 -> Float.floatToRawIntBits(single);
      default -> Double.doubleToRawLongBits(value);
    };
  }

  @Override
  long read(JsonReader in) {
    return switch (type) {
      case FLOAT16 -> HalfFloat.ofFloat(in.readFloat());
      case FLOAT32 -> Float.floatToRawIntBits(in.readFloat());
      default -> Double.doubleToRawLongBits(in.readDouble());
    };
  }

  @Override
  int readMore(JsonReader in, long[] codes, int from) {
    if (type != FieldType.Simple.FLOAT64) {
      return 0;
    }
    int n = in.readDoubles(doubles, 0, Math.min(BLOCK, codes.length - from));
    for (int i = 0; i < n; i++) {
      codes[from + i] = Double.doubleToRawLongBits(doubles[i]);
    }
    return n;
  }

  @Override
  long parse(byte[] b, int from, int to) {
    if (type == FieldType.Simple.FLOAT64) {
      return Double.doubleToRawLongBits(FloatingText.toDouble(b, from, to));
    }
    float value = FloatingText.toFloat(b, from, to);
    return type == FieldType.Simple.FLOAT16
        ? HalfFloat.ofFloat(value)
        : Float.floatToRawIntBits(value);
  }

  @Override
  Cells cells(long[] codes) {
    int n = codes.length;
    switch (type) {
      case FLOAT16 -> {
        short[] values = new short[n];
        for (int i = 0; i < n; i++) {
          values[i] = (short) codes[i];
        }
        return new FloatCells.Halves(values);
      }
      case FLOAT32 -> {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
          values[i] = Float.intBitsToFloat((int) codes[i]);
        }
        return new FloatCells.Floats(values);
      }
      default -> {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = Double.longBitsToDouble(codes[i]);
        }
        return new FloatCells.Doubles(values);
      }
    }
  }
}
