package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.error.IntegrityException;
import org.datason.ml.model.ModelArtifact;
import org.datason.ml.npy.Npy;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large tensors and bytes, which have files of their own. */
class AttachmentsTest {

  private static final UUID ID = new UUID(1, 2);

  @TempDir private Path folder;

  private static Tensor numbers(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i / 8.0;
    }
    return Tensor.of(values, n);
  }

  private static Run run(String key, Object value) {
    return Run.builder("a").id(ID).started(Runs.NOON).value(key, value).build();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String name(int i, String ending) {
    return ID + "-" + i + "." + ending;
  }

  @Test
  void aLargeTensorIsAFileOfNumPys() throws IOException {
    Tensor large = numbers(8192);
    Tensor small = numbers(8191);
    Run run = Run.builder("a").id(ID).value("large", large).value("small", small).build();
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(run);
      assertEquals(run, log.load(ID));
    }
    assertEquals(List.of(name(0, "npy")), files());
    Path file = folder.resolve("data").resolve(name(0, "npy"));
    assertEquals(large, Npy.read(file));
    byte[] bytes = Files.readAllBytes(file);
    int start = 10 + (bytes[8] & 0xFF) + ((bytes[9] & 0xFF) << 8);
    assertEquals(0, start % 64);
    assertEquals(bytes.length, start + large.size() * 8);
  }

  record Trained(String name, Tensor weights, List<Tensor> layers) {}

  @Test
  void tensorsMayBeAnywhere() throws IOException {
    Tensor t = numbers(10);
    Map<String, Object> nested = Map.of("list", List.of(List.of(t, 1), Map.of("deep", t)));
    Run run =
        Run.builder("a")
            .id(ID)
            .parameter("start", t)
            .value("nested", nested)
            .value("record", new Trained("x", t, List.of(t, t)))
            .value("model", ModelArtifact.of("m", "1", "f").withTensor("w", t).withMetadata("b", t))
            .value("array", new Object[] {t})
            .build();
    Datason datason = Datason.builder().type(Trained.class).build();
    try (ExperimentLog log =
        ExperimentLog.builder(folder).datason(datason).inlineBytes(80).open()) {
      log.append(run);
      Run same = log.load(ID);
      assertEquals(nested, same.values().get("nested"));
      assertEquals(run.values().get("record"), same.values().get("record"));
      assertEquals(run.values().get("model"), same.values().get("model"));
      assertEquals(run.parameters(), same.parameters());
      assertArrayEquals(
          (Object[]) run.values().get("array"), (Object[]) same.values().get("array"));
      assertEquals(List.of(), log.verify());
    }
    assertEquals(9, files().size());
  }

  static Stream<Tensor> tensors() {
    Tensor base =
        Tensor.of(new double[] {1, Double.longBitsToDouble(0x7ff8000000000abcL), -0.0, 4}, 2, 2);
    return Stream.of(
        base,
        base.transpose(),
        base.every(0, -1),
        base.slice(1, 1, 2),
        base.select(0, 1),
        Tensor.scalar(1.5),
        Tensor.empty(DType.FLOAT32, 0, 3),
        Tensor.of(new boolean[] {true, false}, 2),
        Tensor.of(new short[] {1, -1}, 2).view(DType.BFLOAT16),
        Tensor.of(new short[] {1, -1}, 2).view(DType.FLOAT16),
        Tensor.of(new long[] {-1}, 1).view(DType.UINT64),
        Tensor.ofComplex(new float[] {1, -0.0f}, 1),
        base.withOrigin(Origin.TORCH),
        Tensor.of(new float[] {1}, 1).withOrigin(new Origin("torch.Tensor", null, "cuda:1")),
        Tensor.scalar(2L).withOrigin(new Origin("numpy.int64", null, null)),
        Tensor.of(new String[] {"a", "größer"}, 2),
        Tensor.of(ByteBuffer.wrap(new byte[] {0, 1}), DType.INT16, 1));
  }

  @ParameterizedTest
  @MethodSource("tensors")
  void anyTensorComesBackBitByBit(Tensor tensor) {
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(run("t", tensor));
    }
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      Tensor same = (Tensor) log.load(ID).values().get("t");
      assertEquals(tensor, same);
      assertEquals(tensor.origin().hint(), same.origin().hint());
      assertEquals(tensor.origin().device(), same.origin().device());
      assertEquals(List.of(), log.verify());
    }
  }

  @Test
  void aTensorIsUsableWhenTheLogIsClosed() {
    Tensor tensor = numbers(100_000);
    Tensor loaded;
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(run("t", tensor));
      loaded = (Tensor) log.load(ID).values().get("t");
    }
    assertEquals(tensor, loaded);
  }

  @Test
  void manyBytesAreAFile() throws IOException {
    byte[] content = new byte[100_000];
    content[7] = 7;
    ModelArtifact model = ModelArtifact.of("m", "1", "onnx").withContent(content);
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      Run run = run("model", model);
      log.append(run);
      assertEquals(run, log.load(ID));
      UUID other =
          log.append(Run.builder("b").value("raw", content).value("few", new byte[9]).build());
      assertArrayEquals(content, (byte[]) log.load(other).values().get("raw"));
      assertArrayEquals(new byte[9], (byte[]) log.load(other).values().get("few"));
      assertEquals(List.of(), log.verify());
    }
    assertEquals(2, files().size());
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("data").resolve(name(0, "bin"))));
    assertTrue(Files.size(Runs.file(folder)) < 3000);
  }

  @Test
  void othersReadTheLineAsData() {
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(run("t", numbers(2)));
    }
    try (Stream<Object> lines = Datason.create().lines(Runs.file(folder))) {
      Map<?, ?> line = (Map<?, ?>) lines.findFirst().orElseThrow();
      Map<?, ?> values = (Map<?, ?>) ((Map<?, ?>) line.get("run")).get("values");
      String text = values.get("t").toString();
      assertTrue(text.contains("data/" + name(0, "npy")), text);
    }
  }

  // ---------------------------------------------------------------- damage

  private IntegrityException loading() {
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      return assertThrows(IntegrityException.class, () -> log.load(ID));
    }
  }

  private Path written() {
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(run("t", numbers(8)));
    }
    return folder.resolve("data").resolve(name(0, "npy"));
  }

  @Test
  void aMissingFileIsTold() throws IOException {
    Path file = written();
    Files.delete(file);
    assertEquals(file + ", which a run refers to, is not there", loading().getMessage());
  }

  @Test
  void aFileOfAnotherSizeIsTold() throws IOException {
    Path file = written();
    Files.write(file, new byte[5]);
    assertEquals(file + " should have 192 bytes but has 5", loading().getMessage());
  }

  @Test
  void aFileOfAnotherShapeIsTold() throws IOException {
    Path file = written();
    Npy.write(Tensor.of(new double[8], 4, 2), file);
    assertEquals(
        file + " should hold float64 of the shape [8] but holds float64 of [4, 2]",
        loading().getMessage());
  }

  @Test
  void verifyingLooksAtAllBytes() throws IOException {
    Path file = written();
    Runs.flip(file, 130);
    Files.write(folder.resolve("data/stray.tmp"), new byte[3]);
    Files.write(folder.resolve("data").resolve(new UUID(9, 9) + "-0.npy"), new byte[4]);
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder)) {
      RunInfo run = log.runs().get(0);
      Tensor tensor = (Tensor) log.load(ID).values().get("t");
      assertEquals(8, tensor.size());
      List<Damage> found = log.verify();
      assertEquals(3, found.size(), found::toString);
      assertEquals(Runs.file(folder), found.get(0).file());
      assertEquals(run.offset(), found.get(0).offset());
      assertEquals(ID, found.get(0).run());
      assertTrue(
          found.get(0).reason().startsWith(file + " was changed: its SHA-256 is not "),
          found.get(0)::toString);
      assertEquals(
          new Damage(
              folder.resolve("data").resolve(new UUID(9, 9) + "-0.npy"),
              0,
              4,
              new UUID(9, 9),
              "it belongs to no run of the log"),
          found.get(1));
      assertEquals(
          new Damage(
              folder.resolve("data/stray.tmp"), 0, 3, null, "it belongs to no run of the log"),
          found.get(2));
      assertEquals(
          folder.resolve("data/stray.tmp")
              + " at offset 0, 3 bytes: it belongs to no run of the log",
          found.get(2).toString());
    }
  }

  @Test
  void noOtherFileIsRead() throws IOException {
    String json =
        "{\"id\":\""
            + ID
            + "\",\"name\":\"a\",\"started\":\"2024-06-15T12:00:00Z\",\"values\":{\"t\":"
            + "{\"__datason_type__\":\"datason.ByteFile\",\"__datason_value__\":"
            + "{\"file\":\"data/../../secret\",\"bytes\":1,\"sha256\":\"\"}}}}";
    Files.write(Runs.file(folder), RunFile.LINES.of(json.getBytes()));
    assertEquals(
        "Expected the name of a file in data but found 'data/../../secret'",
        loading().getMessage());
  }
}
