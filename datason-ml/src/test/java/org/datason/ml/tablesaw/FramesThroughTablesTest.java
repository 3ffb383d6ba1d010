package org.datason.ml.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import tech.tablesaw.api.Table;

/**
 * Any frame that is not refused comes back: bit by bit, or value by value where Tablesaw widens.
 */
class FramesThroughTablesTest {

  /** Types that Tablesaw has. */
  private static final FieldType[] OWN = {
    Simple.BOOLEAN,
    Simple.INT16,
    Simple.INT32,
    Simple.INT64,
    Simple.FLOAT32,
    Simple.FLOAT64,
    Simple.TEXT,
    Simple.DATE,
    Simple.TIME,
    new Timestamp(Unit.MS, null),
    new Timestamp(Unit.MS, "UTC")
  };

  /** Types whose values Tablesaw has under another one. */
  private static final FieldType[] OTHER = {
    Simple.INT8,
    Simple.UINT8,
    Simple.UINT16,
    Simple.UINT32,
    Simple.FLOAT16,
    Simple.UUID,
    new Timestamp(Unit.S, null),
    new Timestamp(Unit.US, "Z"),
    new Timestamp(Unit.NS, null),
    new Dictionary(Simple.TEXT, false),
    new Dictionary(Simple.INT64, false)
  };

  private static Frame frame(long seed, FieldType... types) {
    Random random = new Random(seed);
    int rows = random.nextInt(80);
    FrameBuilder builder = Frame.builder().name(random.nextBoolean() ? "frame" : null);
    for (int i = random.nextInt(6); i >= 0; i--) {
      FieldType type = types[random.nextInt(types.length)];
      ColumnBuilder column = ColumnBuilder.of(type);
      int missing = random.nextInt(4);
      for (int row = 0; row < rows; row++) {
        if (random.nextInt(4) < missing) {
          column.appendMissing();
        } else {
          append(column, type, random);
        }
      }
      builder.column("c" + i, column.build());
    }
    Frame frame = builder.build();
    int from = random.nextInt(rows + 1);
    return random.nextBoolean() ? frame : frame.slice(from, rows);
  }

  private static void append(ColumnBuilder column, FieldType type, Random random) {
    if (type instanceof Timestamp timestamp) {
      long step = Math.max(1, timestamp.unit().inSecond() / 1000);
      column.appendLong(random.nextInt() * step);
    } else if (type instanceof Dictionary dictionary) {
      int n = random.nextInt(5);
      column.append(dictionary.values() == Simple.TEXT ? "t" + n : (Object) (long) n);
    } else {
      switch ((Simple) type) {
        case BOOLEAN -> column.append(random.nextBoolean());
        case INT8 -> column.appendLong((byte) random.nextInt());
        case INT16 -> column.appendLong(random.nextInt(65_535) - 32_767);
        case INT32 -> column.appendLong(Math.max(-Integer.MAX_VALUE, random.nextInt()));
        case INT64 -> column.appendLong(Math.max(-Long.MAX_VALUE, random.nextLong()));
        case UINT8 -> column.appendLong(random.nextInt(256));
        case UINT16 -> column.appendLong(random.nextInt(65_536));
        case UINT32 -> column.appendLong(random.nextInt() & 0xffffffffL);
        case FLOAT16 -> column.appendDouble(random.nextInt(2000) / 4.0 * -1);
        case FLOAT32 -> column.append(random.nextBoolean() ? -0f : random.nextFloat());
        case FLOAT64 -> column.appendDouble(random.nextBoolean() ? -0.0 : 1 / random.nextDouble());
        case TEXT -> column.append("t" + random.nextInt(9));
        case DATE -> column.appendLong(random.nextInt(20_000_000) - 10_000_000);
        case TIME -> column.appendLong(random.nextInt(86_400_000) * 1_000_000L);
        case UUID -> column.append(new UUID(random.nextLong(), random.nextLong()));
        default -> throw new AssertionError(type);
      }
    }
  }

  @Property
  void typesThatTablesawHasComeBackBitByBit(@ForAll long seed) {
    Frame frame = frame(seed, OWN);
    assertEquals(frame, Tables.toFrame(Tables.toTable(frame)));
  }

  @Property
  void otherTypesComeBackWithTheSameValues(@ForAll long seed) {
    Frame frame = frame(seed, OTHER);
    Table table = Tables.toTable(frame);
    Frame back = Tables.toFrame(table);
    assertEquals(frame.name(), back.name());
    assertEquals(frame.size(), back.size());
    for (int i = 0; i < frame.schema().size(); i++) {
      for (int row = 0; row < frame.size(); row++) {
        assertEquals(value(frame.column(i), row), value(back.column(i), row));
      }
    }
    assertEquals(back, Tables.toFrame(Tables.toTable(back)));
  }

  /** A value, however wide its type is. */
  private static Object value(Column column, int row) {
    Object value = column.get(row);
    if (value instanceof Number number) {
      return Double.doubleToRawLongBits(number.doubleValue());
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value == null ? null : value.toString();
  }
}
