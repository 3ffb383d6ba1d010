package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArrayRoundTripTest {

  @Property(tries = 200)
  void integers(
      @ForAll boolean[] booleans,
      @ForAll short[] shorts,
      @ForAll int[] ints,
      @ForAll long[] longs) {
    RoundTrip.check(booleans);
    RoundTrip.check(shorts);
    RoundTrip.check(ints);
    RoundTrip.check(longs);
  }

  @Property(tries = 200)
  void doubles(@ForAll long[] bits) {
    double[] array = new double[2 * bits.length];
    for (int i = 0; i < bits.length; i++) {
      array[2 * i] = Double.longBitsToDouble(bits[i]);
      array[2 * i + 1] = Double.longBitsToDouble(bits[i] | 0x7FF0000000000000L);
    }
    RoundTrip.check(array);
  }

  @Property(tries = 200)
  void floats(@ForAll int[] bits) {
    float[] array = new float[2 * bits.length];
    for (int i = 0; i < bits.length; i++) {
      array[2 * i] = Float.intBitsToFloat(bits[i]);
      array[2 * i + 1] = Float.intBitsToFloat(bits[i] | 0x7F800000);
    }
    RoundTrip.check(array);
  }

  @Test
  void emptyAndLongOnes() {
    RoundTrip.check(new int[0]);
    RoundTrip.check(new double[0]);
    RoundTrip.check(new long[100_000]);
    RoundTrip.check(new boolean[17]);
  }

  @Test
  void numpyFormOfEach() {
    assertNumpy("boolean[]", "[true,false]", "bool", new boolean[] {true, false});
    assertNumpy("short[]", "[-1,2]", "int16", new short[] {-1, 2});
    assertNumpy("int[]", "[-1,2]", "int32", new int[] {-1, 2});
    assertNumpy("long[]", "[-1,2]", "int64", new long[] {-1, 2});
    assertNumpy("float[]", "[0.1,\"NaN\"]", "float32", new float[] {0.1f, Float.NaN});
    assertNumpy(
        "double[]",
        "[-0.0,\"-Infinity\"]",
        "float64",
        new double[] {-0.0, Double.NEGATIVE_INFINITY});
  }

  private static void assertNumpy(String java, String data, String dtype, Object array) {
    assertEquals(
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_java__\":\""
            + java
            + "\",\"__datason_value__\":{\"data\":"
            + data
            + ",\"dtype\":\""
            + dtype
            + "\",\"shape\":[2]}}",
        RoundTrip.DATASON.toJson(array));
    assertEquals(data, RoundTrip.PLAIN.toJson(array));
  }

  @Test
  void bitsOfNanStandBesideTheData() {
    double[] array = {1, Double.NaN, Double.longBitsToDouble(0xFFF8000000000000L)};
    assertEquals(
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_java__\":\"double[]\","
            + "\"__datason_value__\":{\"data\":[1.0,\"NaN\",\"NaN\"],\"dtype\":\"float64\","
            + "\"shape\":[3],\"nans\":[[2,\"NaN:fff8000000000000\"]]}}",
        RoundTrip.DATASON.toJson(array));
  }

  @Test
  void typedReadsTakeListsAndPythonsArrays() {
    assertArrayEquals(new int[] {1, 2}, read("[1,2]", int[].class));
    assertArrayEquals(new double[] {1, 2.5}, read("[1,2.5]", double[].class));
    assertArrayEquals(new boolean[] {true}, read("[true]", boolean[].class));
    String numpy =
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":"
            + "{\"shape\":[3],\"data\":[NaN,-Infinity,3],\"dtype\":\"float64\"}}";
    assertArrayEquals(
        new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 3}, read(numpy, double[].class));
    assertArrayEquals(
        new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 3}, read(numpy, float[].class));
    String old = "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":[1,2]}";
    assertArrayEquals(new short[] {1, 2}, read(old, short[].class));
  }

  private static <T> T read(String json, Class<T> type) {
    return RoundTrip.DATASON.fromJson(json, type);
  }
}
