package org.datason.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.datason.Datason;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowDescription;
import org.datason.arrow.ArrowFiles;
import org.datason.error.DatasonException;
import org.datason.frame.Frame;

/** Shows the schema, batches and metadata of a file of Arrow's, and its first rows. */
final class ArrowInspection {

  private static final int MOST_BATCHES = 8;
  private static final int MOST_TEXT = 120;

  private ArrowInspection() {}

  static void run(String file, boolean json, int rows, Datason datason, PrintWriter out) {
    if (Format.isStandard(file) || Format.isGzip(file)) {
      throw new Failure(file + ": a file or stream of Arrow's is inspected in a file of its own");
    }
    try {
      ArrowDescription description = ArrowFiles.describe(Path.of(file));
      if (json) {
        out.println(datason.with(c -> c.hints(false)).toJson(document(file, description)));
      } else {
        print(file, description, rows, out);
      }
    } catch (DatasonException e) {
      throw Errors.in(file, e);
    }
  }

  private static String form(ArrowDescription description) {
    return description.stream() ? "ARROWS" : "ARROW";
  }

  private static void print(String file, ArrowDescription description, int rows, PrintWriter out) {
    List<String> head = new ArrayList<>();
    head.add(form(description));
    head.add(Text.count(description.rows(), "row"));
    head.add(Text.count(description.fields().size(), "column"));
    head.add(Text.count(description.batches().size(), "batch"));
    out.println(Text.line(file) + ": " + String.join(", ", head).replace("batchs", "batches"));
    description.fields().forEach(field -> out.println("  " + Text.line(field)));
    if (description.batches().size() > 1) {
      List<Long> sizes = description.batches();
      String shown =
          String.join(", ", sizes.stream().limit(MOST_BATCHES).map(n -> Long.toString(n)).toList());
      out.println("rows of the batches: " + shown + (sizes.size() > MOST_BATCHES ? ", ..." : ""));
    }
    new TreeMap<>(description.metadata())
        .forEach(
            (key, value) ->
                out.println(
                    "metadata: " + Text.line(key) + " = " + Text.cut(Text.line(value), MOST_TEXT)));
    if (rows > 0 && description.rows() > 0) {
      first(file, rows).toString().lines().forEach(out::println);
    }
  }

  private static Frame first(String file, int rows) {
    try (ArrowBatches batches = ArrowFiles.batches(Path.of(file))) {
      Frame batch = batches.hasNext() ? batches.next() : batches.empty();
      while (batch.size() == 0 && batches.hasNext()) {
        batch = batches.next();
      }
      return batch.slice(0, Math.min(rows, batch.size()));
    }
  }

  private static Map<String, Object> document(String file, ArrowDescription description) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file);
    map.put("format", form(description).toLowerCase(Locale.ROOT));
    map.put("rows", description.rows());
    map.put("columns", description.fields());
    map.put("batches", description.batches());
    map.put("dictionaries", description.dictionaries());
    map.put("metadata", new TreeMap<>(description.metadata()));
    return map;
  }
}
