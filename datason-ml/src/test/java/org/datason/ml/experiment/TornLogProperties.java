package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.datason.error.IntegrityException;
import org.junit.jupiter.api.Assertions;

/** Logs that are cut off anywhere, or whose end was changed: intact runs load, and no others. */
class TornLogProperties {

  private static final int RUNS = 6;

  /** A log as it was written, and where its runs stand. */
  private record Written(byte[] file, byte[] index, List<RunInfo> runs) {}

  private static Written written;

  private Path folder;

  @BeforeContainer
  static void write() throws IOException {
    Path once = Files.createTempDirectory("log");
    try (ExperimentLog log = ExperimentLog.open(once)) {
      for (int i = 0; i < RUNS; i++) {
        log.append(Runs.numbered(i));
      }
      written =
          new Written(
              Files.readAllBytes(Runs.file(once)),
              Files.readAllBytes(Runs.index(once)),
              log.runs());
    }
    delete(once);
  }

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("log");
  }

  @AfterTry
  void deleteFolder() throws IOException {
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
      files.forEach(
          file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private ExperimentLog open(byte[] file, boolean index, boolean writing) throws IOException {
    Files.write(Runs.file(folder), file);
    if (index) {
      Files.write(Runs.index(folder), written.index());
    }
    return writing ? ExperimentLog.open(folder) : ExperimentLog.openReadOnly(folder);
  }

  // ---------------------------------------------------------------- cut off

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void everyPrefixGivesTheRunsInIt(@ForAll boolean index) throws IOException {
    for (int length = 0; length <= written.file().length; length++) {
      checkPrefix(length, index, false);
    }
  }

  @Property(tries = 60)
  void aLogThatWasCutOffGoesOn(@ForAll @IntRange(max = 3000) int length, @ForAll boolean index)
      throws IOException {
    checkPrefix(Math.min(length, written.file().length), index, true);
  }

  private void checkPrefix(int length, boolean index, boolean writing) throws IOException {
    byte[] prefix = Arrays.copyOf(written.file(), length);
    List<RunInfo> whole =
        written.runs().stream().filter(run -> run.offset() + run.length() <= length).toList();
    long end = whole.isEmpty() ? 0 : Math.min(whole.get(whole.size() - 1).end(), length);
    try (ExperimentLog log = open(prefix, index, writing)) {
      assertEquals(whole, log.runs());
      for (int i = 0; i < whole.size(); i++) {
        assertEquals(Runs.numbered(i), log.load(whole.get(i).id()));
      }
      int missing = index ? RUNS - whole.size() : 0;
      Recovery recovery = log.recovery();
      if (end == length && missing == 0) {
        assertNull(recovery);
      } else {
        assertEquals(end, recovery.offset());
        assertEquals(length - end, recovery.bytes());
        assertEquals(missing, recovery.missing().size());
      }
      if (writing) {
        if (end < length) {
          assertArrayEquals(
              Arrays.copyOfRange(prefix, (int) end, length), Files.readAllBytes(recovery.keptIn()));
        }
        log.append(Runs.numbered(RUNS));
      }
    }
    if (writing) {
      try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
        assertEquals(whole.size() + 1, log.runs().size());
        assertNull(log.recovery());
        assertEquals(List.of(), log.verify());
      }
    }
  }

  // ---------------------------------------------------------------- changed

  /** The break behind an intact run was changed, and so was the head of the next one. */
  @Example
  void aBreakAndTheHeadBehindItWereChanged() throws IOException {
    byte[] file = written.file().clone();
    file[(int) written.runs().get(4).end() - 1] = 'x';
    file[(int) written.runs().get(4).end() + 3] = 'x';
    checkIntact(file, true, true);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void changedBytesHideNoIntactRun(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int changes,
      @ForAll @IntRange(min = 1, max = RUNS) int tail,
      @ForAll boolean index,
      @ForAll boolean writing)
      throws IOException {
    Random random = new Random(seed);
    byte[] file = written.file().clone();
    int from = (int) written.runs().get(RUNS - tail).offset();
    for (int i = 0; i < changes; i++) {
      int at = from + random.nextInt(file.length - from);
      if (random.nextInt(4) == 0) {
        int to = Math.min(at + random.nextInt(40), file.length);
        Arrays.fill(file, at, to, (byte) 0); // a block that did not reach the disk
      } else {
        file[at] ^= (byte) (1 + random.nextInt(255));
      }
    }
    checkIntact(Arrays.copyOf(file, file.length - random.nextInt(3)), index, writing);
  }

  @Property(tries = 100)
  void changedLineBreaksHideNoRun(@ForAll long seed, @ForAll boolean writing) throws IOException {
    Random random = new Random(seed);
    byte[] file = written.file().clone();
    for (RunInfo run : written.runs()) {
      if (random.nextBoolean()) {
        file[(int) run.end() - 1] = (byte) random.nextInt();
      }
    }
    checkIntact(file, false, writing);
  }

  private void checkIntact(byte[] file, boolean index, boolean writing) throws IOException {
    try (ExperimentLog log = open(file, index, writing)) {
      List<RunInfo> found = log.runs();
      for (int i = 0; i < RUNS; i++) {
        RunInfo run = written.runs().get(i);
        int from = (int) run.offset();
        int to = (int) (run.offset() + run.length());
        if (to <= file.length && Arrays.equals(file, from, to, written.file(), from, to)) {
          assertEquals(Runs.numbered(i), log.load(run.id()));
        }
      }
      for (RunInfo run : found) {
        int i = written.runs().indexOf(run);
        assertTrue(i >= 0, run::toString);
        try {
          assertEquals(Runs.numbered(i), log.load(run.id()));
        } catch (IntegrityException e) {
          assertTrue(e.getMessage().contains(run.id().toString()), e.getMessage());
          assertTrue(index, "a run that is listed without an index was checked");
        }
      }
      Recovery recovery = log.recovery();
      assertTrue(
          !found.isEmpty() || recovery != null && recovery.bytes() > 0, "all is accounted for");
      if (recovery != null && recovery.keptIn() != null) {
        assertArrayEquals(
            Arrays.copyOfRange(file, (int) recovery.offset(), file.length),
            Files.readAllBytes(recovery.keptIn()));
      }
    }
  }

  @AfterContainer
  static void forget() {
    Assertions.assertNotNull(written);
    written = null;
  }
}
