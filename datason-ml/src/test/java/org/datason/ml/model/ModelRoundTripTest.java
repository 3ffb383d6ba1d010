package org.datason.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.MismatchException;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.datason.types.Hinted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and results load as themselves, whether their type is asked for or not. */
class ModelRoundTripTest {

  private static final Datason DATASON = Datason.create();

  private static final boolean[] ACTUAL = {false, false, true, true};
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

  private static ModelArtifact model() {
    return ModelArtifact.of("iris", "1.2.0", "onnx")
        .withMetadata("id", new UUID(1, 2))
        .withMetadata("classes", List.of("setosa", "versicolor"))
        .withMetadata("note", null)
        .withTensor("weights", Tensor.of(new double[] {0.5, Double.NaN, -0.0, 1}, 2, 2))
        .withTensor("bias", Tensor.of(new float[] {1, 2}, 2).withOrigin(Origin.TORCH))
        .withContent(new byte[] {1, -1, 0});
  }

  static Stream<Record> records() {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "b", "ä"), List.of("b", "b", "ä"));
    return Stream.of(
        model(),
        ModelArtifact.of("plain", "", ""),
        matrix,
        new ConfusionMatrix(List.of(), new long[0][]),
        ClassificationReport.of(matrix),
        RocCurve.of(ACTUAL, SCORES),
        PrecisionRecallCurve.of(ACTUAL, SCORES),
        CalibrationCurve.of(ACTUAL, SCORES, 3),
        RegressionReport.of(SCORES, new double[] {1, 2, 3, 4}),
        RegressionReport.of(new double[] {1}, new double[] {Double.NaN}));
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordLoadsAsItself(Record record) {
    for (DatasonConfig config :
        List.of(DatasonConfig.defaults(), DatasonConfig.ml(), DatasonConfig.strict())) {
      Datason datason = Datason.builder().config(config).build();
      String json = datason.toJson(record);
      assertEquals(record, datason.fromJson(json));
      assertEquals(record, datason.fromJson(json, record.getClass()));
      assertEquals(List.of(record), datason.fromJson(datason.toJson(List.of(record))));
    }
  }

  @Test
  void theFormIsPlain() {
    assertEquals(
        "{\"__datason_type__\":\"datason.ConfusionMatrix\",\"__datason_value__\":"
            + "{\"labels\":[\"a\",\"b\"],\"counts\":[[1,0],[2,3]]}}",
        DATASON.toJson(new ConfusionMatrix(List.of("a", "b"), new long[][] {{1, 0}, {2, 3}})));
    assertEquals(
        "{\"__datason_type__\":\"datason.RocCurve\",\"__datason_value__\":{\"points\":["
            + "{\"threshold\":\"Infinity\",\"falsePositiveRate\":0.0,\"truePositiveRate\":0.0},"
            + "{\"threshold\":0.5,\"falsePositiveRate\":1.0,\"truePositiveRate\":1.0}]}}",
        DATASON.toJson(RocCurve.of(new boolean[] {true, false}, new double[] {0.5, 0.5})));
  }

  @Test
  void whatIsNoResultIsRefusedWithItsPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () ->
                DATASON.fromJson(
                    "[{\"__datason_type__\":\"datason.ConfusionMatrix\",\"__datason_value__\":"
                        + "{\"labels\":[\"a\"],\"counts\":[[1,2]]}}]"));
    assertEquals(
        "Expected a ConfusionMatrix but found an object (Expected 1 rows and columns, as there are"
            + " labels, but found [[1, 2]]) at $[0].__datason_value__ (line 1, column 68, offset 67)",
        e.getMessage());
  }

  @Test
  void aModelHoldsDataAlone() {
    String json =
        "{\"__datason_type__\":\"datason.ModelArtifact\",\"__datason_value__\":{\"name\":\"m\","
            + "\"metadata\":{\"pickled\":{\"__datason_type__\":\"sklearn.estimator\","
            + "\"__datason_value__\":{\"class\":\"os.system\"}}}}}";
    ModelArtifact model = (ModelArtifact) DATASON.fromJson(json);
    assertEquals(Hinted.class, model.metadata().get("pickled").getClass());
    assertEquals("m: tensors [], 0 bytes", model.toString());
  }

  @Test
  void aModelDoesNotChange() {
    Map<String, Object> metadata = new HashMap<>(Map.of("a", 1));
    Map<String, Tensor> tensors = new LinkedHashMap<>(Map.of("t", Tensor.scalar(1.0)));
    ModelArtifact model = new ModelArtifact("m", "1", "f", metadata, tensors, new byte[] {1});
    metadata.clear();
    tensors.clear();
    assertEquals(Map.of("a", 1), model.metadata());
    assertEquals(Map.of("t", Tensor.scalar(1.0)), model.tensors());
    assertArrayEquals(new byte[] {1}, model.content());
    assertEquals("m 1 (f): tensors [t], 1 bytes", model.toString());
    assertNotEquals(model, model.withContent(new byte[] {2}));
    assertNotEquals(model, model.withMetadata("b", 2));
    assertEquals(model.hashCode(), model.withContent(new byte[] {1}).hashCode());
    assertThrows(UnsupportedOperationException.class, () -> model.tensors().clear());
    assertThrows(NullPointerException.class, () -> model.withTensor("t", null));
    assertEquals(
        model.withTensor("a", Tensor.scalar(2.0)).withTensor("b", Tensor.scalar(3.0)),
        model.withTensors(Map.of("a", Tensor.scalar(2.0), "b", Tensor.scalar(3.0))));
  }
}
