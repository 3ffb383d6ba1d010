package org.datason.ml.nobackend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.error.UnsupportedTypeException;
import org.datason.ml.nd4j.NdArrays;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.ndarray.INDArray;

@Tag("without-backend")
class WithoutBackendTest {

  private static final Datason DATASON = Datason.create();
  private static final Tensor TENSOR = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);

  /** Each time the same error, though the JVM throws another one from the second time on. */
  private static void assertNoBackend(Executable use) {
    for (int i = 0; i < 2; i++) {
      assertEquals(
          "An INDArray needs a backend of ND4J, and none starts here; put nd4j-native and its"
              + " classifier for this system on the class path, or read a Tensor instead",
          assertThrows(UnsupportedTypeException.class, use).getMessage());
    }
  }

  private static String json(String java) {
    return DATASON
        .toJson(TENSOR)
        .replace(
            "\"__datason_value__\"", "\"__datason_java__\":\"" + java + "\",\"__datason_value__\"");
  }

  @Test
  void anArrayIsRefusedByOneClearError() {
    String json = json("org.nd4j.linalg.api.ndarray.INDArray");
    assertNoBackend(() -> NdArrays.toNdArray(TENSOR));
    assertNoBackend(() -> NdArrays.toNdArray(Tensor.of(new String[] {"a"}, 1)));
    assertNoBackend(() -> NdArrays.toNdArrays(Map.of("a", TENSOR)));
    assertNoBackend(() -> DATASON.fromJson(json));
    assertNoBackend(() -> DATASON.fromJson(json, INDArray.class));
    assertNoBackend(() -> DATASON.fromJson("[1.0,2.0]", INDArray.class));
    String empty =
        "{\"__datason_type__\":\"numpy.ndarray\","
            + "\"__datason_java__\":\"org.nd4j.linalg.factory.Nd4j.empty\","
            + "\"__datason_value__\":{\"dtype\":\"float32\",\"shape\":[0],\"data\":[]}}";
    assertNoBackend(() -> DATASON.fromJson(empty));
  }

  @Test
  void nothingElseBreaks() {
    assertEquals(
        TENSOR, DATASON.fromJson(json("org.nd4j.linalg.api.ndarray.INDArray"), Tensor.class));
    List<Object> values = List.of(TENSOR, Map.of("a", 1), "text");
    assertEquals(values, DATASON.fromJson(DATASON.toJson(values)));
    assertEquals(Map.of(), NdArrays.toNdArrays(Map.of()));
  }
}
