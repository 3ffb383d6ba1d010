package org.datason.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SparseTensor_toDenseTest {

  private static SparseTensor sparse(Tensor values, long[] shape, long... coordinates) {
    return SparseTensor.of(Tensor.of(coordinates, values.size(), shape.length), values, shape);
  }

  @Test
  void valuesStandAtTheirCoordinates() {
    Tensor dense =
        sparse(Tensor.of(new double[] {5, 7}, 2), new long[] {2, 3}, 0, 2, 1, 0).toDense();
    assertEquals(Tensor.of(new double[] {0, 0, 5, 7, 0, 0}, 2, 3), dense);
    Tensor texts =
        sparse(Tensor.of(new String[] {"a"}, 1), new long[] {1, 2, 1}, 0, 1, 0).toDense();
    assertEquals(Tensor.of(new String[] {"", "a"}, 1, 2, 1), texts);
    assertEquals(
        Tensor.empty(DType.INT8, 0, 3),
        sparse(Tensor.empty(DType.INT8, 0), new long[] {0, 3}).toDense());
    assertEquals(Tensor.scalar(4L), sparse(Tensor.of(new long[] {4}, 1), new long[0]).toDense());
  }

  /** Each coordinate once: the bits are those of the values, all others are zero. */
  @Property(tries = 300)
  void bitsAreKept(@ForAll DType dtype, @ForAll long seed) {
    Random random = new Random(seed);
    long[] shape = {1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(3)};
    Map<Integer, long[]> places = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      long[] at = Arrays.stream(shape).map(n -> random.nextInt((int) n)).toArray();
      places.put(Arrays.hashCode(at), at);
    }
    long[] coordinates = places.values().stream().flatMapToLong(Arrays::stream).toArray();
    Tensor values = Tensors.random(dtype, new long[] {places.size()}, random);
    Tensor dense = sparse(values, shape, coordinates).toDense();
    assertArrayEquals(shape, dense.shape());
    int i = 0;
    for (long[] at : places.values()) {
      Tensor element = dense.select(0, at[0]).select(0, at[1]).select(0, at[2]);
      assertEquals(values.select(0, i++), element);
    }
    long others = dense.size() - places.size();
    Object zero = dtype == DType.TEXT ? "" : dtype == DType.BOOL ? (Object) false : (Object) 0L;
    long zeros = Tensors.elements(dense).stream().filter(zero::equals).count();
    long own = Tensors.elements(values).stream().filter(zero::equals).count();
    assertEquals(others * dtype.parts() + own, zeros);
  }

  private static Tensor twice(Tensor values) {
    return sparse(values, new long[] {1, 2}, 0, 1, 0, 1).toDense();
  }

  @Test
  void valuesOfOneCoordinateAreAddedUp() {
    assertEquals(
        Tensor.of(new double[] {0, 0.75}, 1, 2), twice(Tensor.of(new double[] {0.25, 0.5}, 2)));
    assertEquals(
        Tensor.of(new float[] {0, 0.1f + 0.2f}, 1, 2),
        twice(Tensor.of(new float[] {0.1f, 0.2f}, 2)));
    assertEquals(Tensor.of(new byte[] {0, -56}, 1, 2), twice(Tensor.of(new byte[] {100, 100}, 2)));
    assertEquals(Tensor.of(new long[] {0, 3}, 1, 2), twice(Tensor.of(new long[] {4, -1}, 2)));
    assertEquals(
        Tensor.of(new boolean[] {false, true}, 1, 2),
        twice(Tensor.of(new boolean[] {true, true}, 2)));
    assertEquals(
        Tensor.of(new short[] {0, Float16.toBits(3.5)}, 1, 2).view(DType.FLOAT16),
        twice(
            Tensor.of(new short[] {Float16.toBits(2), Float16.toBits(1.5)}, 2)
                .view(DType.FLOAT16)));
    assertEquals(
        Tensor.of(new short[] {0, BFloat16.toBits(3.5)}, 1, 2).view(DType.BFLOAT16),
        twice(
            Tensor.of(new short[] {BFloat16.toBits(2), BFloat16.toBits(1.5)}, 2)
                .view(DType.BFLOAT16)));
    assertEquals(
        Tensor.ofComplex(new double[] {0, 0, 4, 6}, 1, 2),
        twice(Tensor.ofComplex(new double[] {1, 2, 3, 4}, 2)));
  }

  @Test
  void whatCannotBeDense() {
    Tensor texts = Tensor.of(new String[] {"a", "b"}, 2);
    assertEquals(
        "Two texts have the same coordinates: 'a' and 'b'",
        assertThrows(IllegalStateException.class, () -> twice(texts)).getMessage());
    SparseTensor large = sparse(Tensor.empty(DType.INT8, 0), new long[] {1L << 16, 1L << 15});
    assertEquals(
        "The shape (65536, 32768) has too many elements to be made dense",
        assertThrows(IllegalStateException.class, large::toDense).getMessage());
  }
}
