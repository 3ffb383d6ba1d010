package org.datason.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Finds rows in the list that JMH makes of all benchmarks when they are compiled. */
public final class Rows {

  private Rows() {}

  /** Every row there is. */
  public static List<Row> all() {
    return matching(Pattern.compile(""), Map.of());
  }

  /**
   * The rows that the lines of a selection name. A line has a regular expression, in which
   * something of {@code Class.method} is found, and may have values for parameters, such as {@code
   * PlainTreeBenchmark library=DATASON document=ints,doubles}; values need not be among those that
   * the benchmark declares. Blank lines and those that begin with # say nothing.
   *
   * @param lines the selection
   * @throws IllegalArgumentException if a line finds nothing, or names no parameter of what it
   *     finds
   */
  public static List<Row> select(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+");
      Map<String, String[]> values = new TreeMap<>();
      for (int i = 1; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              "Expected name=value but was " + words[i] + " in: " + line);
        }
        values.put(words[i].substring(0, equals), words[i].substring(equals + 1).split(","));
      }
      List<Row> found = matching(Pattern.compile(words[0]), values);
      if (found.isEmpty()) {
        throw new IllegalArgumentException("No benchmark is meant by: " + line);
      }
      rows.addAll(found);
    }
    return rows;
  }

  /** The arguments that the JVM of a row needs beside those for the size of its heap. */
  public static List<String> jvmArgs(Row row) {
    return entries().stream()
        .filter(e -> name(e).equals(row.benchmark() + "." + row.method()))
        .flatMap(e -> e.getJvmArgsAppend().orElse(List.of()).stream())
        .filter(arg -> !arg.startsWith("-Xm") && !arg.equals("-XX:+AlwaysPreTouch"))
        .collect(Collectors.toList());
  }

  private static List<BenchmarkListEntry> entries() {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);
    return new ArrayList<>(BenchmarkList.defaultList().getAll(silent, List.of()));
  }

  private static List<Row> matching(Pattern pattern, Map<String, String[]> values) {
    List<Row> rows = new ArrayList<>();
    for (BenchmarkListEntry entry : entries()) {
      String name = name(entry);
      if (pattern.matcher(name).find()) {
        Map<String, String[]> params = new TreeMap<>(entry.getParams().orElse(Map.of()));
        for (String param : values.keySet()) {
          if (params.replace(param, values.get(param)) == null) {
            throw new IllegalArgumentException(name + " has no parameter " + param);
          }
        }
        int dot = name.lastIndexOf('.');
        expand(name.substring(0, dot), name.substring(dot + 1), params, new TreeMap<>(), rows);
      }
    }
    return rows;
  }

  private static void expand(
      String benchmark,
      String method,
      Map<String, String[]> left,
      SortedMap<String, String> chosen,
      List<Row> rows) {
    if (left.isEmpty()) {
      rows.add(new Row(benchmark, method, chosen));
      return;
    }
    Map<String, String[]> rest = new TreeMap<>(left);
    String name = rest.keySet().iterator().next();
    for (String value : rest.remove(name)) {
      SortedMap<String, String> longer = new TreeMap<>(chosen);
      longer.put(name, value);
      expand(benchmark, method, rest, longer, rows);
    }
  }

  private static String name(BenchmarkListEntry entry) {
    String name = entry.getUsername();
    return name.startsWith(Row.PACKAGE) ? name.substring(Row.PACKAGE.length()) : name;
  }
}
