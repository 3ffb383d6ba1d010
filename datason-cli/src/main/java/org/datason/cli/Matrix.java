package org.datason.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/** Tables as arrays of two dimensions and back, where each holds what the other one does. */
final class Matrix {

  /** Integers up to this size are doubles. */
  private static final long LARGEST_EXACT = 1L << 53;

  private Matrix() {}

  // ---------------------------------------------------------------- to an array

  /** The values of a table whose columns are all numbers, all booleans or all texts. */
  static Tensor of(Frame frame) {
    boolean booleans = true;
    boolean texts = true;
    boolean integers = true;
    boolean singles = true;
    for (int i = 0; i < frame.schema().size(); i++) {
      FieldType type = frame.schema().field(i).type();
      booleans &= type == Simple.BOOLEAN;
      texts &= type == Simple.TEXT;
      singles &= type == Simple.FLOAT32 || type == Simple.FLOAT16;
      integers &= isInteger(type);
      if (!isInteger(type) && !isFloat(type) && type != Simple.BOOLEAN && type != Simple.TEXT) {
        throw new Failure(
            "An array has no place for column '" + frame.schema().field(i).name() + "' of " + type);
      }
    }
    long[] shape = {frame.size(), frame.schema().size()};
    if (shape[0] * shape[1] > Integer.MAX_VALUE - 8) {
      throw new Failure("The table has more values than an array in memory");
    }
    int size = (int) (shape[0] * shape[1]);
    if (booleans) {
      boolean[] values = new boolean[size];
      fill(frame, (column, row, at) -> values[at] = column.getBoolean(row));
      return Tensor.of(values, shape);
    }
    if (texts) {
      String[] values = new String[size];
      fill(frame, (column, row, at) -> values[at] = column.getText(row));
      return Tensor.of(values, shape);
    }
    if (integers) {
      long[] values = new long[size];
      fill(frame, (column, row, at) -> values[at] = column.getLong(row));
      return Tensor.of(values, shape);
    }
    if (singles) {
      float[] values = new float[size];
      fill(frame, (column, row, at) -> values[at] = (float) column.getDouble(row));
      return Tensor.of(values, shape);
    }
    double[] values = new double[size];
    fill(frame, (column, row, at) -> values[at] = number(column, row));
    return Tensor.of(values, shape);
  }

  private static double number(Column column, int row) {
    if (column.type() == Simple.BOOLEAN || column.type() == Simple.TEXT) {
      throw new Failure(
          "An array has values of one kind, but there are numbers and " + column.type());
    }
    if (isInteger(column.type()) && Math.abs(column.getLong(row)) > LARGEST_EXACT) {
      throw new Failure(
          "An array of doubles has no place for " + column.getLong(row) + " in row " + row);
    }
    return column.getDouble(row);
  }

  /** Takes the value of a row to a place in an array. */
  private interface Cell {
    void take(Column column, int row, int at);
  }

  private static void fill(Frame frame, Cell cell) {
    int columns = frame.schema().size();
    for (int i = 0; i < columns; i++) {
      Column column = frame.column(i);
      for (int row = 0; row < frame.size(); row++) {
        if (column.isMissing(row)) {
          throw new Failure(
              "An array has no place for the missing value in column '"
                  + frame.schema().field(i).name()
                  + "', row "
                  + row);
        }
        cell.take(column, row, row * columns + i);
      }
    }
  }

  private static boolean isInteger(FieldType type) {
    return type instanceof Simple simple
        && simple.compareTo(Simple.INT8) >= 0
        && simple.compareTo(Simple.UINT32) <= 0;
  }

  private static boolean isFloat(FieldType type) {
    return type == Simple.FLOAT16 || type == Simple.FLOAT32 || type == Simple.FLOAT64;
  }

  // ---------------------------------------------------------------- to a table

  /** The rows of an array of one or two dimensions, in columns with the names column1 and so on. */
  static Frame toFrame(Tensor tensor) {
    if (tensor.rank() < 1 || tensor.rank() > 2) {
      throw new Failure("A table has one or two dimensions, but the array has " + tensor.rank());
    }
    FrameBuilder frame = Frame.builder();
    long columns = tensor.rank() == 1 ? 1 : tensor.shape()[1];
    for (long i = 0; i < columns; i++) {
      frame.column("column" + (i + 1), column(tensor.rank() == 1 ? tensor : tensor.select(1, i)));
    }
    return frame.build();
  }

  private static Column column(Tensor values) {
    DType dtype = values.dtype();
    return switch (dtype.kind()) {
      case BOOL -> Column.wrap(booleans(values));
      case SIGNED -> Column.wrap(Simple.INT64, values.toLongArray());
      case UNSIGNED ->
          dtype == DType.UINT64
              ? Column.of(new FieldType.Decimal(20, 0), unsigned(values).toArray())
              : Column.wrap(Simple.INT64, values.toLongArray());
      case FLOAT ->
          dtype == DType.FLOAT64
              ? Column.wrap(values.toDoubleArray())
              : Column.wrap(values.toFloatArray());
      case TEXT -> Column.of(Simple.TEXT, (Object[]) values.toTextArray());
      case COMPLEX -> throw new Failure("A table has no place for complex numbers");
    };
  }

  private static boolean[] booleans(Tensor values) {
    boolean[] array = new boolean[Math.toIntExact(values.size())];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.getBoolean(i);
    }
    return array;
  }

  private static List<BigDecimal> unsigned(Tensor values) {
    List<BigDecimal> list = new ArrayList<>();
    for (long i = 0; i < values.size(); i++) {
      list.add(new BigDecimal(new BigInteger(Long.toUnsignedString(values.getLong(i)))));
    }
    return list;
  }
}
