package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.datason.error.DatasonIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several logs, threads and processes on one folder. */
class SharedLogTest {

  @TempDir private Path folder;

  private String refused() {
    return assertThrows(DatasonIOException.class, () -> ExperimentLog.open(folder)).getMessage();
  }

  @Test
  void oneLogOfAProcessWrites() {
    String message =
        folder.resolve("lock")
            + " cannot be locked: another log of this process has it open for writing; close that"
            + " one, or open the log only to be read";
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(message, refused());
      assertEquals(message, refused());
      log.append(Runs.numbered(0));
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(1, log.runs().size());
    }
  }

  @Test
  void oneProcessWrites() throws IOException, InterruptedException {
    Process process = Appender.start(folder);
    try (BufferedReader printed = process.inputReader()) {
      process.outputWriter().write("0\n");
      process.outputWriter().flush();
      assertEquals("0", printed.readLine());
      assertEquals(
          folder.resolve("lock")
              + " cannot be locked: process "
              + process.pid()
              + " has the log open for writing; end that one, or open the log only to be read",
          refused());
      // Reading goes on meanwhile, and sees what has been acknowledged.
      try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
        int seen = 0;
        for (int i = 1; i < 20; i++) {
          int acknowledged = Integer.parseInt(printed.readLine());
          log.refresh();
          List<RunInfo> runs = log.runs();
          assertTrue(runs.size() > acknowledged, runs::toString);
          for (; seen < runs.size(); seen++) {
            assertEquals(Runs.mixed(seen), log.load(runs.get(seen).id()));
          }
        }
        assertEquals(List.of(), log.damages());
      }
    } finally {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
    ExperimentLog.open(folder).close();
  }

  /** On POSIX systems, another log of the process that gave up could have let the lock go. */
  @Test
  void theLockHoldsAgainstAnotherProcessAfterOneOfThisWasRefused() throws Exception {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(Runs.mixed(0));
      refused();
      Process process = Appender.start(folder, ProcessBuilder.Redirect.PIPE);
      process.outputWriter().write("1\n");
      process.outputWriter().flush();
      String error = new String(process.getErrorStream().readAllBytes());
      assertEquals(1, process.waitFor());
      assertTrue(
          error.contains(
              folder.resolve("lock")
                  + " cannot be locked: process "
                  + ProcessHandle.current().pid()
                  + " has the log open for writing"),
          error);
      log.append(Runs.mixed(1));
      assertEquals(2, log.runs().size());
    }
  }

  @Test
  void whatAProcessLeftBehindLocksNobodyOut() throws IOException {
    Files.writeString(folder.resolve("lock.owner"), "0000 " + ProcessHandle.current().pid());
    Files.createFile(folder.resolve("lock"));
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(Runs.numbered(0));
    }
    assertTrue(Files.notExists(folder.resolve("lock.owner")));
  }

  @Test
  void readersSeeWhatTheyHaveTakenOver() {
    try (ExperimentLog writer = ExperimentLog.open(folder)) {
      writer.append(Runs.numbered(0));
      try (ExperimentLog reader = ExperimentLog.openReadOnly(folder)) {
        writer.append(Runs.numbered(1));
        assertEquals(1, reader.runs().size());
        reader.refresh();
        assertEquals(writer.runs(), reader.runs());
        assertNull(reader.recovery());
        assertEquals(
            "The log " + folder + " was opened only to be read; open it by ExperimentLog.open",
            assertThrows(IllegalStateException.class, () -> reader.append(Runs.numbered(2)))
                .getMessage());
      }
      writer.refresh();
      assertEquals(2, writer.runs().size());
    }
  }

  @Test
  void threadsShareALog() throws Exception {
    int threads = 4;
    int each = 10;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(1000).open()) {
      List<Future<?>> working = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = t * each;
        working.add(
            pool.submit(
                () -> {
                  for (int n = first; n < first + each; n++) {
                    log.append(Runs.mixed(n));
                    assertEquals(Runs.mixed(n), log.load(Runs.mixed(n).id()));
                  }
                }));
      }
      for (Future<?> work : working) {
        work.get();
      }
      assertEquals(threads * each, log.runs().size());
      assertEquals(List.of(), log.verify());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void anInterruptedThreadAppendsAllTheSame() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      Thread.currentThread().interrupt();
      log.append(Runs.numbered(0));
      assertEquals(Runs.numbered(0), log.load(Runs.numbered(0).id()));
      assertTrue(Thread.interrupted());
      log.append(Runs.numbered(1));
      assertEquals(2, log.runs().size());
    }
  }
}
