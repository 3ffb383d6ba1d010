package org.datason.ml.tablesaw;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.booleans.BooleanColumnType;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.instant.PackedInstant;
import tech.tablesaw.columns.times.PackedLocalTime;

/** Makes columns of frames of Tablesaw's. */
final class FromTablesaw {

  private static final long MILLIS_A_DAY = 86_400_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private FromTablesaw() {}

  static Column column(tech.tablesaw.columns.Column<?> column) {
    if (column instanceof DoubleColumn c) {
      double[] values = c.asDoubleArray();
      return missing(Column.wrap(values), i -> Double.isNaN(values[i]));
    }
    if (column instanceof FloatColumn c) {
      float[] values = c.asFloatArray();
      return missing(Column.wrap(values), i -> Float.isNaN(values[i]));
    }
    if (column instanceof LongColumn c) {
      long[] values = c.asLongArray();
      return missing(Column.wrap(Simple.INT64, values), i -> values[i] == Long.MIN_VALUE);
    }
    if (column instanceof IntColumn c) {
      int[] values = c.asIntArray();
      return missing(Column.wrap(Simple.INT32, values), i -> values[i] == Integer.MIN_VALUE);
    }
    if (column instanceof ShortColumn c) {
      short[] values = c.asShortArray();
      return missing(Column.wrap(Simple.INT16, values), i -> values[i] == Short.MIN_VALUE);
    }
    if (column instanceof BooleanColumn c) {
      return booleans(c);
    }
    if (column instanceof StringColumn c) {
      return texts(c);
    }
    return ofTimes(column);
  }

  private static Column ofTimes(tech.tablesaw.columns.Column<?> column) {
    if (column instanceof DateColumn c) {
      return dates(c);
    }
    if (column instanceof TimeColumn c) {
      return times(c);
    }
    if (column instanceof DateTimeColumn c) {
      long[] values = new long[c.size()];
      Arrays.setAll(values, i -> millis(c.getLongInternal(i)));
      return missing(Column.wrap(new Timestamp(Unit.MS, null), values), c::isMissing);
    }
    if (column instanceof InstantColumn c) {
      long[] values = new long[c.size()];
      Arrays.setAll(values, i -> millis(c.getLongInternal(i)));
      return missing(Column.wrap(new Timestamp(Unit.MS, "UTC"), values), c::isMissing);
    }
    throw new IllegalArgumentException(
        "Column '"
            + column.name()
            + "' is of the type "
            + column.type().name()
            + ", which is none of Tablesaw's own: put its values into a column of those");
  }

  /** The column with those values missing for which a test holds. */
  private static Column missing(Column column, IntPredicate isMissing) {
    long[] valid = null;
    for (int i = 0; i < column.size(); i++) {
      if (isMissing.test(i)) {
        if (valid == null) {
          valid = new long[column.size() + 63 >> 6];
          Arrays.fill(valid, -1);
        }
        valid[i >> 6] &= ~(1L << i);
      }
    }
    return valid == null ? column : column.withValidity(valid);
  }

  private static Column booleans(BooleanColumn column) {
    boolean[] values = new boolean[column.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.getByte(i) == BooleanColumnType.BYTE_TRUE;
    }
    return missing(Column.wrap(values), column::isMissing);
  }

  private static Column texts(StringColumn column) {
    ColumnBuilder builder = ColumnBuilder.of(Simple.TEXT);
    for (int i = 0; i < column.size(); i++) {
      builder.append(column.isMissing(i) ? null : column.get(i));
    }
    return builder.build();
  }

  private static Column dates(DateColumn column) {
    int[] days = new int[column.size()];
    Arrays.setAll(days, i -> (int) PackedLocalDate.toEpochDay(column.getIntInternal(i)));
    return missing(Column.wrap(Simple.DATE, days), column::isMissing);
  }

  private static Column times(TimeColumn column) {
    ColumnBuilder builder = ColumnBuilder.of(Simple.TIME);
    for (int i = 0; i < column.size(); i++) {
      if (column.isMissing(i)) {
        builder.appendMissing();
      } else {
        builder.appendLong(PackedLocalTime.toNanoOfDay(column.getIntInternal(i)));
      }
    }
    return builder.build();
  }

  /** The milliseconds since 1970 of a packed local time, or of a packed moment in UTC. */
  private static long millis(long packed) {
    return PackedLocalDate.toEpochDay(PackedInstant.date(packed)) * MILLIS_A_DAY
        + PackedLocalTime.toNanoOfDay(PackedInstant.time(packed)) / NANOS_A_MILLI;
  }
}
