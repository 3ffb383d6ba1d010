package org.datason.ml.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Compares tables cell by cell; {@code Table.equals} is false even of a copy. */
final class SameCells {

  private SameCells() {}

  static void assertSame(Table expected, Table actual) {
    assertEquals(expected.name(), actual.name());
    assertEquals(expected.columnNames(), actual.columnNames());
    assertEquals(expected.rowCount(), actual.rowCount());
    for (int i = 0; i < expected.columnCount(); i++) {
      assertSame(expected.column(i), actual.column(i));
    }
  }

  static void assertSame(Column<?> expected, Column<?> actual) {
    assertEquals(expected.name(), actual.name());
    assertEquals(expected.type(), actual.type());
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      String where = "row " + i + " of " + expected.name();
      assertEquals(expected.isMissing(i), actual.isMissing(i), where);
      if (!expected.isMissing(i)) {
        assertEquals(bits(expected, i), bits(actual, i), where);
      }
    }
  }

  /** A value that is equal to another one only if their bits are. */
  private static Object bits(Column<?> column, int row) {
    if (column instanceof DoubleColumn doubles) {
      return Double.doubleToRawLongBits(doubles.getDouble(row));
    }
    return column instanceof FloatColumn floats
        ? (Object) Float.floatToRawIntBits(floats.getFloat(row))
        : column.get(row);
  }
}
