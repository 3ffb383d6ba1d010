package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datason.frame.Frame;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.RunInfo;
import org.datason.ml.model.ConfusionMatrix;
import org.datason.ml.model.ModelArtifact;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  private static final BigDecimal RATE = new BigDecimal("0.50");

  @TempDir private Path folder;

  @Test
  void everythingComesBackIdentical() throws IOException {
    Path file = folder.resolve("run.json.gz");
    Path log = folder.resolve("log");
    Run run = Run.of("demo", "--log", log, "--out", file);
    assertEquals(0, run.code(), run.out());
    assertEquals("", run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.contains("CSV → table → JSON → table → CSV: the same bytes"));
    assertEquals(
        List.of(
            "identical: all 66 parts of 3 runs came back bit for bit",
            "The log is in " + log + ", the best run in " + file,
            "Look into it by: datason runs list " + log),
        lines.subList(lines.size() - 3, lines.size()));
    assertEquals(4, Run.of("runs", "list", log).out().lines().count());
    assertEquals(22, lines.stream().filter(line -> line.contains("  identical  ")).count());
    for (String line : lines) {
      assertTrue(Text.width(line) <= 100 || line.contains(log.toString()), line);
    }
    var best = (org.datason.ml.experiment.Run) Experiment.datason().load(file);
    assertEquals("softmax, rate 8.0", best.name());
    try (ExperimentLog opened =
        ExperimentLog.builder(log).datason(Experiment.datason()).openReadOnly()) {
      assertEquals(3, opened.runs().size());
      assertTrue(opened.runs().stream().map(RunInfo::id).anyMatch(best.id()::equals));
      assertTrue(Identity.same(best, opened.load(best.id())));
      assertEquals(List.of(), opened.verify());
    }
  }

  @Test
  void aLogGrows() {
    assertEquals(0, Run.of("demo", "--log", folder).code());
    Run second = Run.of("demo", "--log", folder);
    assertEquals(0, second.code());
    assertTrue(second.out().contains("3 rows, 4 columns"), second.out());
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(6, log.runs().size());
    }
  }

  @Test
  void aFolderOfItsOwnIsTold() throws IOException {
    Run run = Run.of("demo");
    String told = "The log is in ";
    String line = run.out().lines().filter(l -> l.startsWith(told)).findFirst().orElseThrow();
    Path log = Path.of(line.substring(told.length()));
    try (Stream<Path> files = Files.walk(log)) {
      assertTrue(files.anyMatch(file -> file.endsWith("runs.jsonl")));
    } finally {
      try (Stream<Path> files = Files.walk(log)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Test
  void whatCannotBeWrittenIsTold() throws IOException {
    Path file = folder.resolve("no/run.json");
    Run run = Run.of("demo", "--log", folder.resolve("log"), "--out", file);
    assertEquals(1, run.code());
    assertEquals(
        "datason: " + file + " cannot be written: there is no such file or folder\n", run.err());
    Path noFolder = Files.createFile(folder.resolve("file"));
    assertEquals(1, Run.of("demo", "--log", noFolder).code());
  }

  @Test
  void theResultIsTheSameInEachRunButForItsIdAndTimes() {
    var one = new Experiment().run(RATE);
    var other = new Experiment().run(RATE);
    assertTrue(Identity.same(one.parameters(), other.parameters()));
    assertTrue(Identity.same(one.metrics(), other.metrics()));
    for (String name : one.values().keySet()) {
      boolean varies = List.of("startedIn", "duration").contains(name);
      assertEquals(!varies, Identity.same(one.values().get(name), other.values().get(name)), name);
    }
  }

  @Test
  void theModelLearns() {
    var run = new Experiment().run(RATE);
    double[] losses = run.metrics().get("loss").values();
    assertEquals(Math.log(3), losses[0], 1e-12); // without weights all classes are alike
    for (int i = 1; i < losses.length; i++) {
      assertTrue(losses[i] < losses[i - 1], "epoch " + i);
    }
    assertTrue(losses[losses.length - 1] < 0.2);
    ConfusionMatrix confusion = (ConfusionMatrix) run.values().get("confusion");
    assertEquals(45, confusion.total());
    assertTrue(confusion.accuracy() >= 40 / 45.0);
    assertEquals(confusion.accuracy(), run.metrics().get("accuracy").last());
    Frame predictions = (Frame) run.values().get("predictions");
    int right = 0;
    for (int i = 0; i < predictions.size(); i++) {
      boolean same =
          predictions
              .column("species")
              .getText(i)
              .equals(predictions.column("predicted").getText(i));
      right += same ? 1 : 0;
    }
    assertEquals(confusion.accuracy(), right / 45.0);
  }

  /** The weights, applied to the data by hand, give the probabilities that were kept. */
  @Test
  void theModelThatIsKeptIsTheOneThatWasTested() {
    Experiment experiment = new Experiment();
    var run = experiment.run(RATE);
    ModelArtifact model = (ModelArtifact) run.values().get("model");
    Tensor weights = model.tensors().get("weights");
    Tensor scaling = model.tensors().get("scaling");
    Tensor kept = (Tensor) run.values().get("probabilities");
    Frame predictions = (Frame) run.values().get("predictions");
    for (int i = 0; i < predictions.size(); i++) {
      int row = (int) predictions.column("row").getLong(i);
      double[] p = new double[3];
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        double score = weights.getDouble(k, 4);
        for (int j = 0; j < 4; j++) {
          double x = experiment.iris().column(j).getDouble(row);
          score +=
              weights.getDouble(k, j) * (x - scaling.getDouble(0, j)) / scaling.getDouble(1, j);
        }
        p[k] = Math.exp(score);
        sum += p[k];
      }
      for (int k = 0; k < 3; k++) {
        assertEquals(p[k] / sum, kept.getDouble(i, k), 1e-9);
      }
    }
  }

  @Test
  void theDataIsFishers() {
    Frame iris = Iris.read(Iris.bytes());
    double[] sums = new double[4];
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 150; i++) {
        sums[j] += iris.column(j).getDouble(i);
      }
    }
    // The sums of Fisher's table I; the widespread copy with two wrong rows has 458.1 and 179.8.
    assertEquals(876.5, sums[0], 1e-9);
    assertEquals(458.6, sums[1], 1e-9);
    assertEquals(563.7, sums[2], 1e-9);
    assertEquals(179.9, sums[3], 1e-9);
    assertEquals(List.of("setosa", "versicolor", "virginica"), Iris.names(iris));
    for (int i = 0; i < 150; i++) {
      assertEquals(i / 50, iris.column(Iris.SPECIES).getLong(i));
    }
  }
}
