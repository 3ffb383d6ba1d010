package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.ml.npy.Npy;
import org.datason.tensor.Tensor;

/** Shows what is in a file of a table or of arrays. */
final class TableInspection {

  private final Datason datason;
  private final CsvOptions csv;
  private final StandardStreams streams;
  private final int rows;

  TableInspection(Datason datason, CsvOptions csv, StandardStreams streams, int rows) {
    this.datason = datason;
    this.csv = csv;
    this.streams = streams;
    this.rows = rows;
  }

  void run(String file, Format format, boolean json, PrintWriter out) {
    Object value;
    try {
      value = read(file, format);
    } catch (DatasonException e) {
      throw Errors.in(file, e);
    } catch (IOException e) {
      throw Errors.unreadable(file, e);
    }
    if (json) {
      out.println(datason.with(c -> c.hints(false)).toJson(document(file, format, value)));
    } else {
      print(file, format, value, out);
    }
  }

  /** The content; an array in a file of its own is mapped, not read. */
  private Object read(String file, Format format) throws IOException {
    boolean plain = !Format.isStandard(file) && !Format.isGzip(file);
    return format == Format.NPY && plain
        ? Npy.map(Path.of(file))
        : new TableConversion(datason, csv, streams).read(file, format, format);
  }

  private void print(String file, Format format, Object value, PrintWriter out) {
    if (!(value instanceof Map<?, ?> arrays)) {
      out.println(Text.line(file) + ": " + format + ", " + TableSummary.line(value));
      TableSummary.details(value, rows).forEach(out::println);
      return;
    }
    out.println(Text.line(file) + ": " + format + ", " + Text.count(arrays.size(), "array"));
    int width = arrays.keySet().stream().mapToInt(name -> Text.width(shown(name))).max().orElse(0);
    arrays.forEach(
        (name, array) ->
            out.println("  " + Text.pad(shown(name), width) + "  " + TableSummary.line(array)));
  }

  private static String shown(Object name) {
    return Text.cut(Text.line(name.toString()), 50);
  }

  private static Map<String, Object> document(String file, Format format, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file);
    map.put("format", format.name().toLowerCase(Locale.ROOT));
    if (value instanceof Map<?, ?> arrays) {
      Map<String, Object> all = new LinkedHashMap<>();
      arrays.forEach((name, a) -> all.put((String) name, TableSummary.document((Tensor) a)));
      map.put("arrays", all);
    } else {
      map.putAll(TableSummary.document(value));
    }
    return map;
  }
}
