package org.datason.cli;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;

/**
 * The tables and arrays in a document, which for that is read into memory; a document that is too
 * large is not.
 */
final class FoundTables {

  /** Documents of more bytes are not looked into. */
  static final int MOST_BYTES = 64_000_000;

  private static final int MOST_SHOWN = 20;

  /** The hints under which there are tables and arrays. */
  private static final Set<String> HINTS =
      Set.of(
          "pandas.DataFrame",
          "pandas.Series",
          "polars.DataFrame",
          "polars.Series",
          "numpy.ndarray",
          "torch.Tensor",
          "tf.Tensor",
          "tf.Variable",
          "tf.SparseTensor",
          "jax.Array",
          "scipy.sparse.matrix");

  private final Map<String, Object> found;

  /** Why there are none, or null. */
  private final String note;

  private FoundTables(Map<String, Object> found, String note) {
    this.found = found;
    this.note = note;
  }

  /**
   * Finds them.
   *
   * @param hints the names of the hints that the document has, maybe with a Java type behind
   * @param json the document, or null if it has more than {@link #MOST_BYTES}
   */
  static FoundTables of(Set<String> hints, byte[] json, Format format, Datason datason) {
    if (hints.stream().noneMatch(FoundTables::mayHold)) {
      return new FoundTables(Map.of(), null);
    }
    if (json == null) {
      String most = Text.bytes(MOST_BYTES);
      return new FoundTables(
          Map.of(), "tables and arrays in documents of more than " + most + " are not shown");
    }
    Map<String, Object> found = new LinkedHashMap<>();
    try {
      JsonReader in = datason.reader(new ByteArrayInputStream(json));
      for (long line = 1; in.hasNext(); line++) {
        String prefix = format == Format.NDJSON ? "value " + line + ": " : "";
        TableFinder.in(in.readValue()).forEach((path, value) -> found.put(prefix + path, value));
      }
    } catch (DatasonException e) {
      return new FoundTables(Map.of(), "tables and arrays are not shown: " + Errors.what(e));
    }
    return new FoundTables(found, null);
  }

  /** Whether a table or array may stand under a hint, or in a record of ours that it is of. */
  private static boolean mayHold(String hint) {
    return HINTS.contains(hint.replaceFirst(" .*", "")) || hint.startsWith("datason.");
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** A line for each; for a document that is one itself all that there is to tell. */
  List<String> print(int rows) {
    List<String> lines = new ArrayList<>();
    if (note != null) {
      lines.add("note: " + Text.line(note));
    }
    if (found.isEmpty()) {
      return lines;
    }
    lines.add(found.size() == 1 ? "a table or array:" : "tables and arrays:");
    int width = found.keySet().stream().mapToInt(path -> shown(path).length()).max().orElse(0);
    for (Map.Entry<String, Object> one : found.entrySet()) {
      if (lines.size() > MOST_SHOWN) {
        lines.add("  \u2026 " + (found.size() - MOST_SHOWN) + " more");
        break;
      }
      String line = TableSummary.line(one.getValue());
      lines.add("  " + Text.pad(shown(one.getKey()), width) + "  " + line);
    }
    if (found.containsKey("$")) {
      lines.addAll(TableSummary.details(found.get("$"), rows));
    }
    return lines;
  }

  private static String shown(String path) {
    return Text.cut(Text.line(path), 50);
  }

  /** All of them as data. */
  List<Object> document() {
    List<Object> list = new ArrayList<>();
    found.forEach(
        (path, value) -> {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("path", path);
          map.putAll(TableSummary.document(value));
          list.add(map);
        });
    return list;
  }
}
