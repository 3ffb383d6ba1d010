package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.error.IntegrityException;
import org.datason.types.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand runs. */
class LargeLogTest {

  private static final int RUNS = 10_000;

  @TempDir private Path folder;

  /** Makes the file of a log without waiting for the disk run by run. */
  private void write() throws IOException {
    TypeRegistry plain = new TypeRegistry(List.of(), Map.of());
    RunCodec codec = new RunCodec(Datason.create(), plain, folder, Long.MAX_VALUE, false);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = 0; i < RUNS; i++) {
      lines.writeBytes(RunFile.LINES.of(codec.write(Runs.numbered(i))));
    }
    Files.write(Runs.file(folder), lines.toByteArray());
  }

  /** With the index, all runs but the last may be damaged: nobody looks at them. */
  @Test
  void oneRunOfManyIsReadAlone() throws IOException {
    write();
    List<RunInfo> runs;
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      runs = log.runs();
      assertEquals(RUNS, runs.size());
    }
    RunInfo one = runs.get(7_000);
    RunInfo last = runs.get(RUNS - 1);
    byte[] bytes = Files.readAllBytes(Runs.file(folder));
    byte[] spoilt = new byte[bytes.length];
    for (RunInfo kept : List.of(one, last)) {
      System.arraycopy(
          bytes, (int) kept.offset(), spoilt, (int) kept.offset(), (int) kept.length() + 1);
    }
    Files.write(Runs.file(folder), spoilt);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      assertEquals(runs, log.runs());
      assertEquals(Runs.numbered(7_000), log.load(one.id()));
      RunInfo other = runs.get(6_999);
      assertEquals(
          "The run "
              + other.id()
              + " in "
              + Runs.file(folder)
              + " at offset "
              + other.offset()
              + " ("
              + other.length()
              + " bytes) is damaged: it has not the checksum it was written with",
          assertThrows(IntegrityException.class, () -> log.load(other.id())).getMessage());
      assertEquals(RUNS / 2, log.find(RunQuery.all().tag("even")).size());
    }
  }

  @Test
  void allRunsAreFoundAndMeasured() throws IOException {
    write();
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(1, log.find(RunQuery.all().parameter("number", 9_999)).size());
      assertEquals(2 * RUNS, log.metrics(log.runs()).size());
      assertEquals(RUNS, log.compare(log.runs()).size());
    }
  }
}
