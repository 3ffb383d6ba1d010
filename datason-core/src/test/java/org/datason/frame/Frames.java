package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

/** Makes frames of all types, with all that is hard to keep; for other modules as well. */
public final class Frames {

  private static final String[] TEXTS = {
    "", "a", "\"quoted\"\n", "caf\u00e9", "\uD83D\uDE00", "\uD800", "x\uDC00y", "null", "NaN", "12"
  };
  private static final String[] ZONES = {"UTC", "Europe/Berlin", "+05:30", "GMT+2", "Z"};

  private final Random random;

  /**
   * Frames that one seed gives.
   *
   * @param seed any number
   */
  public Frames(long seed) {
    random = new Random(seed);
  }

  /**
   * The next one.
   *
   * @return a frame, or a slice of one
   */
  public Frame frame() {
    int rows = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(90);
    int columns = random.nextInt(7);
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < columns; i++) {
      String name = i == 2 ? TEXTS[random.nextInt(5)] : "c" + i;
      builder.column(name, column(type(2), rows));
    }
    boolean labelled = random.nextBoolean();
    if (labelled || columns == 0) {
      FieldType type = random.nextBoolean() ? Simple.TEXT : type(1);
      builder.index(new Series(random.nextBoolean() ? null : "key", column(type, rows)));
    }
    Frame frame = builder.name(random.nextBoolean() ? null : text()).build();
    if (random.nextInt(3) > 0) {
      return frame;
    }
    int from = random.nextInt(rows + 1);
    return frame.slice(from, from + random.nextInt(rows - from + 1));
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /**
   * A column.
   *
   * @param type the type
   * @param rows how long
   * @return the column, with missing values or without
   */
  public Column column(FieldType type, int rows) {
    int missing = random.nextInt(3);
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < rows; i++) {
      boolean none = missing == 1 && random.nextInt(4) == 0 || missing == 2 && rows % 5 == 0;
      builder.append(none ? null : value(type));
    }
    return builder.build();
  }

  FieldType type(int depth) {
    int kind = random.nextInt(Simple.values().length + (depth > 0 ? 8 : 4));
    if (kind < Simple.values().length) {
      return Simple.values()[kind];
    }
    return switch (kind - Simple.values().length) {
      case 0 -> new Decimal(1 + random.nextInt(18), random.nextInt(10) - 3);
      case 1 -> new Decimal(19 + random.nextInt(80), random.nextInt(30));
      case 2 -> new Timestamp(Unit.values()[random.nextInt(4)], null);
      case 3 ->
          new Timestamp(Unit.values()[random.nextInt(4)], ZONES[random.nextInt(ZONES.length)]);
      case 4 -> new Dictionary(category(), random.nextBoolean());
      case 5, 6 -> new ListOf(type(depth - 1));
      default -> {
        List<Field> fields = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          fields.add(new Field(i == 0 ? TEXTS[random.nextInt(5)] : "f" + i, type(depth - 1)));
        }
        yield new Struct(Schema.of(fields));
      }
    };
  }

  private FieldType category() {
    FieldType[] types = {
      Simple.TEXT, Simple.INT64, Simple.FLOAT64, Simple.DATE, Simple.BINARY, new Decimal(5, 2)
    };
    return types[random.nextInt(types.length)];
  }

  Object value(FieldType type) {
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
      Object value = value(dictionary.values());
      return value instanceof Double number && !Double.isFinite(number) ? (Object) 0.5 : value;
    }
    if (type instanceof ListOf list) {
      List<Object> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(random.nextInt(5) == 0 ? null : value(list.items()));
      }
      return items;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Field field : ((Struct) type).schema().fields()) {
      map.put(field.name(), random.nextInt(5) == 0 ? null : value(field.type()));
    }
    return map;
  }

  private Object time(Timestamp type) {
    long size = 1_000_000_000 / type.unit().inSecond();
    long second =
        random.nextInt(4) == 0 && type.unit() != Unit.NS
            ? random.nextLong() / 1_000_000_000
            : random.nextInt();
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
      case FLOAT16 -> HalfFloat.toFloat((short) random.nextInt());
      case FLOAT32 -> odd ? oddFloat() : (Object) random.nextFloat();
      case FLOAT64 -> odd ? oddDouble() : (Object) random.nextGaussian();
      case TEXT -> odd ? "t" + random.nextInt() : TEXTS[random.nextInt(TEXTS.length)];
      case DATE -> LocalDate.ofEpochDay(odd ? random.nextInt() : random.nextInt(50_000));
      case TIME -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
      case DURATION -> Duration.ofNanos(odd ? random.nextLong() : random.nextInt());
      case UUID -> new UUID(random.nextLong(), random.nextLong());
      case BINARY -> new byte[random.nextInt(3)];
      case MIXED -> mixed();
    };
  }

  private Object mixed() {
    return switch (random.nextInt(9)) {
      case 0 -> 5L;
      case 1 -> 5;
      case 2 -> (short) 5;
      case 3 -> 0.5f;
      case 4 -> 0.5;
      case 5 -> new UUID(1, random.nextInt());
      case 6 -> List.of("x", true);
      case 7 -> new BigDecimal("1.50");
      default -> "text";
    };
  }

  private Float oddFloat() {
    float[] odd = {Float.NaN, -0f, Float.POSITIVE_INFINITY, Float.intBitsToFloat(0x7fc00123)};
    return odd[random.nextInt(odd.length)];
  }

  private Double oddDouble() {
    double[] odd = {
      Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.longBitsToDouble(0xfff8000000000001L), 5
    };
    return odd[random.nextInt(odd.length)];
  }
}
