package org.datason.ml.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.json.TypeHandler;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Run;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("without-libraries")
class WithoutLibrariesTest {

  private static final Datason DATASON = Datason.create();

  private static final Frame FRAME =
      Frame.builder()
          .name("runs")
          .column("id", Column.wrap(Simple.INT64, new long[] {1, 2}))
          .column("loss", Column.of(Simple.FLOAT64, 0.5, null))
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tech.tablesaw.api.Table",
        "tech.tablesaw.columns.Column",
        "org.nd4j.linalg.api.ndarray.INDArray"
      })
  void theLibrariesAreNotThere(String name) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
  }

  @Test
  void handlersOfTheirsAreFoundAndDoNotStandInTheWay() {
    List<String> names = new ArrayList<>();
    for (TypeHandler<?> handler : ServiceLoader.load(TypeHandler.class)) {
      names.add(handler.getClass().getName());
      assertEquals(false, handler.handles(Frame.class));
    }
    assertEquals(true, names.contains("org.datason.ml.tablesaw.TableHandler"));
    assertEquals(true, names.contains("org.datason.ml.tablesaw.ColumnHandler"));
    assertEquals(true, names.contains("org.datason.ml.nd4j.NdArrayHandler"));
    assertEquals(true, names.contains("org.datason.ml.nd4j.EmptyNdArrayHandler"));
    Map<String, Object> plain = Map.of("id", new UUID(1, 2));
    assertEquals(plain, DATASON.fromJson(DATASON.toJson(plain)));
  }

  @Test
  void framesSeriesAndTensorsWork() {
    assertEquals(FRAME, DATASON.fromJson(DATASON.toJson(FRAME)));
    Series series = new Series("loss", FRAME.column("loss"));
    assertEquals(series, DATASON.fromJson(DATASON.toJson(series)));
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
    assertEquals(tensor, DATASON.fromJson(DATASON.toJson(tensor)));
  }

  @Test
  void aTableOfTablesawLoadsAsAFrameWithItsName() {
    String json = named(DATASON.toJson(FRAME), "tech.tablesaw.api.Table");
    assertEquals(FRAME, DATASON.fromJson(json));
    assertEquals(FRAME, DATASON.fromJson(json, Frame.class));
    assertEquals(List.of(FRAME), DATASON.fromJson("[" + json + "]"));
  }

  @Test
  void aColumnOfTablesawLoadsAsASeries() {
    Series series = new Series("loss", FRAME.column("loss"));
    String json = named(DATASON.toJson(series), "tech.tablesaw.columns.Column");
    assertEquals(series, DATASON.fromJson(json));
    assertEquals(series, DATASON.fromJson(json, Series.class));
  }

  @Test
  void anArrayOfNd4jLoadsAsATensor() {
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
    String json = named(DATASON.toJson(tensor), "org.nd4j.linalg.api.ndarray.INDArray");
    assertEquals(tensor, assertInstanceOf(Tensor.class, DATASON.fromJson(json)));
    assertEquals(tensor, DATASON.fromJson(json, Tensor.class));
    Tensor none = Tensor.empty(DType.FLOAT32, 0);
    String empty = named(DATASON.toJson(none), "org.nd4j.linalg.factory.Nd4j.empty");
    assertEquals(none, DATASON.fromJson(empty));
  }

  /** The document with a Java type beside the hint. */
  private static String named(String json, String java) {
    String value = ",\"__datason_value__\"";
    String result = json.replaceFirst(value, ",\"__datason_java__\":\"" + java + "\"" + value);
    assertEquals(false, result.equals(json));
    return result;
  }

  /** Made of the reference to a tensor's file, as if an array of ND4J had been written. */
  @Test
  void aLogHoldsTensorsAndReadsThoseOfArrays(@TempDir Path folder) throws Exception {
    Tensor tensor = Tensor.of(new double[] {1, 2}, 2);
    Run run = Run.builder("a").value("t", tensor).build();
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(run);
      assertEquals(run, log.load(run.id()));
    }
    Path file = folder.resolve("runs.jsonl");
    String line = Files.readString(file);
    String hint = "\"datason.TensorFile\",";
    String payload =
        line.substring(83, line.length() - 2)
            .replace(hint, hint + "\"__datason_java__\":\"org.nd4j.linalg.api.ndarray.INDArray\",");
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    Files.writeString(
        file,
        "{\"sha256\":\"" + HexFormat.of().formatHex(digest) + "\",\"run\":" + payload + "}\n");
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      assertEquals(run, log.load(run.id()));
    }
  }
}
