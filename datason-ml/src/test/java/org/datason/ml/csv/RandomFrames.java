package org.datason.ml.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;
import org.datason.frame.Series;

/** Makes frames of all types, with all that is hard to keep in a file of texts. */
final class RandomFrames {

  static final String[] TEXTS = {
    "",
    " ",
    "a",
    "\"",
    "a\"b",
    ",",
    ";",
    "\n",
    "\r\n",
    "x\ry",
    "#c",
    "NA",
    "null",
    "007",
    "\uFEFFb",
    "caf\u00e9",
    "\uD83D\uDE00",
    "12",
    "true",
    "2024-06-15",
    "'",
    "\t",
    "\0",
    "\uFFFF"
  };
  private static final String[] ZONES = {"UTC", "Europe/Berlin", "+05:30"};
  private static final double[] ODD = {
    Double.NaN,
    -0.0,
    Double.NEGATIVE_INFINITY,
    Double.longBitsToDouble(0x7ff8000000000001L),
    5,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    1e16,
    1e-5
  };

  private final Random random;

  RandomFrames(long seed) {
    random = new Random(seed);
  }

  <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  Frame frame() {
    int rows = random.nextInt(30);
    int columns = 1 + random.nextInt(6);
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < columns; i++) {
      builder.column(i == 1 ? oneOf(TEXTS) : "c" + i, column(type(2), rows));
    }
    if (random.nextInt(3) == 0) {
      builder.index(new Series(random.nextBoolean() ? null : oneOf(TEXTS), column(type(1), rows)));
    }
    Frame frame = builder.build();
    int from = random.nextInt(3) == 0 ? random.nextInt(rows + 1) : 0;
    return frame.slice(from, rows);
  }

  Column column(FieldType type, int rows) {
    int missing = random.nextInt(3);
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < rows; i++) {
      boolean none = missing == 1 && random.nextInt(4) == 0 || missing == 2 && rows % 5 == 0;
      builder.append(none ? null : value(type));
    }
    return builder.build();
  }

  FieldType type(int depth) {
    int kind = random.nextInt(Simple.values().length + (depth > 0 ? 7 : 5));
    if (kind < Simple.values().length) {
      return Simple.values()[kind];
    }
    return switch (kind - Simple.values().length) {
      case 0 -> new Decimal(1 + random.nextInt(18), random.nextInt(10) - 3);
      case 1 -> new Decimal(19 + random.nextInt(20), random.nextInt(30));
      case 2 -> new Timestamp(oneOf(Unit.values()), null);
      case 3 -> new Timestamp(oneOf(Unit.values()), oneOf(ZONES));
      case 4 ->
          new Dictionary(random.nextBoolean() ? Simple.TEXT : Simple.INT64, random.nextBoolean());
      case 5 -> new ListOf(type(depth - 1));
      default -> {
        List<Field> fields = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          fields.add(new Field("f" + i, type(depth - 1)));
        }
        yield new Struct(Schema.of(fields));
      }
    };
  }

  private Object value(FieldType type) {
    if (type instanceof Simple simple) {
      return simple(simple);
    }
    if (type instanceof Decimal decimal) {
      BigInteger digits = new BigInteger(60, random).mod(BigInteger.TEN.pow(decimal.precision()));
      return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), decimal.scale());
    }
    if (type instanceof Timestamp timestamp) {
      return time(timestamp);
    }
    if (type instanceof Dictionary dictionary) {
      return value(dictionary.values());
    }
    if (type instanceof ListOf list) {
      List<Object> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(random.nextInt(5) == 0 ? null : part(list.items()));
      }
      return items;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Field field : ((Struct) type).schema().fields()) {
      map.put(field.name(), random.nextInt(5) == 0 ? null : part(field.type()));
    }
    return map;
  }

  /** A value inside a list or struct, where a NaN has no payload. */
  private Object part(FieldType type) {
    Object value = value(type);
    if (value instanceof Double number && Double.isNaN(number)) {
      return Double.NaN;
    }
    return value instanceof Float number && Float.isNaN(number) ? (Object) Float.NaN : value;
  }

  private Object time(Timestamp type) {
    boolean far = random.nextInt(4) == 0 && type.unit() == Unit.S;
    long second = far ? random.nextLong() / 1_000_000_000 : random.nextInt();
    long size = 1_000_000_000 / type.unit().inSecond();
    long nano = random.nextInt((int) type.unit().inSecond()) * size;
    return type.zone() == null
        ? LocalDateTime.ofEpochSecond(second, (int) nano, ZoneOffset.UTC)
        : Instant.ofEpochSecond(second, nano).atZone(ZoneId.of(type.zone()));
  }

  private Object simple(Simple type) {
    boolean odd = random.nextInt(3) == 0;
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case INT8 -> (byte) random.nextInt();
      case INT16 -> (short) random.nextInt();
      case INT32 -> random.nextInt();
      case INT64 -> random.nextLong() >> random.nextInt(64);
      case UINT8 -> random.nextInt(256);
      case UINT16 -> random.nextInt(65536);
      case UINT32 -> random.nextLong() >>> 32;
      case FLOAT16 -> (float) random.nextInt(2048);
      case FLOAT32 -> odd ? (Object) (float) ODD[random.nextInt(5)] : (Object) random.nextFloat();
      case FLOAT64 ->
          odd ? (Object) ODD[random.nextInt(ODD.length)] : (Object) random.nextGaussian();
      case TEXT -> odd ? "t" + random.nextInt() : oneOf(TEXTS);
      case DATE -> java.time.LocalDate.ofEpochDay(odd ? random.nextInt() : random.nextInt(50_000));
      case TIME -> java.time.LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
      case DURATION -> java.time.Duration.ofNanos(odd ? random.nextLong() : random.nextInt());
      case UUID -> new UUID(random.nextLong(), random.nextLong());
      case BINARY -> new byte[random.nextInt(3)];
      case MIXED -> mixed();
    };
  }

  private Object mixed() {
    return switch (random.nextInt(8)) {
      case 0 -> 5L;
      case 1 -> 5;
      case 2 -> (short) 5;
      case 3 -> 0.5f;
      case 4 -> new UUID(1, random.nextInt());
      case 5 -> List.of("x", true);
      case 6 -> new BigDecimal("1.50");
      default -> oneOf(TEXTS);
    };
  }
}
