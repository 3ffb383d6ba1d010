package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.datason.error.DatasonIOException;
import org.datason.error.IntegrityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are not as they were written. */
class DamagedLogTest {

  private static final int RUNS = 5;

  @TempDir private Path folder;
  private Path file;
  private List<RunInfo> written;

  @BeforeEach
  void write() {
    file = Runs.file(folder);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      for (int i = 0; i < RUNS; i++) {
        log.append(Runs.numbered(i));
      }
      written = log.runs();
    }
  }

  private static List<String> names(ExperimentLog log) {
    return log.runs().stream().map(run -> log.load(run.id()).name()).toList();
  }

  private String damaged(int run, String reason) {
    RunInfo info = written.get(run);
    return "The run "
        + info.id()
        + " in "
        + file
        + " at offset "
        + info.offset()
        + " ("
        + info.length()
        + " bytes) is damaged: "
        + reason;
  }

  @Test
  void oneDamagedRunLeavesTheOthers() throws IOException {
    Runs.flip(file, written.get(2).offset() + 150);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
      assertNull(log.recovery());
      for (int i : List.of(0, 1, 3, 4)) {
        assertEquals(Runs.numbered(i), log.load(written.get(i).id()));
      }
      IntegrityException e =
          assertThrows(IntegrityException.class, () -> log.load(written.get(2).id()));
      String message = damaged(2, "it has not the checksum it was written with");
      assertEquals(message, e.getMessage());
      assertEquals(
          List.of(
              new Damage(
                  file,
                  written.get(2).offset(),
                  written.get(2).length(),
                  written.get(2).id(),
                  message)),
          log.verify());
      log.append(Runs.numbered(5));
    }
    Files.delete(Runs.index(folder));
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(List.of("run 0", "run 1", "run 3", "run 4", "run 5"), names(log));
      Damage damage =
          new Damage(
              file,
              written.get(2).offset(),
              written.get(2).length() + 1,
              written.get(2).id(),
              "it has no right checksum");
      assertEquals(List.of(damage), log.damages());
      assertNull(log.recovery());
      assertEquals(
          damaged(2, "it has no right checksum")
              .replace(written.get(2).length() + " bytes", damage.bytes() + " bytes"),
          assertThrows(IntegrityException.class, () -> log.load(written.get(2).id())).getMessage());
    }
    // The gap is known by the index now.
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(1, log.damages().size());
      assertEquals(written.get(2).offset(), log.damages().get(0).offset());
    }
  }

  @Test
  void anUnfinishedRunIsMovedAside() throws IOException {
    byte[] torn = "{\"sha256\":\"0123".getBytes(StandardCharsets.UTF_8);
    long end = Files.size(file);
    Files.write(file, torn, StandardOpenOption.APPEND);
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(new Recovery(end, torn.length, null, List.of()), log.recovery());
      assertEquals(RUNS, names(log).size());
    }
    assertEquals(end + torn.length, Files.size(file));
    Path kept = folder.resolve("dropped/offset-" + end + "-0");
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(new Recovery(end, torn.length, kept, List.of()), log.recovery());
      assertArrayEquals(torn, Files.readAllBytes(kept));
      assertEquals(end, Files.size(file));
      log.append(Runs.numbered(RUNS));
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertNull(log.recovery());
      assertEquals(RUNS + 1, names(log).size());
    }
    // Another one at the same place does not replace it.
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) end + 3));
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(
          new Recovery(
              end,
              3,
              folder.resolve("dropped/offset-" + end + "-1"),
              List.of(Runs.numbered(RUNS).id())),
          log.recovery());
    }
  }

  @Test
  void aRunWithoutItsLineBreakIsARun() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(RUNS, names(log).size());
      assertNull(log.recovery());
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(RUNS, names(log).size());
      assertNull(log.recovery());
      assertArrayEquals(bytes, Files.readAllBytes(file));
      log.append(Runs.numbered(RUNS));
      assertEquals(RUNS + 1, names(log).size());
    }
  }

  @Test
  void aChangedLineBreakLosesNothing() throws IOException {
    Runs.flip(file, written.get(2).offset() - 1);
    Runs.flip(file, Files.size(file) - 1);
    Files.delete(Runs.index(folder));
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(RUNS, names(log).size());
      assertEquals(
          List.of(new Damage(file, written.get(2).offset() - 1, 1, null, "it should end a line")),
          log.damages());
      assertEquals(1, log.recovery().bytes());
      assertEquals(List.of(), log.recovery().missing());
      log.append(Runs.numbered(RUNS));
      assertEquals(RUNS + 1, names(log).size());
    }
  }

  @Test
  void aRunThatVanishedIsMissed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) written.get(3).offset()));
    List<UUID> missing = List.of(written.get(3).id(), written.get(4).id());
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(new Recovery(written.get(3).offset(), 0, null, missing), log.recovery());
      assertEquals(3, names(log).size());
      log.append(Runs.numbered(7));
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertNull(log.recovery());
      assertEquals(List.of("run 0", "run 1", "run 2", "run 7"), names(log));
    }
  }

  @Test
  void anotherLogsIndexDoesNotCount(@TempDir Path other) throws IOException {
    try (ExperimentLog log = ExperimentLog.open(other)) {
      for (int i = 10; i < 13; i++) {
        log.append(Runs.numbered(i));
      }
    }
    Files.copy(
        Runs.index(other), Runs.index(folder), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
      assertEquals(3, log.recovery().missing().size());
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
      assertNull(log.recovery());
    }
  }

  @Test
  void theIndexIsMadeAnew() throws IOException {
    byte[] index = Files.readAllBytes(Runs.index(folder));
    for (int length : List.of(0, 10, index.length / 2, index.length - 1)) {
      Files.write(Runs.index(folder), Arrays.copyOf(index, length));
      try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
        assertEquals(written, log.runs());
      }
      assertEquals(length, Files.size(Runs.index(folder)));
      try (ExperimentLog log = ExperimentLog.open(folder)) {
        assertEquals(written, log.runs());
      }
      assertArrayEquals(index, Files.readAllBytes(Runs.index(folder)));
    }
    Runs.flip(Runs.index(folder), index.length / 2);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
    }
    assertArrayEquals(index, Files.readAllBytes(Runs.index(folder)));
  }

  @Test
  void theSecondOfTwoRunsOfOneIdIsNone() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, bytes, StandardOpenOption.APPEND);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
      assertEquals(RUNS, log.damages().size());
      assertEquals(
          new Damage(
              file,
              bytes.length,
              written.get(0).length(),
              written.get(0).id(),
              "a run of this id stands at offset 0 already"),
          log.damages().get(0));
    }
  }

  @Test
  void aLineThatIsNoRun() throws IOException {
    Files.write(file, RunFile.LINES.of("{\"id\":1}".getBytes()), StandardOpenOption.APPEND);
    Files.write(file, RunFile.LINES.of("[]".getBytes()), StandardOpenOption.APPEND);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(written, log.runs());
      assertEquals(2 * 85 + 10, log.recovery().bytes());
    }
  }

  /** What is written to a file that has no name any more would be lost. */
  @Test
  void nothingIsAppendedToAFileThatWasReplaced() throws IOException {
    assumeTrue(Files.readAttributes(file, BasicFileAttributes.class).fileKey() != null);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      Path saved = Files.copy(file, folder.resolve("saved by an editor"));
      Files.move(saved, file, StandardCopyOption.REPLACE_EXISTING);
      assertReplaced(log);
      Files.delete(file);
      assertReplaced(log);
      assertEquals(RUNS, log.runs().size());
    }
  }

  private void assertReplaced(ExperimentLog log) {
    DatasonIOException e =
        assertThrows(DatasonIOException.class, () -> log.append(Runs.numbered(9)));
    assertEquals(
        file
            + " cannot be written: something else replaced or removed it, as editors do that save"
            + " it; close the log and open it again",
        e.getMessage());
  }

  @Test
  void whatSomethingElseAppendsIsNotOverwritten() throws IOException {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      long size = Files.size(file);
      Files.write(file, new byte[3], StandardOpenOption.APPEND);
      DatasonIOException e =
          assertThrows(DatasonIOException.class, () -> log.append(Runs.numbered(9)));
      assertEquals(
          file
              + " cannot be written: something else changed it: it should have "
              + size
              + " bytes but has "
              + (size + 3)
              + "; close the log and open it again",
          e.getMessage());
      assertEquals(RUNS, log.runs().size());
    }
  }

  @Test
  void aLogThatIsNotThere() {
    Path none = folder.resolve("none");
    assertEquals(
        none.resolve("runs.jsonl") + " cannot be read: there is no such file or folder",
        assertThrows(DatasonIOException.class, () -> ExperimentLog.openReadOnly(none))
            .getMessage());
    assertEquals(
        file + " cannot be opened: it is no folder",
        assertThrows(DatasonIOException.class, () -> ExperimentLog.open(file)).getMessage());
  }
}
