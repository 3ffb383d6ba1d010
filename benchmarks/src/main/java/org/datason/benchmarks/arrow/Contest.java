package org.datason.benchmarks.arrow;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Ways to do the same, taken in turn in one JVM, so that what disturbs one disturbs all. The best
 * time of each counts, by the clock and of all processors together.
 *
 * @param title what is done
 * @param bytes how much is read or written in all, on average over the ways
 * @param tasks the ways
 */
record Contest(String title, long bytes, List<Task> tasks) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Checks every way, measures all of them, and prints a table. */
  void run(int rounds) throws Exception {
    System.out.printf("%n%s (%,d bytes)%n", title, bytes);
    for (Task task : tasks) {
      task.check();
    }
    long[] clock = new long[tasks.size()];
    long[] processors = new long[tasks.size()];
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < tasks.size(); i++) {
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        tasks.get(i).run();
        long time = System.nanoTime() - start;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        boolean first = round <= 1; // round 0 warms up
        clock[i] = first ? time : Math.min(clock[i], time);
        processors[i] = first ? cpu : Math.min(processors[i], cpu);
      }
    }
    System.out.printf(
        "  %-34s %7s %9s %9s %8s %8s%n", "", "threads", "ms", "CPU ms", "MB/s", "times");
    for (int i = 0; i < tasks.size(); i++) {
      System.out.printf(
          "  %-34s %7d %,9.0f %,9.0f %,8.0f %8.2f%n",
          tasks.get(i).name(),
          tasks.get(i).threads(),
          clock[i] / 1e6,
          processors[i] / 1e6,
          bytes * 1e3 / clock[i],
          (double) clock[i] / clock[0]);
    }
  }
}
