package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.datason.frame.Frame;
import org.datason.ml.model.ModelArtifact;
import org.datason.ml.model.RocCurve;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/experiments.md shows. */
class DocumentedExampleTest {

  @TempDir private Path folder;

  @Test
  void theExampleRuns() throws IOException {
    boolean[] actual = {false, false, true, true};
    double[] scores = {0.1, 0.4, 0.35, 0.8};
    double[] weights = new double[3 * 4];

    try (ExperimentLog log = ExperimentLog.open(folder.resolve("experiments"))) {
      for (double rate : new double[] {0.1, 0.01}) {
        RunBuilder run =
            Run.builder("rate " + rate)
                .tag("iris")
                .parameter("learningRate", rate)
                .parameter("optimizer", "sgd");
        for (int epoch = 0; epoch < 3; epoch++) {
          run.metric("loss", epoch, 1.0 / (epoch + 1), Instant.now());
        }
        Run built =
            run.value("roc", RocCurve.of(actual, scores))
                .value(
                    "model",
                    ModelArtifact.of("iris", "1.0", "")
                        .withTensor("weights", Tensor.of(weights, 3, 4)))
                .ended(Instant.now())
                .build();
        UUID id = log.append(built);
        assertEquals(built, log.load(id));
      }

      List<RunInfo> good =
          log.find(
              RunQuery.all()
                  .tag("iris")
                  .parameter("learningRate", 0.1)
                  .metric("loss", last -> last < 0.5));
      Frame sideBySide = log.compare(log.runs());
      Frame curves = log.metrics(good);
      log.export(log.runs(), folder.resolve("runs.json.gz"));
      assertEquals(List.of("rate 0.1"), good.stream().map(RunInfo::name).toList());
      assertEquals(2, sideBySide.size());
      assertEquals(3, curves.size());
      assertEquals(true, Files.size(folder.resolve("runs.json.gz")) > 0);
    }
  }

  /** The checksum is of the bytes from 83 on up to the last brace. */
  @Test
  void thePlaceOfThePayloadIsAsDescribed() {
    byte[] line = RunFile.LINES.of("{}".getBytes());
    assertEquals(83, RunFile.LINES.payloadAt());
    assertEquals("{}}\n", new String(line, 83, line.length - 83));
  }
}
