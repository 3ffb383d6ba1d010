package org.datason.ml.tablesaw;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Makes tables of Tablesaw with columns of all types and all that is hard to keep. */
final class SampleTables {

  static final ColumnType[] TYPES = {
    ColumnType.BOOLEAN,
    ColumnType.SHORT,
    ColumnType.INTEGER,
    ColumnType.LONG,
    ColumnType.FLOAT,
    ColumnType.DOUBLE,
    ColumnType.STRING,
    ColumnType.LOCAL_DATE,
    ColumnType.LOCAL_TIME,
    ColumnType.LOCAL_DATE_TIME,
    ColumnType.INSTANT
  };

  private static final String[] TEXTS = {
    "a", " ", "\"quoted\"\n", "caf\u00e9", "\uD83D\uDE00", "\uD800", "null", "NaN", "12", "\u0000"
  };
  private static final double[] DOUBLES = {
    -0.0, 0.0, 5, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, 1e23, Double.NaN
  };
  private static final long[] LONGS = {
    0, -1, Long.MAX_VALUE, Long.MIN_VALUE + 1, 9007199254740993L, Integer.MIN_VALUE, 127
  };

  private final Random random;

  SampleTables(long seed) {
    random = new Random(seed);
  }

  Table table() {
    int rows = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(90);
    int columns = random.nextInt(8);
    Table table = Table.create(random.nextBoolean() ? null : TEXTS[random.nextInt(TEXTS.length)]);
    for (int i = 0; i < columns; i++) {
      String name = i == 2 ? "" : i == 3 ? "caf\u00e9 \"x\"" : "c" + i;
      table.addColumns(column(TYPES[random.nextInt(TYPES.length)], name, rows));
    }
    return table;
  }

  Column<?> column(ColumnType type, String name, int rows) {
    int missing = random.nextInt(3);
    Column<?> column = type.create(name);
    for (int i = 0; i < rows; i++) {
      if (missing == 1 && random.nextInt(4) == 0 || missing == 2 && rows % 5 == 0) {
        column.appendMissing();
      } else {
        append(column);
      }
    }
    return column;
  }

  private void append(Column<?> column) {
    boolean odd = random.nextInt(3) == 0;
    if (column instanceof BooleanColumn c) {
      c.append(random.nextBoolean());
    } else if (column instanceof ShortColumn c) {
      c.append((short) (odd ? -Short.MAX_VALUE : random.nextInt()));
    } else if (column instanceof IntColumn c) {
      c.append(odd ? Integer.MIN_VALUE + 1 : random.nextInt());
    } else if (column instanceof LongColumn c) {
      c.append(odd ? LONGS[random.nextInt(LONGS.length)] : random.nextLong());
    } else if (column instanceof FloatColumn c) {
      c.append(odd ? (float) DOUBLES[random.nextInt(DOUBLES.length)] : random.nextFloat());
    } else if (column instanceof DoubleColumn c) {
      c.append(odd ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextGaussian());
    } else if (column instanceof StringColumn c) {
      c.append(odd ? "t" + random.nextInt() : TEXTS[random.nextInt(TEXTS.length)]);
    } else if (column instanceof DateColumn c) {
      c.append(date(odd));
    } else if (column instanceof TimeColumn c) {
      c.append(odd ? LocalTime.MIDNIGHT : time());
    } else if (column instanceof DateTimeColumn c) {
      c.append(LocalDateTime.of(date(odd), time()));
    } else {
      Instant moment = LocalDateTime.of(date(odd), time()).toInstant(ZoneOffset.UTC);
      ((InstantColumn) column).append(moment);
    }
  }

  private LocalDate date(boolean odd) {
    return odd
        ? LocalDate.of(random.nextInt(65_536) - 32_768, 1 + random.nextInt(12), 28)
        : LocalDate.ofEpochDay(random.nextInt(50_000));
  }

  private LocalTime time() {
    return LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L);
  }
}
