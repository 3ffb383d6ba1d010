package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir private Path folder;

  @Test
  void everythingComesBackIdentical() throws IOException {
    Path file = folder.resolve("run.json.gz");
    Run run = Run.of("demo", "--out", file);
    assertEquals(0, run.code(), run.out());
    assertEquals("", run.err());
    List<String> lines = run.out().lines().toList();
    assertEquals("identical: all 16 members came back bit for bit", lines.get(lines.size() - 1));
    assertEquals(16, lines.stream().filter(line -> line.contains("  identical  ")).count());
    for (String line : lines) {
      assertTrue(Text.width(line) <= 100 || line.contains(file.toString()), line);
    }
    Map<?, ?> loaded = (Map<?, ?>) Experiment.datason().load(file);
    assertEquals(16, loaded.size());
    assertTrue(TestFiles.read(file).startsWith("{\"run\":{\"__datason_type__\":\"uuid.UUID\","));
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() {
    Path file = folder.resolve("no/run.json");
    Run run = Run.of("demo", "--out", file);
    assertEquals(1, run.code());
    assertEquals(
        "datason: " + file + " cannot be written: there is no such file or folder\n", run.err());
  }

  @Test
  void theResultIsTheSameInEachRunButForItsIdAndTimes() {
    Map<String, Object> one = Experiment.run();
    Map<String, Object> other = Experiment.run();
    for (String name : one.keySet()) {
      boolean varies = List.of("run", "started", "finished", "duration").contains(name);
      assertEquals(!varies, Identity.same(one.get(name), other.get(name)), name);
    }
  }

  @Test
  void theModelLearns() {
    Map<String, Object> result = Experiment.run();
    double[] losses = (double[]) result.get("losses");
    assertEquals(Math.log(3), losses[0], 1e-12); // without weights all classes are alike
    for (int i = 1; i < losses.length; i++) {
      assertTrue(losses[i] < losses[i - 1], "epoch " + i);
    }
    assertTrue(losses[losses.length - 1] < 0.2);
    int[][] confusion = (int[][]) result.get("confusion");
    int tested = 0;
    int right = 0;
    for (int k = 0; k < 3; k++) {
      right += confusion[k][k];
      for (int n : confusion[k]) {
        tested += n;
      }
    }
    assertEquals(45, tested);
    Map<?, ?> metrics = (Map<?, ?>) result.get("metrics");
    assertEquals(right / 45.0, metrics.get("accuracy"));
    assertTrue(right >= 40);
    assertEquals(45 - right, ((List<?>) result.get("errors")).size());
  }

  @Test
  void theDataIsFishers() {
    Iris iris = Iris.read(Iris.bytes());
    double[] sums = new double[4];
    for (double[] row : iris.x()) {
      for (int j = 0; j < 4; j++) {
        sums[j] += row[j];
      }
    }
    // The sums of Fisher's table I; the widespread copy with two wrong rows has 458.1 and 179.8.
    assertEquals(876.5, sums[0], 1e-9);
    assertEquals(458.6, sums[1], 1e-9);
    assertEquals(563.7, sums[2], 1e-9);
    assertEquals(179.9, sums[3], 1e-9);
    for (int i = 0; i < 150; i++) {
      assertEquals(Iris.Species.values()[i / 50], iris.species()[i]);
    }
  }
}
