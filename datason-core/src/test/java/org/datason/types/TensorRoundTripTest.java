package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;
import org.datason.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Tensors of all dtypes, shapes and layouts survive in both forms, bit by bit. */
class TensorRoundTripTest {

  private static final Datason ML = Datason.create().with(c -> c.set("tensorForm", "base64"));
  private static final Datason PYTHON = Datason.builder().config(DatasonConfig.python()).build();
  private static final List<Datason> ALL =
      List.of(
          RoundTrip.DATASON,
          ML,
          PYTHON,
          RoundTrip.DATASON.with(c -> c.sortKeys(true).indent(2)),
          ML.with(c -> c.sortKeys(true).predictShapes(false)));

  record Model(String name, Tensor weights, Object more) {}

  @Property
  void survive(@ForAll DType dtype, @ForAll long seed) {
    Random random = new Random(seed);
    List<Origin> origins = List.of(Origin.NUMPY, Origin.TORCH, Origin.TENSORFLOW, Origin.JAX);
    Tensor tensor = Tensors.random(dtype, random).withOrigin(origins.get(random.nextInt(4)));
    for (Datason datason : ALL) {
      String json = datason.toJson(tensor);
      check(tensor, datason.fromJson(json));
      byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
      check(tensor, datason.reader(new ByteArrayInputStream(utf8)).readValue());
      check(tensor, datason.fromJson(json, Tensor.class));
      List<?> list = (List<?>) datason.fromJson(datason.toJson(List.of(tensor, 1, tensor)));
      check(tensor, list.get(2));
      Model model = new Model("m", tensor, tensor);
      Model back = datason.fromJson(datason.toJson(model), Model.class);
      check(tensor, back.weights);
      check(tensor, back.more);
      Datason plain = datason.with(c -> c.hints(false));
      assertEquals(tensor, plain.fromJson(plain.toJson(tensor), Tensor.class));
    }
  }

  private static void check(Tensor tensor, Object back) {
    assertEquals(tensor, back);
    assertEquals(tensor.origin().hint(), ((Tensor) back).origin().hint());
    assertEquals(tensor.origin().device(), ((Tensor) back).origin().device());
  }

  @Property
  void sparseOnesSurvive(@ForAll DType dtype, @ForAll long seed) {
    Random random = new Random(seed);
    int rank = random.nextInt(3) == 0 ? 3 : 2;
    long[] shape = {3, 1 + random.nextInt(1000), 2};
    int n = random.nextInt(6);
    long[] coordinates = new long[n * rank];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = random.nextInt((int) shape[i % rank]);
    }
    Tensor values = Tensors.random(dtype, new long[] {n}, random);
    SparseTensor tensor =
        SparseTensor.of(
            Tensor.of(coordinates, n, rank), values, java.util.Arrays.copyOf(shape, rank));
    SparseTensor other = rank == 2 ? tensor.withFormat("csr") : tensor;
    for (Datason datason : ALL) {
      String json = datason.toJson(Map.of("x", other));
      SparseTensor back = (SparseTensor) ((Map<?, ?>) datason.fromJson(json)).get("x");
      assertEquals(tensor, back, json);
      assertEquals(other.format(), back.format());
      assertEquals(tensor, datason.fromJson(datason.toJson(other), SparseTensor.class));
    }
  }

  @Test
  void theFormOfLists() {
    assertForm(
        RoundTrip.DATASON,
        "numpy.ndarray",
        "{\"dtype\":\"float64\",\"shape\":[2,2],\"data\":[[1.0,3.0],[2.0,\"NaN\"]]}",
        Tensor.of(new double[] {1, 2, 3, Double.NaN}, 2, 2).transpose());
    assertForm(
        PYTHON,
        "numpy.ndarray",
        "{\"dtype\":\"float32\",\"shape\":[3],\"data\":[0.1,NaN,-Infinity],\"nans\":"
            + "[[1,\"NaN:ffc00000\"]]}",
        Tensor.of(
            new float[] {0.1f, Float.intBitsToFloat(0xFFC00000), Float.NEGATIVE_INFINITY}, 3));
    assertForm(
        RoundTrip.DATASON,
        "torch.Tensor",
        "{\"dtype\":\"float16\",\"shape\":[],\"device\":\"cpu\",\"data\":NaN}",
        Tensor.of(new short[] {0x7E00}).view(DType.FLOAT16).withOrigin(Origin.TORCH));
    assertForm(
        RoundTrip.DATASON,
        "numpy.ndarray",
        "{\"dtype\":\"complex128\",\"shape\":[2],\"data\":[\"1.0-2.5j\",\"-inf+nanj\"]}",
        Tensor.ofComplex(new double[] {1, -2.5, Double.NEGATIVE_INFINITY, Double.NaN}, 2));
    assertForm(
        RoundTrip.DATASON,
        "numpy.ndarray",
        "{\"dtype\":\"<U2\",\"shape\":[2],\"data\":[\"ab\",\"\ud83d\ude00\"]}",
        Tensor.of(new String[] {"ab", "\ud83d\ude00"}, 2));
    assertForm(
        RoundTrip.DATASON,
        "numpy.ndarray",
        "{\"dtype\":\"uint64\",\"shape\":[2],\"data\":[18446744073709551615,1]}",
        Tensor.of(new long[] {-1, 1}, 2).view(DType.UINT64));
    assertForm(
        RoundTrip.DATASON,
        "numpy.ndarray",
        "{\"dtype\":\"int8\",\"shape\":[2,0,3],\"data\":[[],[]]}",
        Tensor.empty(DType.INT8, 2, 0, 3));
  }

  @Test
  void theFormOfBase64() {
    assertForm(
        ML,
        "numpy.ndarray",
        "{\"dtype\":\"int16\",\"shape\":[2],\"encoding\":\"base64\",\"data\":\"AQD+/w==\"}",
        Tensor.of(new short[] {1, -2}, 2));
    assertEquals(DatasonConfig.ml().tensorForm(), ML.config().tensorForm());
    SparseTensor sparse =
        SparseTensor.of(Tensor.of(new long[] {0, 1}, 1, 2), Tensor.of(new byte[] {5}, 1), 1, 2);
    assertEquals(
        "{\"__datason_type__\":\"scipy.sparse.matrix\",\"__datason_value__\":{\"format\":\"coo\","
            + "\"dtype\":\"int8\",\"shape\":[1,2],\"encoding\":\"base64\","
            + "\"row\":\"AAAAAAAAAAA=\",\"col\":\"AQAAAAAAAAA=\",\"data\":\"BQ==\"}}",
        ML.toJson(sparse));
    assertEquals(
        "{\"__datason_type__\":\"tf.SparseTensor\",\"__datason_value__\":{\"dtype\":\"int8\","
            + "\"dense_shape\":[1,2],\"indices\":[[0,1]],\"values\":[5]}}",
        RoundTrip.DATASON.toJson(sparse.withFormat(SparseTensor.TENSORFLOW)));
  }

  private static void assertForm(Datason datason, String hint, String value, Tensor tensor) {
    assertEquals(
        "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}",
        datason.toJson(tensor));
  }

  @Test
  void largeOnesInBlocks() {
    double[] numbers = new Random(1).doubles(10_000).toArray();
    for (int n : new int[] {1535, 1536, 1537, 3072, 10_000}) {
      Tensor tensor = Tensor.of(java.util.Arrays.copyOf(numbers, n), n);
      assertEquals(tensor, Survival.untyped(RoundTrip.DATASON, tensor));
      assertEquals(tensor, Survival.untyped(ML, tensor));
      byte[] bytes = new byte[n];
      new Random(n).nextBytes(bytes);
      assertEquals(
          java.util.Base64.getEncoder().encodeToString(bytes),
          ((Hinted) ML.fromJson(ML.toJson(bytes).replace("\"bytes\"", "\"x\""))).value());
      RoundTrip.check(bytes);
    }
    assertInstanceOf(Tensor.class, Survival.untyped(ML, Tensor.of(numbers, 100, 100).transpose()));
  }
}
