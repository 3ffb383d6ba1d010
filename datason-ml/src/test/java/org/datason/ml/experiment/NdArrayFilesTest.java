package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.ml.nd4j.NdArrays;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of ND4J in runs. */
class NdArrayFilesTest {

  @TempDir private Path folder;

  record Layer(INDArray weights, Tensor bias) {}

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.count();
    }
  }

  private static void assertSame(INDArray expected, Object found) {
    INDArray array = assertInstanceOf(INDArray.class, found);
    assertEquals(NdArrays.toTensor(expected), NdArrays.toTensor(array));
    assertEquals(expected.dataType(), array.dataType());
  }

  @Test
  void arraysComeBackAsArrays() throws IOException {
    INDArray matrix = Nd4j.rand(DataType.DOUBLE, 6, 10);
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put("matrix", matrix);
    arrays.put("turned", matrix.transpose());
    arrays.put("column", matrix.getColumn(3));
    arrays.put("half", Nd4j.ones(DataType.BFLOAT16, 3, 2));
    arrays.put("empty", Nd4j.empty(DataType.FLOAT));
    arrays.put("rows", Nd4j.zeros(DataType.FLOAT, 0, 3));
    arrays.put("text", Nd4j.create("a", "b"));
    Run run = Run.builder("a").value("arrays", arrays).build();
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(run);
      Map<?, ?> same = (Map<?, ?>) log.load(run.id()).values().get("arrays");
      arrays.forEach((name, array) -> assertSame(array, same.get(name)));
    }
    assertEquals(4, files());
  }

  @Test
  void smallOnesStandInTheLine() throws IOException {
    INDArray array = Nd4j.ones(DataType.FLOAT, 3);
    Run run = Run.builder("a").value("array", array).build();
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(run);
      assertSame(array, log.load(run.id()).values().get("array"));
    }
    assertEquals(0, files());
  }

  @Test
  void declaredOnesToo() throws IOException {
    Datason datason = Datason.builder().type(Layer.class).build();
    INDArray weights = Nd4j.rand(DataType.FLOAT, 4, 5);
    Tensor bias = Tensor.of(new float[] {1, 2, 3, 4, 5}, 5);
    for (long inline : new long[] {0, 1_000}) {
      UUID id;
      try (ExperimentLog log =
          ExperimentLog.builder(folder).datason(datason).inlineBytes(inline).open()) {
        id = log.append(Run.builder("a").value("layer", new Layer(weights, bias)).build());
      }
      try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).openReadOnly()) {
        Layer layer = (Layer) log.load(id).values().get("layer");
        assertSame(weights, layer.weights());
        assertEquals(bias, layer.bias());
      }
    }
    assertEquals(2, files());
  }
}
