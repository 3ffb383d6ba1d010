package org.datason.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the plain rows and prints MB of JSON text a second for each library, and ours over the best
 * rival. JMH's own options can be given: {@code -f 1 -wi 2 -i 3 -p document=twitter}.
 */
public final class Run {

  private Run() {}

  /**
   * Runs the benchmarks.
   *
   * @param args options of JMH
   * @throws RunnerException if a benchmark fails
   * @throws CommandLineOptionException if an option is wrong
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    OptionsBuilder options = new OptionsBuilder();
    CommandLineOptions given = new CommandLineOptions(args);
    options.parent(given).include(PlainTreeBenchmark.class.getSimpleName());
    options.verbosity(given.verbosity().orElse(VerboseMode.SILENT)).shouldFailOnError(true);
    String corpus = System.getProperty("datason.corpus");
    if (!given.getParameter("document").hasValue()) {
      List<String> documents = new ArrayList<>(corpus == null ? List.of() : Documents.FILES);
      documents.addAll(Documents.MADE);
      options.param("document", documents.toArray(new String[0]));
    }
    if (corpus != null) {
      options.jvmArgsPrepend("-Ddatason.corpus=" + corpus);
    }
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Map<String, Double>> rows = new TreeMap<>();
    for (RunResult result : results) {
      String document = result.getParams().getParam("document");
      String way = result.getPrimaryResult().getLabel();
      byte[] json = Documents.json(document);
      // A write is measured by what it writes, without the white space that was read.
      int bytes = way.equals("write") ? compact(json).length : json.length;
      rows.computeIfAbsent(way + " " + document, key -> new TreeMap<>())
          .put(
              result.getParams().getParam("library"), bytes / result.getPrimaryResult().getScore());
    }
    List<String> libraries = Arrays.stream(Library.values()).map(Enum::name).toList();
    System.out.printf("%-22s", "MB/s, one thread");
    libraries.forEach(library -> System.out.printf("%12s", library));
    System.out.printf("%16s%n", "ours/best rival");
    rows.forEach((row, scores) -> print(row, scores, libraries));
  }

  private static void print(String row, Map<String, Double> scores, List<String> libraries) {
    System.out.printf("%-22s", row);
    double best = 0;
    for (String library : libraries) {
      Double score = scores.get(library);
      System.out.printf(score == null ? "%12s" : "%12.0f", score == null ? "-" : score);
      if (score != null && !library.equals(Library.DATASON.name())) {
        best = Math.max(best, score);
      }
    }
    Double ours = scores.get(Library.DATASON.name());
    System.out.printf(
        ours == null || best == 0 ? "%16s%n" : "%16.2f%n",
        ours == null || best == 0 ? "-" : ours / best);
  }

  private static byte[] compact(byte[] json) {
    return Library.JACKSON.write(Library.JACKSON.read(json));
  }
}
