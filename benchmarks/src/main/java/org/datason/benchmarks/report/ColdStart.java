package org.datason.benchmarks.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.datason.Datason;

/**
 * The time from the start of a JVM to the first result: a map with a UUID and an instant written
 * and read again. Each start is a process of its own; the median of many counts, for the core alone
 * and with everything that the benchmarks bring on the class path, beside a JVM that does nothing.
 */
public final class ColdStart {

  private ColdStart() {}

  /**
   * One start: prints how many milliseconds it took.
   *
   * @param args {@code datason} or {@code nothing}
   */
  public static void main(String[] args) {
    start(args[0]);
  }

  /** Measures so many starts of each. */
  static List<Measurement> measure(int starts) throws IOException {
    String all = System.getProperty("java.class.path");
    // The core alone: its own jar, and beside it only the class that starts it.
    String core =
        Arrays.stream(all.split(File.pathSeparator))
            .filter(part -> part.contains("datason-core") || part.endsWith("classes"))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        median("a JVM that does nothing", core, "nothing", starts),
        median("the core alone", core, "datason", starts),
        median("with all rivals on the class path", all, "datason", starts));
  }

  private static void start(String what) {
    if (what.equals("datason")) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("id", new UUID(1, 2));
      value.put("at", Instant.EPOCH);
      value.put("loss", 0.25);
      Datason datason = Datason.create();
      if (!datason.fromJson(datason.toJson(value)).equals(value)) {
        throw new IllegalStateException("the first result is wrong");
      }
    }
    long now = System.currentTimeMillis();
    System.out.println(now - ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  private static Measurement median(String row, String classpath, String what, int starts)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long[] times = new long[starts];
    for (int i = 0; i < starts; i++) {
      Process process =
          new ProcessBuilder(java, "-cp", classpath, ColdStart.class.getName(), what)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        times[i] = Long.parseLong(out.readLine());
      }
    }
    Arrays.sort(times);
    return new Measurement(row, "datason", times[starts / 2] * 1e6, Double.NaN, Double.NaN);
  }
}
