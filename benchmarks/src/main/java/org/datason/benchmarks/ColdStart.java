package org.datason.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;

/**
 * Measures the time from the start of a JVM to the first result: a map with a UUID and an instant
 * written and read again. Each start is a process of its own; the median of many is printed, for
 * the core alone and with everything that the benchmarks bring on the classpath, beside a JVM that
 * does nothing.
 */
public final class ColdStart {

  private static final int STARTS = 21;

  private ColdStart() {}

  /**
   * Runs the measurement, or one start of it.
   *
   * @param args nothing; or for one start {@code datason} or {@code nothing}
   * @throws Exception if a start fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      start(args[0]);
      return;
    }
    String all = location(ColdStart.class);
    // The classes of the core are in the one jar as well, so that alone means: nothing else is
    // loaded.
    String core = System.getProperty("datason.core", all);
    System.out.printf("%-44s %s%n", "ms from JVM start, median of " + STARTS, "first result");
    System.out.printf("%-44s %d%n", "a JVM that does nothing", median(core, "nothing"));
    System.out.printf("%-44s %d%n", "the core alone", median(core, "datason"));
    System.out.printf("%-44s %d%n", "with all rivals on the classpath", median(all, "datason"));
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

  private static long median(String classpath, String what) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long[] times = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
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
    return times[STARTS / 2];
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
