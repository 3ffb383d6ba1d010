package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's datason writes for arrays, in both dialects, and what it loads as. */
class TensorFormsTest {

  /** Made by Python datason 2.0.0a1 with numpy. */
  @Test
  void arraysOfNumpy() {
    assertLoads(
        Tensor.of(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, -0.0}, 2, 2),
        "{\"data\": [[1.0, NaN], [Infinity, -0.0]], \"dtype\": \"float64\", \"shape\": [2, 2]}");
    assertLoads(Tensor.scalar(2.5), "{\"data\": 2.5, \"dtype\": \"float64\", \"shape\": []}");
    assertLoads(
        Tensor.of(new float[] {0.1f}, 1),
        "{\"data\": [0.10000000149011612], \"dtype\": \"float32\", \"shape\": [1]}");
    assertLoads(
        Tensor.of(new short[] {0x2E66, (short) 0xFBFF}, 2).view(DType.FLOAT16),
        "{\"data\": [0.0999755859375, -65504.0], \"dtype\": \"float16\", \"shape\": [2]}");
    assertLoads(
        Tensor.of(new byte[] {-1}, 1).view(DType.UINT8),
        "{\"data\": [255], \"dtype\": \"uint8\", \"shape\": [1]}");
    assertLoads(
        Tensor.of(new boolean[] {true, false}, 2),
        "{\"data\": [true, false], \"dtype\": \"bool\", \"shape\": [2]}");
    assertLoads(
        Tensor.empty(DType.INT64, 0, 3), "{\"data\": [], \"dtype\": \"int64\", \"shape\": [0, 3]}");
    assertLoads(
        Tensor.of(new String[] {"a", "bc"}, 2),
        "{\"data\": [\"a\", \"bc\"], \"dtype\": \"<U5\", \"shape\": [2]}");
    assertLoads(
        Tensor.of(new String[] {"a"}), "{\"data\": \"a\", \"dtype\": \"<U1\", \"shape\": []}");
    assertLoads(Tensor.of(new int[] {7}, 1), "{\"data\": [7], \"dtype\": \">i4\", \"shape\": [1]}");
    assertLoads(
        Tensor.ofComplex(new float[] {1, 2, 3, -4}, 2),
        "{\"data\": [[1, 2], \"(3-4j)\"], \"dtype\": \"complex64\", \"shape\": [2]}");
    assertLoads(Tensor.of(new int[] {1, 2}, 1, 2), "{\"dtype\": \"int32\", \"data\": [[1, 2]]}");
    assertLoads(Tensor.of(new long[] {1, 2}, 2, 1), "[[1], [2]]");
    assertLoads(Tensor.of(new double[] {1, 0.5}, 2), "[1, 0.5]");
    assertLoads(Tensor.empty(DType.FLOAT64, 2, 0), "[[], []]");
    assertLoads(Tensor.of(new boolean[] {true}, 1), "[true]");
    assertLoads(Tensor.of(new String[] {"x"}, 1), "[\"x\"]");
    assertLoads(Tensor.scalar(5L), "5");
  }

  private static void assertLoads(Tensor expected, String value) {
    String json = hinted("numpy.ndarray", value);
    assertEquals(expected, RoundTrip.DATASON.fromJson(json));
    assertEquals(expected, RoundTrip.DATASON.fromJson(json, Tensor.class));
  }

  private static String hinted(String hint, String value) {
    return "{\"__datason_type__\": \"" + hint + "\", \"__datason_value__\": " + value + "}";
  }

  @Test
  void theOriginIsRemembered() {
    String value = "{\"dtype\":\"float32\",\"shape\":[1],\"data\":[0.5]}";
    for (String hint : new String[] {"numpy.ndarray", "tf.Tensor", "tf.Variable", "jax.Array"}) {
      assertStays("{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}");
    }
    assertStays(
        "{\"__datason_type__\":\"torch.Tensor\",\"__datason_value__\":{\"dtype\":"
            + "\"torch.bfloat16\",\"shape\":[1],\"device\":\"cuda:0\",\"data\":[0.5]}}");
    assertStays(
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":{\"dtype\":"
            + "\"<U9\",\"shape\":[1],\"data\":[\"x\"]}}");
  }

  /** As tensors without dimensions, of the dtype that the hint says. */
  @Test
  void scalarsOfNumpy() {
    assertScalar(Tensor.scalar(5L), "numpy.integer", "5");
    assertScalar(Tensor.scalar(0.5), "numpy.floating", "0.5");
    assertScalar(Tensor.scalar(Double.NaN), "numpy.floating", "NaN");
    assertScalar(Tensor.of(new float[] {0.1f}), "numpy.float32", "0.1");
    assertScalar(Tensor.of(new byte[] {5}), "numpy.int8", "5");
    assertScalar(Tensor.of(new byte[] {-1}).view(DType.UINT8), "numpy.uint8", "255");
    assertScalar(Tensor.of(new boolean[] {true}), "numpy.bool_", "true");
    assertScalar(Tensor.of(new String[] {"x"}), "numpy.str_", "\"x\"");
    assertScalar(Tensor.ofComplex(new double[] {1, -2}), "numpy.complex", "[1.0,-2.0]");
    assertScalar(Tensor.ofComplex(new float[] {1, -2}), "numpy.complex64", "[1.0,-2.0]");
  }

  private static void assertScalar(Tensor expected, String hint, String value) {
    String json = "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}";
    assertEquals(expected, RoundTrip.DATASON.fromJson(json));
    assertStays(json);
    Tensor array = ((Tensor) RoundTrip.DATASON.fromJson(json)).reshape(1, 1); // no scalar any more
    Object back = RoundTrip.DATASON.fromJson(RoundTrip.DATASON.toJson(array));
    assertEquals(array, back);
    assertEquals(Origin.NUMPY.hint(), ((Tensor) back).origin().hint());
  }

  private static void assertStays(String json) {
    assertEquals(json, RoundTrip.DATASON.toJson(assertInstanceOf(Tensor.class, load(json))));
  }

  private static Object load(String json) {
    return RoundTrip.DATASON.fromJson(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy.ndarray|{\"data\":[1,{\"a\":null}],\"dtype\":\"object\",\"shape\":[2]}",
        "numpy.ndarray|{\"dtype\":\"datetime64[ns]\",\"shape\":[1],\"data\":[1]}",
        "numpy.ndarray|{\"data\":[1],\"dtype\":\"[('x', '<f4')]\",\"shape\":[1]}",
        "numpy.ndarray|{\"data\":[1],\"shape\":[1]}",
        "numpy.ndarray|{\"dtype\":\"int8\",\"shape\":[1]}",
        "numpy.ndarray|{\"dtype\":\"int8\",\"shape\":1,\"data\":[1]}",
        "numpy.ndarray|{\"dtype\":8,\"shape\":[1],\"data\":[1]}",
        "numpy.ndarray|{\"dtype\":\"int8\",\"shape\":[1],\"data\":[1],\"more\":1}",
        "numpy.ndarray|{\"dtype\":\"int8\",\"shape\":[1],\"encoding\":\"hex\",\"data\":\"01\"}",
        "numpy.ndarray|[[1],[2,3]]",
        "numpy.ndarray|[1,\"x\"]",
        "numpy.ndarray|[true,1]",
        "numpy.ndarray|[9007199254740993,0.5]",
        "numpy.ndarray|[null]",
        "numpy.ndarray|null",
        "torch.Tensor|[1]",
        "torch.Tensor|{\"data\":[1],\"dtype\":\"float32\",\"shape\":[1],\"requires_grad\":true}",
        "numpy.integer|true",
        "numpy.str_|1",
        "numpy.generic|1",
        "tf.SparseTensor|[1]",
        "tf.SparseTensor|{\"indices\":[[0]],\"values\":[1],\"dense_shape\":[1]}",
        "scipy.sparse.matrix|{\"format\":\"csr\",\"row\":[0],\"dtype\":\"int8\",\"shape\":[1,1]}",
        "scipy.sparse.matrix|{\"format\":\"csr\",\"what\":[0],\"dtype\":\"int8\",\"shape\":[1,1]}"
      })
  void whatIsNoTensorStaysAsItIs(String form) {
    int bar = form.indexOf('|');
    String json =
        "{\"__datason_type__\":\""
            + form.substring(0, bar)
            + "\",\"__datason_value__\":"
            + form.substring(bar + 1)
            + "}";
    assertInstanceOf(Hinted.class, load(json));
    assertEquals(json, RoundTrip.DATASON.toJson(load(json)));
    assertEquals(
        "[" + json + "," + json + "]",
        RoundTrip.DATASON.toJson(load("[" + json + "," + json + "]")));
    assertThrows(DatasonException.class, () -> RoundTrip.DATASON.fromJson(json, Tensor.class));
  }

  @Test
  void sparseOnes() {
    SparseTensor sparse =
        (SparseTensor)
            load(
                hinted(
                    "scipy.sparse.matrix",
                    "{\"format\": \"csr\", \"row\": [0, 1], \"col\": [2, 0], \"data\": [5.0, NaN],"
                        + " \"shape\": [2, 3], \"dtype\": \"float64\"}"));
    assertEquals("csr", sparse.format());
    assertArrayEquals(new long[] {0, 2, 1, 0}, sparse.indices().toLongArray());
    assertArrayEquals(new double[] {5, Double.NaN}, sparse.values().toDoubleArray());
    sparse =
        (SparseTensor)
            load(
                hinted(
                    "tf.SparseTensor",
                    "{\"indices\": [[0, 1, 2]], \"values\": [7], \"dense_shape\": [1, 2, 3],"
                        + " \"dtype\": \"int64\"}"));
    assertEquals(SparseTensor.TENSORFLOW, sparse.format());
    assertEquals(7, sparse.values().getLong(0));
    assertEquals(
        "sparse(tf, shape=(1, 2, 3), values=array([7], shape=(1,), dtype=int64))",
        sparse.toString());
  }

  @Test
  void wrongSparseOnes() {
    assertSparse(
        "it has 2 rows but 1 columns", "\"row\":[0,0],\"col\":[0],\"data\":[1],\"shape\":[1,1]");
    assertSparse(
        "The coordinate 4 is outside of the shape (1, 1)",
        "\"row\":[4],\"col\":[0],\"data\":[1],\"shape\":[1,1]");
    assertSparse(
        "Expected coordinates of int64 and the shape (2, 2) beside one dimension of values but"
            + " found int64 of (1, 2) and values of (2,)",
        "\"row\":[0],\"col\":[0],\"data\":[1,2],\"shape\":[1,1]");
    SparseTensor sparse =
        SparseTensor.of(Tensor.empty(DType.INT64, 0, 1), Tensor.empty(DType.INT8, 0), 5);
    Exception e = assertThrows(IllegalArgumentException.class, () -> sparse.withFormat("csr"));
    assertEquals("The format csr has two dimensions, not 1", e.getMessage());
  }

  private static void assertSparse(String reason, String members) {
    assertRejected(
        SparseTensor.class,
        "SparseTensor",
        reason,
        "{\"format\":\"coo\",\"dtype\":\"int8\"," + members + "}");
  }

  @Test
  void wrongData() {
    assertWrong("a list at dimension 0 has 1 item where the shape has 2", "int8", "[2]", "[1]");
    assertWrong(
        "a list at dimension 1 has 3 items where the shape has 2", "int8", "[1,2]", "[[1,2,3]]");
    assertWrong(
        "a list at dimension 0 has 1 item where the shape has 1099511627776",
        "float64",
        "[1099511627776]",
        "[1]");
    assertWrong("the shape [-1] has a negative length", "int8", "[-1]", "[1]");
    assertWrong(
        "the shape [4294967296, 4294967296] has more elements than can be counted",
        "int8",
        "[4294967296,4294967296]",
        "[]");
    assertWrong("128 is out of the range of int8", "int8", "[1]", "[128]");
    assertWrong("-1 is out of the range of uint32", "uint32", "[1]", "[-1]");
    assertWrong("-1 is out of the range of uint64", "uint64", "[1]", "[-1]");
    assertWrong("70000.0 is out of the range of float16", "float16", "[1]", "[7e4]");
    assertWrong("'1+2' is no complex number", "complex64", "[1]", "[\"1+2\"]");
    assertWrong("'1+0x2j' is no complex number of this width", "complex64", "[1]", "[\"1+0x2j\"]");
    assertWrong(
        "NaN:0001 is no NaN of it at the index 0",
        "float16",
        "[1]",
        "[1],\"nans\":[[0,\"NaN:0001\"]]");
    assertWrong(
        "NaN:7e01 is no NaN of it at the index 1",
        "float16",
        "[1]",
        "[1],\"nans\":[[1,\"NaN:7e01\"]]");
    assertWrong("x is no NaN of int8", "int8", "[1]", "[1],\"nans\":[[0,\"x\"]]");
    assertWrong("x is no NaN of float32", "float32", "[1]", "[1],\"nans\":[[0,\"x\"]]");
    assertWrong(
        "its data has 3 bytes where 2 elements of int16 have 4",
        "int16",
        "[2]",
        "\"AAAA\",\"encoding\":\"base64\"");
    assertRejected(Tensor.class, "Tensor", "it has no dtype", "{\"data\":[1]}");
    assertRejected(
        Tensor.class,
        "Tensor",
        "there is no tensor of object",
        "{\"data\":[1],\"dtype\":\"object\"}");
    MismatchException e =
        assertThrows(
            MismatchException.class, () -> RoundTrip.DATASON.fromJson("[1,[2]]", Tensor.class));
    assertEquals(
        "Expected a Tensor but found an array (lists as a tensor must be of one length and hold"
            + " numbers, booleans or texts alone) at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  private static void assertWrong(String reason, String dtype, String shape, String data) {
    String value = "\"dtype\":\"" + dtype + "\",\"shape\":" + shape;
    assertRejected(Tensor.class, "Tensor", reason, "{" + value + ",\"data\":" + data + "}");
    assertRejected(Tensor.class, "Tensor", reason, "{\"data\":" + data + "," + value + "}");
  }

  private static void assertRejected(Class<?> type, String name, String reason, String json) {
    MismatchException e =
        assertThrows(MismatchException.class, () -> RoundTrip.DATASON.fromJson(json, type));
    assertEquals(
        "Expected a "
            + name
            + " but found an object ("
            + reason
            + ") at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void plainListsWhereATensorIsAskedFor() {
    assertEquals(
        Tensor.of(new double[] {1, 2.5}, 1, 2),
        RoundTrip.DATASON.fromJson("[[1,2.5]]", Tensor.class));
    assertArrayEquals(
        new double[] {1},
        RoundTrip.DATASON.fromJson(
            RoundTrip.DATASON.toJson(Tensor.of(new double[] {1}, 1)), double[].class));
    assertEquals(
        Tensor.of(new double[] {1}, 1),
        RoundTrip.DATASON.fromJson(RoundTrip.DATASON.toJson(new double[] {1}), Tensor.class));
  }

  @Test
  void originsAreOfTensors() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new Origin("uuid.UUID", null, null));
    assertEquals(
        "Expected the hint of an array or of a scalar of numpy but found 'uuid.UUID'",
        e.getMessage());
  }
}
