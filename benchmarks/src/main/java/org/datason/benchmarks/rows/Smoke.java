package org.datason.benchmarks.rows;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Does every row once with few values, in this process, so that a benchmark that is broken, or
 * whose results are wrong, is noticed without measuring anything.
 */
public final class Smoke {

  private static final Map<String, String> FEW =
      Map.of("rows", "50", "size", "1000", "records", "50", "count", "50");

  private Smoke() {}

  /**
   * Does the rows, and exits with 1 if one of them fails.
   *
   * @param args nothing, or a regular expression for some of the rows
   */
  public static void main(String[] args) {
    System.setProperty("datason.scale", System.getProperty("datason.scale", "0.005"));
    Pattern wanted = Pattern.compile(args.length == 0 ? "" : args[0]);
    boolean corpus = System.getProperty("datason.corpus") != null;
    List<Row> rows =
        Rows.all().stream()
            .map(row -> row.with(FEW))
            .filter(row -> wanted.matcher(row.toString()).find())
            .filter(row -> corpus || !row.needsCorpus())
            .distinct()
            .toList();
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Map<String, Throwable> failures = new LinkedHashMap<>();
    int absent = 0;
    for (Row row : rows) {
      try (Operation operation = new Operation(row)) {
        operation.call();
      } catch (Unavailable e) {
        absent++;
      } catch (Throwable e) {
        failures.put(row.toString(), e);
      }
    }
    failures.forEach((row, failure) -> out.println("failed: " + row + ": " + failure));
    out.printf(
        "%d rows of the benchmarks: %d done, %d failed, %d not to be had on this JDK%n",
        rows.size(), rows.size() - failures.size() - absent, failures.size(), absent);
    System.exit(failures.isEmpty() ? 0 : 1);
  }
}
