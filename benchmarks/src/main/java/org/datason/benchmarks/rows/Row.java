package org.datason.benchmarks.rows;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One measurement: a method of a benchmark with a value for each of its parameters.
 *
 * @param benchmark the class, without the package that all benchmarks stand in
 * @param method the method
 * @param params the values by the names of the fields
 */
public record Row(String benchmark, String method, SortedMap<String, String> params) {

  /** The package that all benchmarks stand in, with a dot at its end. */
  public static final String PACKAGE = "org.datason.benchmarks.";

  private static final Set<String> OF_CORPUS =
      Set.of("twitter", "citm_catalog", "canada", "tweets", "tweets-whole");

  /** Copies the values. */
  public Row {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** The row whose {@link #toString} is the text. */
  public static Row parse(String text) {
    String[] words = text.split(" ");
    int dot = words[0].lastIndexOf('.');
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      params.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return new Row(words[0].substring(0, dot), words[0].substring(dot + 1), params);
  }

  /** Whether a file of the corpus is needed, which not every machine has. */
  public boolean needsCorpus() {
    return OF_CORPUS.contains(params.getOrDefault("document", ""));
  }

  /** This row with another value for those of the parameters that it has. */
  public Row with(Map<String, String> values) {
    SortedMap<String, String> changed = new TreeMap<>(params);
    values.forEach((name, value) -> changed.computeIfPresent(name, (key, old) -> value));
    return new Row(benchmark, method, changed);
  }

  /** Such as {@code PlainTreeBenchmark.read document=ints library=DATASON}. */
  @Override
  public String toString() {
    return benchmark
        + "."
        + method
        + params.entrySet().stream()
            .map(e -> " " + e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining());
  }
}
