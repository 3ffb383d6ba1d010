package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when measurements were made. */
final class Machine {

  private Machine() {}

  /**
   * This machine and this JVM, today.
   *
   * @param commit the one that is measured
   * @param mode quick or full, or JMH's options
   */
  static Map<String, Object> here(String commit, String mode) throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("date", LocalDate.now().toString());
    machine.put("commit", commit);
    machine.put("mode", mode);
    machine.put("processor", processor());
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("java", Runtime.version().toString());
    machine.put("jvm", System.getProperty("java.vm.name"));
    return machine;
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return "unknown";
  }
}
