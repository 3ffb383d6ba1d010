package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.TextBytes;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;

/** How the values of a type are told by one long each: in a {@link LongsBuilder} and in JSON. */
abstract class LongCoding {

  /** The code of a value. */
  abstract long encode(Object value, ColumnBuilder builder);

  /** Reads a value that is not null. */
  abstract long read(JsonReader in);

  /** Reads values that come next in an array, as many as are plain and have room; how many. */
  int readMore(JsonReader in, long[] codes, int from) {
    return 0;
  }

  /** The code of the value that a text stands for. */
  abstract long parse(byte[] b, int from, int to);

  static IllegalArgumentException none(FieldType type, byte[] b, int from, int to) {
    return new IllegalArgumentException("'" + TextBytes.decode(b, from, to) + "' is no " + type);
  }

  /** The integer that a text stands for. */
  static long integer(FieldType type, byte[] b, int from, int to) {
    int p = from < to && (b[from] == '-' || b[from] == '+') ? from + 1 : from;
    boolean digits = p < to;
    boolean fits = true;
    long value = 0; // below zero, since there is one more such number than above
    for (; p < to; p++) {
      int digit = b[p] - '0';
      digits &= digit >= 0 && digit <= 9;
      fits &= value >= Long.MIN_VALUE / 10;
      value = value * 10 - digit;
      fits &= value <= 0;
    }
    if (!digits) {
      throw none(type, b, from, to);
    }
    if (!fits || b[from] != '-' && value == Long.MIN_VALUE) {
      throw outOfRange(type, TextBytes.decode(b, from, to));
    }
    return b[from] == '-' ? value : -value;
  }

  private static IllegalArgumentException outOfRange(FieldType type, String value) {
    return new IllegalArgumentException(value + " is out of the range of " + type);
  }

  abstract Cells cells(long[] codes);

  /** The code of a value given as a number. */
  abstract long ofLong(long value);

  long ofDouble(double value) {
    throw new IllegalArgumentException(value + " is no value of this type");
  }

  long ofNonFinite(double value, float single) {
    throw new IllegalArgumentException(value + " is no value of this type");
  }

  static LongCoding of(FieldType type) {
    if (type instanceof FieldType.Decimal decimal) {
      return new OfDecimals(decimal);
    }
    if (type instanceof FieldType.Timestamp) {
      return new OfTimes(type);
    }
    return switch ((FieldType.Simple) type) {
      case BOOLEAN -> new OfBooleans();
      case FLOAT16, FLOAT32, FLOAT64 -> new FloatCoding((FieldType.Simple) type);
      case DATE, TIME, DURATION -> new OfTimes(type);
      case INT8 -> new OfIntegers(type, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case INT16 -> new OfIntegers(type, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT32 -> new OfIntegers(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case UINT8 -> new OfIntegers(type, 0, 0xFF);
      case UINT16 -> new OfIntegers(type, 0, 0xFFFF);
      case UINT32 -> new OfIntegers(type, 0, 0xFFFF_FFFFL);
      default -> new OfIntegers(type, Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  /**
   * The integer that an object is.
   *
   * @param expected what the type takes, for the error
   */
  static long integer(Object value, String expected, ColumnBuilder builder) {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
      return big.longValue();
    }
    throw builder.mismatch(expected, value);
  }

  private static final class OfBooleans extends LongCoding {

    @Override
    long encode(Object value, ColumnBuilder builder) {
      if (value instanceof Boolean bool) {
        return bool ? 1 : 0;
      }
      throw builder.mismatch("a Boolean", value);
    }

    @Override
    long ofLong(long value) {
      throw new IllegalArgumentException(value + " is no boolean");
    }

    @Override
    long read(JsonReader in) {
      return in.readBoolean() ? 1 : 0;
    }

    @Override
    long parse(byte[] b, int from, int to) {
      switch (TextBytes.decode(b, from, to)) {
        case "true", "True", "TRUE":
          return 1;
        case "false", "False", "FALSE":
          return 0;
        default:
          throw none(FieldType.Simple.BOOLEAN, b, from, to);
      }
    }

    @Override
    Cells cells(long[] codes) {
      boolean[] values = new boolean[codes.length];
      for (int i = 0; i < codes.length; i++) {
        values[i] = codes[i] != 0;
      }
      return new SmallCells.Booleans(values);
    }
  }

  private static final class OfIntegers extends LongCoding {

    private final FieldType type;
    private final long min;
    private final long max;

    OfIntegers(FieldType type, long min, long max) {
      this.type = type;
      this.min = min;
      this.max = max;
    }

    @Override
    long encode(Object value, ColumnBuilder builder) {
      return ofLong(integer(value, "an integer", builder));
    }

    @Override
    long ofLong(long value) {
      if (value < min || value > max) {
        throw outOfRange(type, Long.toString(value));
      }
      return value;
    }

    @Override
    long read(JsonReader in) {
      return ofLong(in.readLong());
    }

    @Override
    int readMore(JsonReader in, long[] codes, int from) {
      int n = in.readLongs(codes, from, codes.length);
      for (int i = from; i < from + n; i++) {
        ofLong(codes[i]);
      }
      return n;
    }

    @Override
    long parse(byte[] b, int from, int to) {
      return ofLong(integer(type, b, from, to));
    }

    @Override
    Cells cells(long[] codes) {
      return integers((FieldType.Simple) type, codes);
    }
  }

  private static Cells integers(FieldType.Simple type, long[] codes) {
    switch (type) {
      case INT8, UINT8 -> {
        byte[] values = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
          values[i] = (byte) codes[i];
        }
        return new IntegerCells.Bytes(values, type == FieldType.Simple.UINT8);
      }
      case INT16, UINT16 -> {
        short[] values = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
          values[i] = (short) codes[i];
        }
        return new IntegerCells.Shorts(values, type == FieldType.Simple.UINT16);
      }
      case INT64 -> {
        return new IntegerCells.Longs(codes);
      }
      default -> {
        return ints(codes, type == FieldType.Simple.UINT32);
      }
    }
  }

  private static IntegerCells ints(long[] codes, boolean unsigned) {
    int[] values = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      values[i] = (int) codes[i];
    }
    return new IntegerCells.Ints(values, unsigned);
  }

  private static final class OfTimes extends LongCoding {

    private final FieldType type;
    private final TextBytes text = new TextBytes();

    /** What most texts tell; null where none is known. */
    private final TimeForm form;

    OfTimes(FieldType type) {
      this.type = type;
      form = Times.form(type);
    }

    @Override
    long encode(Object value, ColumnBuilder builder) {
      return Times.encode(type, value, builder);
    }

    @Override
    long ofLong(long value) {
      return Times.check(type, value);
    }

    @Override
    long read(JsonReader in) {
      TimeParts parts = form == null ? null : in.tryTime(form);
      if (parts != null) {
        return Times.number(type, parts);
      }
      if (in.peek() == JsonToken.NUMBER) {
        return ofLong(in.readLong());
      }
      text.setLength(0);
      in.readText(text);
      return Times.parse(type, text.bytes(), 0, text.length());
    }

    @Override
    long parse(byte[] b, int from, int to) {
      return Times.isNumber(type, b, from, to)
          ? Times.withoutText(type, integer(type, b, from, to))
          : Times.parse(type, b, from, to);
    }

    @Override
    Cells cells(long[] codes) {
      return new TimeCells(
          type, type == FieldType.Simple.DATE ? ints(codes, false) : new IntegerCells.Longs(codes));
    }
  }

  private static final class OfDecimals extends LongCoding {

    private final FieldType.Decimal type;

    OfDecimals(FieldType.Decimal type) {
      this.type = type;
    }

    @Override
    long encode(Object value, ColumnBuilder builder) {
      if (value instanceof BigDecimal decimal) {
        return Decimals.unscaled(decimal, type).longValueExact();
      }
      throw builder.mismatch("a BigDecimal", value);
    }

    @Override
    long ofLong(long value) {
      return Decimals.unscaled(BigDecimal.valueOf(value), type).longValueExact();
    }

    @Override
    long read(JsonReader in) {
      return Decimals.unscaled(Decimals.read(in), type).longValueExact();
    }

    @Override
    long parse(byte[] b, int from, int to) {
      return Decimals.parse(b, from, to, type).longValueExact();
    }

    @Override
    Cells cells(long[] codes) {
      return new SmallCells.LongDecimals(codes, type.scale());
    }
  }
}
