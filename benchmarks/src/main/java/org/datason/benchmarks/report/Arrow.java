package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datason.benchmarks.arrow.ArrowRun;

/**
 * The rows of {@link ArrowRun}, which measures in a JVM of its own and prints tables: of each line
 * with a name, threads and milliseconds by the clock.
 */
final class Arrow {

  private static final Pattern TITLE = Pattern.compile("(\\S.*) \\([0-9,]+ bytes\\)");
  private static final Pattern LINE =
      Pattern.compile("  (\\S.{0,33}?) +(\\d+) +([\\d,]+) +([\\d,]+) +([\\d,]+) +([\\d.]+)");

  private Arrow() {}

  /** Runs it with so many rows, and so many rounds of which the best counts. */
  static List<Measurement> measure(int rows, int rounds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms4g",
                "-Xmx4g",
                "-XX:+AlwaysPreTouch",
                "-Dslf4j.internal.verbosity=ERROR",
                // Arrow's checks of each access are off, so that who uses it by hand is at his
                // best.
                "-Darrow.enable_unsafe_memory_access=true",
                "-Darrow.enable_null_check_for_get=false",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ArrowRun.class.getName(),
                Integer.toString(rows),
                Integer.toString(rounds),
                "read,write")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("ArrowRun failed after: " + printed);
    }
    return parse(printed);
  }

  /** The measurements in what it prints. */
  static List<Measurement> parse(String printed) {
    List<Measurement> measurements = new ArrayList<>();
    String title = "";
    for (String line : printed.lines().toList()) {
      Matcher named = TITLE.matcher(line);
      Matcher measured = LINE.matcher(line);
      if (named.matches()) {
        title = named.group(1);
      } else if (measured.matches()) {
        String threads =
            measured.group(2).equals("1") ? "1 thread" : measured.group(2) + " threads";
        measurements.add(
            new Measurement(
                title + ", " + threads,
                measured.group(1).toLowerCase(Locale.ROOT),
                Double.parseDouble(measured.group(3).replace(",", "")) * 1e6,
                Double.NaN,
                Double.NaN));
      }
    }
    return measurements;
  }
}
