package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it appends, over and over, on one log. */
class KilledLogTest {

  private static final int KILLS = 200;

  /** How many processes have started and wait for their turn. */
  private static final int WAITING = 2;

  private static final int LONGEST = 40;

  @TempDir private Path folder;

  private final Random random = new Random(7);
  private final Deque<Process> waiting = new ArrayDeque<>();

  @Test
  void nothingThatWasAcknowledgedIsLost() throws Exception {
    int runs = 0;
    try {
      for (int i = 0; i < KILLS; i++) {
        while (waiting.size() <= WAITING) {
          waiting.add(Appender.start(folder));
        }
        int acknowledged = kill(waiting.remove(), runs);
        try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(2000).open()) {
          runs = check(log, runs, acknowledged);
        }
      }
    } finally {
      waiting.forEach(Process::destroyForcibly);
    }
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      check(log, 0, runs);
      assertEquals(
          List.of(),
          log.verify().stream().filter(d -> !d.reason().startsWith("it belongs to no")).toList());
    }
  }

  /** Kills a process that appends after some bytes of what it prints; returns the runs by then. */
  private int kill(Process process, int from) throws IOException, InterruptedException {
    process.outputWriter().write(from + "\n");
    process.outputWriter().flush();
    StringBuilder printed = new StringBuilder();
    try (InputStream in = process.getInputStream()) {
      for (int left = random.nextInt(LONGEST); left > 0; left--) {
        printed.append((char) in.read());
      }
      process.toHandle().destroyForcibly(); // unlike that of Process, it leaves the streams open
      process.waitFor();
      printed.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    }
    int end = printed.lastIndexOf("\n");
    if (end < 0) {
      return from;
    }
    String[] numbers = printed.substring(0, end).trim().split("\\s+");
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(from + i, Integer.parseInt(numbers[i]));
    }
    return from + numbers.length;
  }

  /** Checks the runs from a number on; one more than acknowledged may have become complete. */
  private static int check(ExperimentLog log, int from, int acknowledged) {
    List<RunInfo> runs = log.runs();
    assertTrue(runs.size() >= acknowledged && runs.size() <= acknowledged + 1, runs::toString);
    for (int n = from; n < runs.size(); n++) {
      assertEquals(Runs.mixed(n), log.load(runs.get(n).id()));
    }
    return runs.size();
  }
}
