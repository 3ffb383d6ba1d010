package org.datason.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.tensor.DType;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;

/** What a table or an array is, in lines for people and as data. */
final class TableSummary {

  private static final int MAX_NAME = 40;
  private static final int MAX_TYPE = 40;

  private TableSummary() {}

  /** Whether a value is a table or an array. */
  static boolean isOne(Object value) {
    return value instanceof Frame
        || value instanceof Series
        || value instanceof Tensor
        || value instanceof SparseTensor;
  }

  /** A value on one line: {@code 1461 rows, 6 columns, 3 missing, 70.1 KB in memory}. */
  static String line(Object value) {
    if (value instanceof Frame frame) {
      long missing = frame.columns().stream().mapToLong(Column::missing).sum();
      return String.join(
          ", ",
          Text.count(frame.size(), "row"),
          Text.count(frame.schema().size(), "column"),
          missing + " missing",
          Text.bytes(memory(frame)) + " in memory");
    }
    if (value instanceof Series series) {
      return String.join(
          ", ",
          Text.count(series.column().size(), "row") + " of " + series.column().type(),
          series.column().missing() + " missing",
          Text.bytes(series.column().memory()) + " in memory");
    }
    if (value instanceof Tensor tensor) {
      return tensor.dtype().numpyName()
          + " "
          + Arrays.toString(tensor.shape())
          + ", "
          + Text.bytes(bytes(tensor))
          + " in memory";
    }
    SparseTensor sparse = (SparseTensor) value;
    return "sparse "
        + sparse.dtype().numpyName()
        + " "
        + Arrays.toString(sparse.shape())
        + ", "
        + Text.count(sparse.values().size(), "value");
  }

  private static long memory(Frame frame) {
    long memory = frame.columns().stream().mapToLong(Column::memory).sum();
    return frame.index() == null ? memory : memory + frame.index().column().memory();
  }

  private static long bytes(Tensor tensor) {
    if (tensor.dtype() != DType.TEXT) {
      return tensor.size() * tensor.dtype().byteSize();
    }
    long bytes = 0;
    for (String text : tensor.toTextArray()) {
      bytes += text.length();
    }
    return bytes;
  }

  // ---------------------------------------------------------------- details

  /** The columns of a table with their types, and its first rows; the first values of an array. */
  static List<String> details(Object value, int rows) {
    List<String> lines = new ArrayList<>();
    if (value instanceof Frame frame) {
      columns(frame, lines);
      if (rows > 0 && frame.size() > 0) {
        lines.add("");
        lines.addAll(head(frame, rows));
      }
    } else if (value instanceof Tensor tensor && rows > 0 && tensor.size() > 0) {
      lines.addAll(first(tensor, rows).toString().lines().toList());
    }
    return lines;
  }

  private static void columns(Frame frame, List<String> lines) {
    List<Field> fields = new ArrayList<>(frame.schema().fields());
    List<Column> columns = new ArrayList<>(frame.columns());
    if (frame.index() != null) {
      String name = frame.index().name();
      fields.add(0, new Field(name == null ? "(labels)" : name, frame.index().column().type()));
      columns.add(0, frame.index().column());
    }
    int name = 0;
    int type = 0;
    for (Field field : fields) {
      name = Math.max(name, Text.width(name(field)));
      type = Math.max(type, Text.width(type(field)));
    }
    for (int i = 0; i < fields.size(); i++) {
      int missing = columns.get(i).missing();
      String line =
          "  "
              + Text.pad(name(fields.get(i)), name)
              + "  "
              + Text.pad(type(fields.get(i)), type)
              + (missing == 0 ? "" : "  " + missing + " missing");
      lines.add(line.stripTrailing());
    }
  }

  private static String name(Field field) {
    return Text.cut(Text.line(field.name()), MAX_NAME);
  }

  private static String type(Field field) {
    return Text.cut(Text.line(field.type().toString()), MAX_TYPE);
  }

  /** The first rows of a table, without the line that tells its size. */
  private static List<String> head(Frame frame, int rows) {
    List<String> lines = frame.slice(0, Math.min(rows, frame.size())).toString().lines().toList();
    return lines.subList(0, lines.size() - 1).stream()
        .map(line -> Text.cut("  " + Text.line(line), SchemaPrinter.WIDTH))
        .toList();
  }

  private static Tensor first(Tensor tensor, int rows) {
    return tensor.rank() == 0 ? tensor : tensor.slice(0, 0, Math.min(rows, tensor.shape()[0]));
  }

  // ---------------------------------------------------------------- as data

  /** The same as data. */
  static Map<String, Object> document(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Frame frame) {
      map.put("kind", "table");
      map.put("rows", frame.size());
      List<Object> columns = new ArrayList<>();
      for (int i = 0; i < frame.schema().size(); i++) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", frame.schema().field(i).name());
        column.put("type", frame.schema().field(i).type().toString());
        column.put("missing", frame.column(i).missing());
        columns.add(column);
      }
      map.put("columns", columns);
      map.put("memory", memory(frame));
    } else if (value instanceof Series series) {
      map.put("kind", "series");
      map.put("rows", series.column().size());
      map.put("type", series.column().type().toString());
      map.put("missing", series.column().missing());
      map.put("memory", series.column().memory());
    } else if (value instanceof Tensor tensor) {
      map.put("kind", "array");
      map.put("dtype", tensor.dtype().numpyName());
      map.put("shape", Arrays.stream(tensor.shape()).boxed().toList());
      map.put("memory", bytes(tensor));
    } else {
      SparseTensor sparse = (SparseTensor) value;
      map.put("kind", "sparse array");
      map.put("dtype", sparse.dtype().numpyName());
      map.put("shape", Arrays.stream(sparse.shape()).boxed().toList());
      map.put("values", sparse.values().size());
    }
    return map;
  }
}
