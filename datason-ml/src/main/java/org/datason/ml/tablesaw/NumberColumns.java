package org.datason.ml.tablesaw;

import java.math.BigDecimal;
import org.datason.frame.Column;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.booleans.BooleanColumnType;

/**
 * Makes Tablesaw's columns of booleans and numbers. An integer that is the missing value of one
 * width makes the whole column one of the next.
 */
final class NumberColumns {

  private NumberColumns() {}

  static BooleanColumn booleans(Source source) {
    Column column = source.column();
    BooleanColumn result = BooleanColumn.create(source.name());
    for (int i = 0; i < column.size(); i++) {
      if (column.isMissing(i)) {
        result.append(BooleanColumnType.MISSING_VALUE);
      } else {
        result.append(column.getBoolean(i));
      }
    }
    return result;
  }

  static tech.tablesaw.columns.Column<?> shorts(Source source) {
    Column column = source.column();
    short[] values = new short[column.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = column.isMissing(i);
      values[i] = missing ? Short.MIN_VALUE : (short) column.getLong(i);
      if (!missing && values[i] == Short.MIN_VALUE) {
        return ints(source);
      }
    }
    return ShortColumn.create(source.name(), values);
  }

  static tech.tablesaw.columns.Column<?> ints(Source source) {
    Column column = source.column();
    int[] values = new int[column.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = column.isMissing(i);
      values[i] = missing ? Integer.MIN_VALUE : (int) column.getLong(i);
      if (!missing && values[i] == Integer.MIN_VALUE) {
        return longs(source);
      }
    }
    return IntColumn.create(source.name(), values);
  }

  static LongColumn longs(Source source) {
    Column column = source.column();
    long[] values = new long[column.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = column.isMissing(i);
      values[i] = missing ? Long.MIN_VALUE : column.getLong(i);
      if (!missing && values[i] == Long.MIN_VALUE) {
        lose(source, i, Long.toString(Long.MIN_VALUE), "LONG");
      }
    }
    return LongColumn.create(source.name(), values);
  }

  static FloatColumn floats(Source source) {
    Column column = source.column();
    float[] values = new float[column.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = column.isMissing(i);
      values[i] = missing ? Float.NaN : (float) column.getDouble(i);
      if (!missing && Float.isNaN(values[i])) {
        lose(source, i, "NaN", "FLOAT");
      }
    }
    return FloatColumn.create(source.name(), values);
  }

  static DoubleColumn doubles(Source source) {
    Column column = source.column();
    double[] values = new double[column.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = column.isMissing(i);
      values[i] = missing ? Double.NaN : column.getDouble(i);
      if (!missing && Double.isNaN(values[i])) {
        lose(source, i, "NaN", "DOUBLE");
      }
    }
    return DoubleColumn.create(source.name(), values);
  }

  /** The nearest doubles of decimals. */
  static DoubleColumn decimals(Source source) {
    double[] values = new double[source.size()];
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = (BigDecimal) source.column().get(i);
      values[i] = value == null ? Double.NaN : value.doubleValue();
    }
    return DoubleColumn.create(source.name(), values);
  }

  private static void lose(Source source, int row, String value, String type) {
    source.lose(
        row,
        value + " is what Tablesaw has for a missing value of " + type,
        "make it missing,",
        "makes it missing");
  }
}
