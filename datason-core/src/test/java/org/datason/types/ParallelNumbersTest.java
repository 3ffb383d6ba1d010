package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Datason;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.NonFiniteForm;
import org.datason.config.TensorForm;
import org.datason.error.DatasonException;
import org.datason.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large tensors and arrays of numbers are written and read by several workers as by one. */
class ParallelNumbersTest {

  private static Datason with(UnaryOperator<DatasonConfigBuilder> change) {
    return Datason.create().with(c -> c.parallelFrom(0)).with(change);
  }

  /** As many numbers as a shape has, of all kinds. */
  private static double[] numbers(Random random, int n) {
    double[] odd = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      -0.0,
      Double.longBitsToDouble(0xFFF8_0000_0000_0001L),
      1e300,
      3
    };
    int seldom = 1 + random.nextInt(3000);
    return random
        .doubles(n)
        .map(x -> random.nextInt(seldom) == 0 ? odd[random.nextInt(odd.length)] : x)
        .toArray();
  }

  private static Tensor tensor(Random random) {
    int[][] shapes = {{20_000}, {150, 140}, {2, 3, 4000}, {20_000, 1}, {17, 0}, {1, 1000, 17}};
    int[] shape = shapes[random.nextInt(shapes.length)];
    long[] dimensions = new long[shape.length];
    int n = 1;
    for (int i = 0; i < shape.length; i++) {
      dimensions[i] = shape[i];
      n *= shape[i];
    }
    double[] values = numbers(random, n);
    switch (random.nextInt(4)) {
      case 0:
        return Tensor.of(values, dimensions);
      case 1:
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
          floats[i] = (float) values[i];
        }
        return Tensor.of(floats, dimensions);
      case 2:
        return Tensor.of(random.longs(n).toArray(), dimensions);
      default:
        String[] texts = new String[n];
        for (int i = 0; i < n; i++) {
          texts[i] = i % 50 == 0 ? "],[\"" + i : "t" + values[i];
        }
        return Tensor.of(texts, dimensions);
    }
  }

  @Property(tries = 60)
  void everyTensorComesTheSameWay(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int workers) {
    Random random = new Random(seed);
    Tensor tensor = tensor(random);
    NonFiniteForm[] forms = {NonFiniteForm.HINTED, NonFiniteForm.NULL, NonFiniteForm.TEXT};
    NonFiniteForm form = forms[random.nextInt(3)];
    int indent = random.nextInt(4) == 0 ? 1 : 0;
    boolean base64 = random.nextInt(4) == 0;
    Datason one =
        with(
            c ->
                c.workers(1)
                    .nonFiniteForm(form)
                    .indent(indent)
                    .tensorForm(base64 ? TensorForm.BASE64 : TensorForm.LIST));
    Datason many = one.with(c -> c.workers(workers));
    byte[] json = one.toBytes(tensor);
    assertArrayEquals(json, many.toBytes(tensor));
    if (form == NonFiniteForm.HINTED) {
      assertEquals(tensor, many.fromJson(json));
      assertEquals(tensor, many.fromJson(json, Tensor.class));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void arraysOfNumbersComeBack(boolean hints) {
    Datason one = with(c -> c.workers(1).hints(hints));
    Datason many = one.with(c -> c.workers(3));
    double[] values = numbers(new Random(1), 30_000);
    float[] floats = new float[values.length];
    long[] longs = new long[values.length];
    int[] ints = new int[values.length];
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
      longs[i] = Double.doubleToLongBits(values[i]);
      ints[i] = (int) longs[i];
      flags[i] = i % 3 == 0;
    }
    for (Object array : new Object[] {values, floats, longs, ints, flags}) {
      byte[] json = one.toBytes(array);
      assertArrayEquals(json, many.toBytes(array));
      Object back = many.fromJson(json, array.getClass());
      assertArrayEquals(new Object[] {one.fromJson(json, array.getClass())}, new Object[] {back});
    }
  }

  private static Object read(Datason datason, byte[] json, Class<?> type) {
    try {
      return datason.fromJson(json, type);
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  @Property(tries = 150)
  void everyErrorIsTheSame(@ForAll long seed, @ForAll byte changed) {
    Random random = new Random(seed);
    boolean array = random.nextBoolean();
    int most = 15_000 + random.nextInt(15_000);
    boolean hints = random.nextBoolean();
    Datason one = with(c -> c.workers(1).hints(hints).maxItems(most));
    Object value = array ? random.doubles(20_000).toArray() : tensor(random);
    byte[] json = with(c -> c.workers(1).hints(hints)).toBytes(value);
    for (int i = random.nextInt(3); i > 0; i--) {
      json[random.nextInt(json.length)] = changed;
      json[random.nextInt(json.length)] = (byte) "[],\"1e".charAt(random.nextInt(6));
    }
    Class<?> type = array ? double[].class : Tensor.class;
    Object expected = read(one, json, type);
    Object found = read(one.with(c -> c.workers(3)), json, type);
    assertTrue(
        Objects.deepEquals(expected, found),
        () -> shown(expected) + " but was " + shown(found)); // not all of a large array
  }

  private static String shown(Object value) {
    return value instanceof String text ? text : value.getClass().toString();
  }
}
