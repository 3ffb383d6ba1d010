package org.datason.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measurements out of the files that JMH writes. Nothing but names is known about the benchmarks: a
 * parameter called library, way, as, preset, off or workers tells the contestant, and so does a
 * method of more than one word that begins with a library's name; the rest is the row.
 */
final class JmhResults {

  private static final Set<String> CONTESTANTS =
      Set.of("library", "way", "as", "preset", "off", "workers");

  private static final Map<String, Double> NANOS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  private JmhResults() {}

  /** The measurements of a file, which Datason has read. */
  static List<Measurement> of(Object file) {
    List<Measurement> measurements = new ArrayList<>();
    for (Object result : (List<?>) file) {
      measurements.add(measurement((Map<?, ?>) result));
    }
    return measurements;
  }

  private static Measurement measurement(Map<?, ?> result) {
    String name = (String) result.get("benchmark");
    Map<?, ?> metric = (Map<?, ?>) result.get("primaryMetric");
    String unit = (String) metric.get("scoreUnit");
    Double factor = NANOS.get(unit);
    if (factor == null) {
      throw new IllegalArgumentException(name + " is measured in " + unit + ", not in time/op");
    }
    Map<?, ?> more = (Map<?, ?>) result.get("secondaryMetrics");
    double bytes = Double.NaN;
    if (more != null && more.get("gc.alloc.rate.norm") instanceof Map<?, ?> norm) {
      bytes = Measurement.number(norm.get("score"));
    }
    Map<String, String> params = new TreeMap<>();
    if (result.get("params") instanceof Map<?, ?> given) {
      given.forEach((param, value) -> params.put((String) param, (String) value));
    }
    String[] rowAndContestant = names(name, params);
    return new Measurement(
        rowAndContestant[0],
        rowAndContestant[1],
        Measurement.number(metric.get("score")) * factor,
        Measurement.number(metric.get("scoreError")) * factor,
        bytes);
  }

  private static String[] names(String benchmark, Map<String, String> params) {
    String type = benchmark.substring(0, benchmark.lastIndexOf('.')).replaceAll(".*\\.", "");
    String method = words(benchmark.substring(benchmark.lastIndexOf('.') + 1));
    String contestant = "datason";
    if (method.startsWith("jackson ")) {
      contestant = "jackson";
      method = method.substring("jackson ".length());
    } else if (method.equals("copy")) {
      contestant = "copy of the array";
    }
    StringBuilder row = new StringBuilder(method);
    for (Map.Entry<String, String> param : params.entrySet()) {
      String value = param.getValue().replace('_', ' ').toLowerCase(Locale.ROOT);
      boolean one = type.equals("FrameBenchmark") && param.getKey().equals("workers");
      if (CONTESTANTS.contains(param.getKey()) && !one) {
        contestant = param.getKey().equals("workers") ? workers(value) : value;
      } else if (!one) {
        row.append(' ').append(number(value));
      }
    }
    if (type.equals("TableBenchmark")) {
      contestant = contestant.replace("datason tablesaw", "tablesaw by datason");
    }
    return new String[] {row.toString(), contestant};
  }

  private static String workers(String count) {
    return count.equals("1") ? "1 worker" : count + " workers";
  }

  private static String number(String value) {
    return value.matches("[0-9]{4,}")
        ? String.format(Locale.ROOT, "%,d", Long.parseLong(value))
        : value;
  }

  private static String words(String method) {
    return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
