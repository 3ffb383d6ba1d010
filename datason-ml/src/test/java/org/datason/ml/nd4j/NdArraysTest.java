package org.datason.ml.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.datason.ml.RandomTensors;
import org.datason.ml.npy.Npz;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays of ND4J, real ones, as tensors and as JSON. All compare bits: equals is approximate. */
class NdArraysTest {

  private static final Datason LIST = Datason.create();
  private static final Datason BASE64 = Datason.builder().config(DatasonConfig.ml()).build();

  @TempDir private Path folder;

  /** An array and what it must be, made by the same steps. */
  private record Twin(INDArray array, Tensor tensor) {

    static Twin random(DType dtype, Random random) {
      long[] shape = new long[random.nextInt(5)];
      boolean empty = random.nextInt(8) == 0;
      for (int i = 0; i < shape.length; i++) {
        shape[i] = empty && random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(4);
      }
      Tensor tensor = RandomTensors.of(dtype, random, shape);
      Twin twin = new Twin(NdArrays.toNdArray(tensor), tensor);
      for (int i = random.nextInt(4); i > 0 && tensor.size() > 0 && shape.length > 0; i--) {
        twin = twin.view(random);
      }
      return twin;
    }

    private Twin view(Random random) {
      int rank = tensor.rank();
      return rank == 0 ? this : random.nextBoolean() ? permuted(random) : cut(random);
    }

    private Twin permuted(Random random) {
      List<Integer> axes = new ArrayList<>();
      for (int i = 0; i < tensor.rank(); i++) {
        axes.add(i);
      }
      Collections.shuffle(axes, random);
      int[] order = axes.stream().mapToInt(i -> i).toArray();
      return new Twin(array.permute(order), tensor.permute(order));
    }

    /** A range or one index of each dimension. */
    private Twin cut(Random random) {
      INDArrayIndex[] cuts = new INDArrayIndex[tensor.rank()];
      Tensor expected = tensor;
      int axis = 0;
      for (int i = 0; i < cuts.length; i++) {
        long n = tensor.shape()[i];
        long from = random.nextInt((int) n);
        if (random.nextInt(3) == 0) {
          cuts[i] = NDArrayIndex.point(from);
          expected = expected.select(axis, from);
        } else if (random.nextBoolean()) {
          cuts[i] = NDArrayIndex.all();
          axis++;
        } else {
          long to = from + 1 + random.nextInt((int) (n - from));
          cuts[i] = NDArrayIndex.interval(from, to);
          expected = expected.slice(axis++, from, to);
        }
      }
      INDArray view = array.get(cuts);
      // Some ranges of vectors are lost by ND4J itself: it gives Nd4j.empty() for them.
      return view.isEmpty() ? this : new Twin(view, expected);
    }
  }

  @Provide
  static Arbitrary<DType> dtypes() {
    return Arbitraries.of(DType.class).filter(d -> d.kind() != DType.Kind.COMPLEX);
  }

  record Layer(String name, INDArray weights, Object more) {}

  @Property(tries = 300)
  void anyViewSurvives(@ForAll("dtypes") DType dtype, @ForAll long seed) {
    Twin twin = Twin.random(dtype, new Random(seed));
    INDArray array = twin.array;
    assertEquals(twin.tensor, NdArrays.toTensor(array));
    for (Datason datason : List.of(LIST, BASE64)) {
      String json = datason.toJson(array);
      assertSame(twin.tensor, datason.fromJson(json));
      assertSame(twin.tensor, datason.fromJson(json, INDArray.class));
      assertEquals(twin.tensor, datason.fromJson(json, Tensor.class));
      Layer layer = new Layer("dense", array, array);
      Layer back = datason.fromJson(datason.toJson(layer), Layer.class);
      assertSame(twin.tensor, back.weights);
      assertSame(twin.tensor, back.more);
      Datason plain = datason.with(c -> c.hints(false).exactNumbers(false));
      assertSame(twin.tensor, plain.fromJson(plain.toJson(array), INDArray.class));
    }
  }

  private static void assertSame(Tensor expected, Object actual) {
    INDArray array = assertInstanceOf(INDArray.class, actual);
    assertEquals(expected, NdArrays.toTensor(array));
    assertEquals(NdTypes.dataType(expected.dtype()), array.dataType());
    assertArrayEquals(expected.shape(), array.shape());
  }

  /** ND4J itself sees the elements where we see them. */
  @Test
  void elementsAreThoseOfNd4j() {
    float[] numbers = new float[24];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    INDArray columns = Nd4j.create(numbers, new long[] {2, 3, 4}, 'f');
    INDArray rows =
        Nd4j.create(numbers, new long[] {4, 3, 2}, 'c').castTo(DataType.DOUBLE).permute(2, 1, 0);
    INDArray everySecond = columns.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2, 3));
    for (INDArray array : List.of(columns, rows, everySecond, rows.dup('f'))) {
      Tensor tensor = NdArrays.toTensor(array);
      long[] shape = array.shape();
      assertArrayEquals(shape, tensor.shape());
      for (int i = 0; i < shape[0]; i++) {
        for (int j = 0; j < shape[1]; j++) {
          for (int k = 0; k < shape[2]; k++) {
            assertEquals(array.getDouble(i, j, k), tensor.getDouble(i, j, k));
          }
        }
      }
    }
    INDArray made = NdArrays.toNdArray(Tensor.of(new int[] {1, 2, 3, 4, 5, 6}, 3, 2).transpose());
    assertEquals(3, made.getInt(0, 1));
    assertEquals(2, made.getInt(1, 0));
    INDArray texts = Nd4j.create(List.of("a", "bc", "", "d"), 2, 2);
    assertEquals(
        Tensor.of(new String[] {"a", "", "bc", "d"}, 2, 2), NdArrays.toTensor(texts.transpose()));
    Tensor beyondAscii = Tensor.of(new String[] {"\u00e9", "\ud83d\ude00", "x"}, 3);
    assertEquals("\ud83d\ude00", NdArrays.toNdArray(beyondAscii).getString(1));
    assertEquals(
        Tensor.of(new boolean[] {true, false}, 2),
        NdArrays.toTensor(Nd4j.createFromArray(true, false)));
    assertEquals(Tensor.scalar(2.5), NdArrays.toTensor(Nd4j.scalar(2.5)));
  }

  @Test
  void theFormIsThatOfNumPy() {
    assertEquals(
        "{\"__datason_type__\":\"numpy.ndarray\","
            + "\"__datason_java__\":\"org.nd4j.linalg.api.ndarray.INDArray\","
            + "\"__datason_value__\":{\"dtype\":\"float32\",\"shape\":[2,2],"
            + "\"data\":[[1.0,3.0],[2.0,4.0]]}}",
        LIST.toJson(Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).transpose()));
  }

  @Test
  void anyFormOfATensorIsRead() {
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
    for (Origin origin : List.of(Origin.NUMPY, Origin.TORCH, Origin.TENSORFLOW, Origin.JAX)) {
      String json = LIST.toJson(tensor.withOrigin(origin));
      assertSame(tensor, LIST.fromJson(json, INDArray.class));
      assertInstanceOf(Tensor.class, LIST.fromJson(json));
    }
    assertSame(tensor, LIST.fromJson("[[1.0,2.0],[3.0,4.0]]", INDArray.class));
    assertSame(
        Tensor.of(new double[] {1, 2}, 2),
        LIST.fromJson(LIST.toJson(new double[] {1, 2}), INDArray.class));
    String scalar = "{\"__datason_type__\":\"numpy.float32\",\"__datason_value__\":0.5}";
    assertSame(Tensor.of(new float[] {0.5f}), LIST.fromJson(scalar, INDArray.class));
  }

  @Test
  void emptyOfNoDimensionsIsNotEmptyOfOne() {
    for (DataType type : List.of(DataType.FLOAT, DataType.UTF8, DataType.BOOL)) {
      INDArray none = Nd4j.empty(type);
      String json = LIST.toJson(none);
      for (Object back :
          List.of(
              LIST.fromJson(json),
              LIST.fromJson(json, INDArray.class),
              LIST.fromJson(LIST.toJson(new Layer("", none, none)), Layer.class).weights)) {
        INDArray array = assertInstanceOf(INDArray.class, back);
        assertEquals(type, array.dataType());
        assertTrue(array.isEmpty());
        assertEquals(0, array.rank());
      }
      assertArrayEquals(new long[] {0}, LIST.fromJson(json, Tensor.class).shape());
      INDArray one = (INDArray) LIST.fromJson(LIST.toJson(Nd4j.create(type, 0)));
      assertArrayEquals(new long[] {0}, one.shape());
    }
    String full =
        LIST.toJson(Nd4j.createFromArray(1, 2))
            .replace("org.nd4j.linalg.api.ndarray.INDArray", "org.nd4j.linalg.factory.Nd4j.empty");
    assertTrue(
        assertThrows(MismatchException.class, () -> LIST.fromJson(full))
            .getMessage()
            .contains("it is no empty array of ND4J"));
  }

  @Test
  void parametersByTheirNames() throws IOException {
    Map<String, INDArray> parameters = new LinkedHashMap<>();
    parameters.put("0_W", Nd4j.rand(DataType.FLOAT, 3, 2).transpose());
    parameters.put("0_b", Nd4j.zeros(DataType.BFLOAT16, 1, 3));
    Map<String, Tensor> tensors = NdArrays.toTensors(parameters);
    assertEquals(List.of("0_W", "0_b"), List.copyOf(tensors.keySet()));
    Path file = folder.resolve("parameters.npz");
    Npz.write(tensors, file);
    assertEquals(tensors, NdArrays.toTensors(NdArrays.toNdArrays(Npz.read(file))));
    for (Datason datason : List.of(LIST, BASE64)) {
      String json = datason.toJson(parameters);
      Map<String, INDArray> back = datason.fromJson(json, new TypeRef<Map<String, INDArray>>() {});
      assertEquals(tensors, NdArrays.toTensors(back));
      Map<?, ?> untyped = (Map<?, ?>) datason.fromJson(json);
      assertSame(tensors.get("0_W"), untyped.get("0_W"));
    }
  }

  @Test
  void nothingIsCopiedUnlessItMustBe() {
    INDArray array = Nd4j.createFromArray(1.0, 2.0, 3.0);
    Tensor view = NdArrays.toTensor(array);
    array.putScalar(1, 7);
    assertArrayEquals(new double[] {1, 7, 3}, view.toDoubleArray());
    Tensor kept;
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace("NdArraysTest")) {
      INDArray attached = Nd4j.createFromArray(1.0, 2.0, 3.0, 4.0).reshape(2, 2).transpose();
      assertTrue(attached.isAttached());
      kept = NdArrays.toTensor(attached);
      attached.putScalar(0, 1, 7);
      assertEquals(false, NdArrays.toNdArray(kept).isAttached());
      assertEquals(1, workspace.getGenerationId() >= 0 ? 1 : 0);
    }
    assertArrayEquals(new double[] {1, 3, 2, 4}, kept.toDoubleArray());
  }

  /** The tensor alone is left; if it did not keep the array, its memory would be used again. */
  @Test
  void aTensorKeepsItsArray() {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tensors.add(
          NdArrays.toTensor(Nd4j.valueArrayOf(new long[] {50_000}, i, DataType.DOUBLE))
              .slice(0, 10, 20));
      if (i % 10 == 0) {
        System.gc();
      }
    }
    System.gc();
    for (int i = 0; i < 50; i++) {
      double[] expected = new double[10];
      Arrays.fill(expected, i);
      assertArrayEquals(expected, tensors.get(i).toDoubleArray());
    }
  }

  @Test
  void beyondTwoGiB() {
    long n = (1L << 31) + 100;
    INDArray large = Nd4j.createUninitialized(DataType.INT8, new long[] {n}, 'c');
    for (long i : new long[] {0, 1L << 30, n - 1}) {
      large.putScalar(i, 5);
    }
    Tensor tensor = NdArrays.toTensor(large);
    assertEquals(n, tensor.size());
    assertEquals(5, tensor.getLong(0));
    assertEquals(5, tensor.getLong(1L << 30));
    assertEquals(5, tensor.getLong(n - 1));
    INDArray end = large.get(NDArrayIndex.interval(n - 50, n));
    end.assign(3);
    assertEquals(3, tensor.getLong(n - 50));
    byte[] threes = new byte[50];
    Arrays.fill(threes, (byte) 3);
    assertSame(Tensor.of(threes, 50), BASE64.fromJson(BASE64.toJson(end)));
    large.close();
  }

  @Test
  void whatNd4jHasNot() {
    Tensor complex = Tensor.ofComplex(new float[] {1, 2}, 1);
    assertRefused(
        "ND4J has no arrays of complex64; read it as a Tensor, or keep the real and the imaginary"
            + " parts apart",
        complex);
    long[] shape = new long[33];
    Arrays.fill(shape, 1);
    assertRefused(
        "ND4J has no arrays of 33 dimensions, but at most 32", Tensor.of(new int[1], shape));
    assertRefused(
        "ND4J has no text with half a pair of surrogates",
        Tensor.of(new String[] {"a", "\ud83d"}, 2));
    String json = LIST.toJson(Map.of("x", List.of(complex)));
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> LIST.fromJson(json, new TypeRef<Map<String, List<INDArray>>>() {}));
    assertEquals(
        "Expected an INDArray but found an object (ND4J has no arrays of complex64; read it as a"
            + " Tensor, or keep the real and the imaginary parts apart) at"
            + " $.x[0].__datason_value__ (line 1, column 63, offset 62)",
        e.getMessage());
  }

  private static void assertRefused(String message, Tensor tensor) {
    assertEquals(
        message,
        assertThrows(UnsupportedTypeException.class, () -> NdArrays.toNdArray(tensor))
            .getMessage());
  }

  @Test
  void arraysWithoutElementsToSee() {
    INDArray closed = Nd4j.createFromArray(1, 2);
    closed.close();
    assertEquals(
        "An INDArray that was closed has no elements any more",
        assertThrows(UnsupportedTypeException.class, () -> NdArrays.toTensor(closed)).getMessage());
    DatasonException e =
        assertThrows(DatasonException.class, () -> LIST.toJson(List.of(1, closed)));
    assertEquals("An INDArray that was closed has no elements any more at $[1]", e.getMessage());
    INDArray texts = Nd4j.create(List.of("a", "b\u00e9"), 2);
    assertEquals(
        "An INDArray of UTF8 has a text that is no UTF-8, at 1; Nd4j.create keeps ASCII alone, so"
            + " make it with NdArrays.toNdArray",
        assertThrows(UnsupportedTypeException.class, () -> NdArrays.toTensor(texts)).getMessage());
  }
}
