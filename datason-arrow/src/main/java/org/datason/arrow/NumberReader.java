package org.datason.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.ColumnStorage;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

/** Reads vectors of values of a fixed width. */
final class NumberReader {

  private static final int UINT64_DIGITS = 20;
  private static final long MILLIS_IN_DAY = 86_400_000;

  private final FieldVector vector;
  private final ArrowBuf data;
  private final int rows;
  private final long[] validity;

  NumberReader(FieldVector vector, int rows) {
    this.vector = vector;
    this.rows = rows;
    data = vector.getDataBuffer();
    validity = VectorArrays.validity(vector, rows);
  }

  /**
   * The column of the vector.
   *
   * @param told the type that our metadata tells; null if there is none
   */
  Column read(ArrowType type, FieldType told) {
    return switch (type.getTypeID()) {
      case Bool -> whole(Column.wrap(booleans()));
      case Int -> integers((ArrowType.Int) type);
      case FloatingPoint -> whole(floats((ArrowType.FloatingPoint) type));
      case Decimal -> decimals((ArrowType.Decimal) type);
      case Date -> whole(Column.wrap(Simple.DATE, days((ArrowType.Date) type)));
      case Time -> whole(ColumnStorage.times(times((ArrowType.Time) type)));
      case Duration -> {
        long[] values = VectorArrays.longs(data, rows);
        scale(values, nanos(((ArrowType.Duration) type).getUnit()));
        yield whole(Column.wrap(Simple.DURATION, values));
      }
      case Timestamp -> {
        FieldType timestamp = timestamp((ArrowType.Timestamp) type, told);
        yield whole(Column.wrap(timestamp, VectorArrays.longs(data, rows)));
      }
      default -> throw new IllegalArgumentException("a frame has no type for Arrow's " + type);
    };
  }

  private Column whole(Column column) {
    return validity == null ? column : column.withValidity(validity);
  }

  private boolean isMissing(int row) {
    return validity != null && (validity[row >> 6] >>> row & 1) == 0;
  }

  private boolean[] booleans() {
    byte[] bits = VectorArrays.bytes(data, 0, rows + 7 >>> 3);
    boolean[] values = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = (bits[i >> 3] >> (i & 7) & 1) != 0;
    }
    return values;
  }

  private Column integers(ArrowType.Int type) {
    boolean signed = type.getIsSigned();
    return switch (type.getBitWidth()) {
      case 8 ->
          whole(
              Column.wrap(signed ? Simple.INT8 : Simple.UINT8, VectorArrays.bytes(data, 0, rows)));
      case 16 ->
          whole(
              Column.wrap(signed ? Simple.INT16 : Simple.UINT16, VectorArrays.shorts(data, rows)));
      case 32 ->
          whole(Column.wrap(signed ? Simple.INT32 : Simple.UINT32, VectorArrays.ints(data, rows)));
      default ->
          signed
              ? whole(Column.wrap(Simple.INT64, VectorArrays.longs(data, rows)))
              : unsigned(VectorArrays.longs(data, rows));
    };
  }

  private Column unsigned(long[] values) {
    ColumnBuilder builder = ColumnBuilder.of(new Decimal(UINT64_DIGITS, 0));
    for (int i = 0; i < rows; i++) {
      builder.append(
          isMissing(i) ? null : new BigDecimal(new BigInteger(Long.toUnsignedString(values[i]))));
    }
    return builder.build();
  }

  /** The codes of a dictionary, of any width. */
  static int[] codes(FieldVector vector, int rows) {
    ArrowBuf data = vector.getDataBuffer();
    ArrowType.Int type = (ArrowType.Int) vector.getMinorType().getType();
    if (type.getBitWidth() == 32) {
      return VectorArrays.ints(data, rows);
    }
    VectorArrays.check(data, (long) rows * type.getBitWidth() / 8);
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      if (!vector.isNull(i)) {
        codes[i] =
            switch (type.getBitWidth()) {
              case 8 -> type.getIsSigned() ? data.getByte(i) : data.getByte(i) & 0xFF;
              case 16 ->
                  type.getIsSigned() ? data.getShort(2L * i) : data.getShort(2L * i) & 0xFFFF;
              default -> Math.toIntExact(data.getLong(8L * i));
            };
      }
    }
    return codes;
  }

  private Column floats(ArrowType.FloatingPoint type) {
    return switch (type.getPrecision()) {
      case HALF -> Column.wrap(Simple.FLOAT16, VectorArrays.shorts(data, rows));
      case SINGLE -> Column.wrap(VectorArrays.floats(data, rows));
      case DOUBLE -> Column.wrap(VectorArrays.doubles(data, rows));
    };
  }

  // ---------------------------------------------------------------- decimals

  private Column decimals(ArrowType.Decimal arrow) {
    Decimal type = new Decimal(arrow.getPrecision(), arrow.getScale());
    int width = arrow.getBitWidth() / 8;
    VectorArrays.check(data, (long) rows * width);
    if (type.precision() > Digits.IN_LONG || width < 16) {
      return bigDecimals(type, width);
    }
    long[] values = new long[rows];
    for (int i = 0; i < rows; i++) {
      if (!isMissing(i)) {
        values[i] = data.getLong((long) i * width);
        for (int at = 8; at < width; at += 8) {
          if (data.getLong((long) i * width + at) != values[i] >> 63) {
            throw new IllegalArgumentException("row " + i + " has more digits than " + type);
          }
        }
      }
    }
    return whole(ColumnStorage.decimals(type, values));
  }

  private Column bigDecimals(Decimal type, int width) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    byte[] bytes = new byte[width];
    for (int i = 0; i < rows; i++) {
      if (isMissing(i)) {
        builder.appendMissing();
        continue;
      }
      for (int j = 0; j < width; j++) {
        bytes[width - 1 - j] = data.getByte((long) i * width + j);
      }
      builder.append(new BigDecimal(new BigInteger(bytes), type.scale()));
    }
    return builder.build();
  }

  // ---------------------------------------------------------------- times

  private int[] days(ArrowType.Date type) {
    if (type.getUnit() == DateUnit.DAY) {
      return VectorArrays.ints(data, rows);
    }
    VectorArrays.check(data, 8L * rows);
    int[] days = new int[rows];
    for (int i = 0; i < rows; i++) {
      long millis = isMissing(i) ? 0 : data.getLong(8L * i);
      if (millis % MILLIS_IN_DAY != 0) {
        throw new IllegalArgumentException("row " + i + " is a date with a time of day");
      }
      days[i] = Math.toIntExact(millis / MILLIS_IN_DAY);
    }
    return days;
  }

  private long[] times(ArrowType.Time type) {
    VectorArrays.check(data, (long) rows * type.getBitWidth() / 8);
    long[] values = new long[rows];
    if (type.getBitWidth() == 64) {
      values = VectorArrays.longs(data, rows);
    } else {
      int[] ints = VectorArrays.ints(data, rows);
      for (int i = 0; i < rows; i++) {
        values[i] = ints[i];
      }
    }
    scale(values, nanos(type.getUnit()));
    return values;
  }

  /** Makes units nanoseconds, and what stands where values are missing zero. */
  private void scale(long[] values, long factor) {
    for (int i = 0; i < rows; i++) {
      try {
        values[i] = isMissing(i) ? 0 : Math.multiplyExact(values[i], factor);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "row " + i + " is longer than a frame's durations, 292 years", e);
      }
    }
  }

  private static long nanos(TimeUnit unit) {
    return 1_000_000_000 / unit(unit).inSecond();
  }

  private static Unit unit(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> Unit.S;
      case MILLISECOND -> Unit.MS;
      case MICROSECOND -> Unit.US;
      case NANOSECOND -> Unit.NS;
    };
  }

  private static FieldType timestamp(ArrowType.Timestamp type, FieldType told) {
    if (told instanceof Timestamp) {
      return told;
    }
    String zone = type.getTimezone();
    try {
      return new Timestamp(unit(type.getUnit()), zone == null || zone.isEmpty() ? null : zone);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("Java knows no time zone '" + zone + "'", e);
    }
  }
}
