package org.datason.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TensorTest {

  private static final Tensor MATRIX = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);

  @Property
  void viewsHaveTheElementsThatTheirIndicesSay(@ForAll DType dtype, @ForAll long seed) {
    Random random = new Random(seed);
    Tensor t = Tensors.random(dtype, random);
    List<Object> elements = Tensors.elements(t);
    Tensor plain = t.contiguous();
    assertTrue(plain.isContiguous());
    assertEquals(elements, Tensors.elements(plain));
    assertEquals(t, plain);
    assertEquals(t.hashCode(), plain.hashCode());
    assertEquals(elements, Tensors.elements(t.reshape(t.size())));
    Tensor same = Tensors.random(dtype, t.shape(), random);
    assertEquals(sameBits(t, same), t.equals(same));
    assertEquals(t.shape().length, t.rank());
    assertEquals(elements.size(), t.size() * t.dtype().parts());
  }

  private static boolean sameBits(Tensor a, Tensor b) {
    if (a.dtype() == DType.TEXT) {
      return Tensors.elements(a).equals(Tensors.elements(b));
    }
    return bytes(a).equals(bytes(b));
  }

  private static ByteBuffer bytes(Tensor t) {
    ByteBuffer bytes = ByteBuffer.allocate((int) t.size() * t.dtype().byteSize());
    t.copyTo(0, bytes);
    return bytes.flip();
  }

  @Property
  void elementsAreCopiedFromAnywhereInAnyByteOrder(@ForAll DType dtype, @ForAll long seed) {
    if (dtype == DType.TEXT) {
      return;
    }
    Random random = new Random(seed);
    Tensor t = Tensors.random(dtype, random);
    ByteBuffer all = bytes(t);
    long from = random.nextInt((int) t.size() + 1);
    int most = random.nextInt(5) * dtype.byteSize() + dtype.byteSize() - 1;
    ByteBuffer some = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
    long n = t.copyTo(from, some);
    assertEquals(Math.min(t.size() - from, most / dtype.byteSize()), n);
    assertEquals(n * dtype.byteSize(), some.position());
    for (int i = 0; i < some.position(); i++) {
      int inElement = i % dtype.width();
      int swapped = i - inElement + dtype.width() - 1 - inElement;
      assertEquals(all.get((int) from * dtype.byteSize() + swapped), some.get(i));
    }
  }

  @Test
  void viewsOfAMatrix() {
    assertEquals(4, MATRIX.getDouble(1, 0));
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, MATRIX.transpose().toDoubleArray());
    assertArrayEquals(new long[] {1, 3}, MATRIX.transpose().strides());
    assertArrayEquals(new double[] {2, 3, 5, 6}, MATRIX.slice(1, 1, 3).toDoubleArray());
    assertArrayEquals(new double[] {3, 1, 6, 4}, MATRIX.every(1, -2).toDoubleArray());
    assertArrayEquals(new double[] {4, 5, 6}, MATRIX.select(0, 1).toDoubleArray());
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, MATRIX.permute(1, 0).toDoubleArray());
    assertEquals(5, MATRIX.transpose().reshape(6).getDouble(3));
    assertSame(MATRIX, MATRIX.contiguous());
    assertEquals(0, MATRIX.slice(0, 1, 1).size());
    assertEquals(0, MATRIX.slice(0, 2, 2).every(0, -1).size());
  }

  @Test
  void theMemoryIsTheOwners() {
    float[] memory = {1, 2};
    Tensor t = Tensor.of(memory, 2).every(0, -1);
    memory[1] = 9;
    assertArrayEquals(new float[] {9, 1}, t.toFloatArray());
    Tensor repeated =
        Tensor.of(
            List.of(ByteBuffer.wrap(new byte[] {7, 8})),
            DType.UINT8,
            ByteOrder.BIG_ENDIAN,
            new long[] {2, 3},
            new long[] {0, 0},
            1);
    assertArrayEquals(new long[] {8, 8, 8, 8, 8, 8}, repeated.toLongArray());
  }

  @Test
  void numbersOfEachType() {
    Tensor bytes = Tensor.of(new byte[] {-1, 127}, 2);
    assertEquals(-1, bytes.getLong(0));
    assertEquals(255, bytes.view(DType.UINT8).getLong(0));
    assertEquals(65535, Tensor.of(new short[] {-1}, 1).view(DType.UINT16).getDouble(0));
    assertEquals(4294967295L, Tensor.of(new int[] {-1}, 1).view(DType.UINT32).getLong(0));
    Tensor unsigned = Tensor.of(new long[] {-1, 1L << 63 | 1 << 10 | 1}, 2).view(DType.UINT64);
    assertEquals(-1, unsigned.getLong(0));
    assertEquals(0x1p64, unsigned.getDouble(0));
    assertEquals(0x1p63 + 2048, unsigned.getDouble(1));
    assertEquals(1.5, Tensor.of(new short[] {0x3E00}, 1).view(DType.FLOAT16).getDouble(0));
    assertEquals(1.5, Tensor.of(new short[] {0x3FC0}, 1).view(DType.BFLOAT16).getDouble(0));
    Tensor complex = Tensor.ofComplex(new double[] {1, -2});
    assertEquals(1, complex.getReal());
    assertEquals(-2, complex.getImaginary());
    assertArrayEquals(new double[] {1, -2}, complex.toDoubleArray());
    assertEquals(1, Tensor.of(new boolean[] {true}).getLong());
    assertArrayEquals(new float[] {1, -2}, Tensor.ofComplex(new float[] {1, -2}).toFloatArray());
    assertArrayEquals(new float[] {-1, 127}, bytes.toFloatArray());
    assertEquals("x", Tensor.of(new String[] {"x"}).getText());
    assertEquals(5, Tensor.scalar(5L).getLong());
  }

  @Test
  void arraysOfIntsAndBooleans() {
    Tensor bytes = Tensor.of(new byte[] {-1, 127, 0, 5}, 2, 2).transpose();
    assertArrayEquals(new int[] {-1, 0, 127, 5}, bytes.toIntArray());
    assertArrayEquals(new int[] {255, 0, 127, 5}, bytes.view(DType.UINT8).toIntArray());
    assertArrayEquals(new int[] {-7}, Tensor.of(new int[] {-7}).toIntArray());
    Tensor booleans = Tensor.of(new boolean[] {true, false, true}, 3).slice(0, 1, 3);
    assertArrayEquals(new boolean[] {false, true}, booleans.toBooleanArray());
    assertArrayEquals(new int[] {0, 1}, booleans.toIntArray());
  }

  @Test
  void theOwnerOfMemoryIsKept() {
    Object owner = new Object();
    WeakReference<Object> kept = new WeakReference<>(owner);
    ByteBuffer memory = ByteBuffer.wrap(new byte[] {1, 2});
    Tensor view =
        Tensor.of(
                List.of(memory),
                DType.INT8,
                memory.order(),
                new long[] {2},
                new long[] {1},
                0,
                owner)
            .slice(0, 1, 2);
    owner = null;
    System.gc();
    assertNotNull(kept.get());
    assertEquals(2, view.getLong(0));
    Reference.reachabilityFence(view);
  }

  @Test
  void equalityIsOfBits() {
    assertNotEquals(Tensor.scalar(0.0), Tensor.scalar(-0.0));
    assertEquals(Tensor.scalar(Double.NaN), Tensor.scalar(Double.NaN));
    assertNotEquals(
        Tensor.scalar(Double.NaN), Tensor.scalar(Double.longBitsToDouble(0x7FF8000000000001L)));
    assertNotEquals(Tensor.scalar(1L), Tensor.scalar(1.0));
    assertNotEquals(Tensor.empty(DType.INT8, 0, 3), Tensor.empty(DType.INT8, 3, 0));
    assertEquals(MATRIX, MATRIX.withOrigin(Origin.TORCH));
    assertEquals(Origin.TORCH, MATRIX.withOrigin(Origin.TORCH).transpose().origin());
    assertFalse(MATRIX.equals(null));
  }

  @Test
  void toStringShowsTheEdges() {
    assertEquals(
        "array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], shape=(2, 3), dtype=float64)", text(MATRIX));
    assertEquals("array([], shape=(0, 3), dtype=int8)", text(Tensor.empty(DType.INT8, 0, 3)));
    assertEquals("array(2.5, shape=(), dtype=float64)", text(Tensor.scalar(2.5)));
    assertEquals(
        "array([0, 1, 2, ..., 1998, 1999, 2000], shape=(2001,), dtype=int64)",
        text(Tensor.of(java.util.stream.LongStream.range(0, 2001).toArray(), 2001)));
    assertEquals("array(['a'], shape=(1,), dtype=str)", text(Tensor.of(new String[] {"a"}, 1)));
    assertEquals("array([true], shape=(1,), dtype=bool)", text(Tensor.of(new boolean[] {true}, 1)));
    assertEquals(
        "array([1.0-2.0j], shape=(1,), dtype=complex64)",
        text(Tensor.ofComplex(new float[] {1, -2}, 1)));
    assertEquals(
        "array([18446744073709551615], shape=(1,), dtype=uint64)",
        text(Tensor.of(new long[] {-1}, 1).view(DType.UINT64)));
  }

  private static String text(Tensor t) {
    return t.toString();
  }

  @Test
  void beyondTwoGibibytes() {
    // One small buffer stands for many: 3 GiB of memory would not be there.
    ByteBuffer mebi = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    mebi.putLong((1 << 20) - 8, 42);
    List<ByteBuffer> segments = new ArrayList<>();
    for (int i = 0; i < 3 << 10; i++) {
      segments.add(mebi);
    }
    long n = 3L << 27;
    Tensor t =
        Tensor.of(
            segments, DType.INT64, ByteOrder.LITTLE_ENDIAN, new long[] {n}, new long[] {1}, 0);
    assertEquals(n, t.size());
    assertEquals(42, t.getLong(n - 1));
    assertEquals(0, t.getLong(n - 2));
    Tensor last = t.every(0, 1 << 17).every(0, -1);
    assertEquals(0, last.getLong(0));
    assertEquals(42, t.slice(0, (1 << 17) - 1, n).every(0, 1 << 17).getLong((3 << 10) - 1));
    ByteBuffer end = ByteBuffer.allocate(24);
    assertEquals(2, t.copyTo(n - 2, end));
    assertEquals(42, end.getLong(8));
  }

  @Test
  void whatIsNoTensor() {
    assertRefused("The shape [2, 2] does not have 3 elements", x -> Tensor.of(new int[3], 2, 2));
    assertRefused("the shape [-1, 0] has a negative length", x -> Tensor.of(new int[0], -1, 0));
    assertRefused(
        "the shape [4294967296, 4294967296, 0] has more elements than can be counted",
        x -> Tensor.empty(DType.INT8, 1L << 32, 1L << 32, 0));
    assertRefused(
        "the shape [1152921504606846976, 0] has more elements than can be counted",
        x -> Tensor.empty(DType.INT64, 1L << 60, 0));
    assertRefused(
        "The shape [2] with the strides [2] reaches from element 1 to 3, but there are 3",
        x ->
            Tensor.of(
                List.of(ByteBuffer.allocate(3)),
                DType.INT8,
                ByteOrder.BIG_ENDIAN,
                new long[] {2},
                new long[] {2},
                1));
    assertRefused(
        "Expected 1 strides, one a dimension, but found 0",
        x ->
            Tensor.of(
                List.of(ByteBuffer.allocate(3)),
                DType.INT8,
                ByteOrder.BIG_ENDIAN,
                new long[] {2},
                new long[0],
                1));
    assertRefused(
        "Expected buffers of one size (the last may be smaller), a multiple of 2 bytes, but buffer"
            + " 0 has 3",
        x -> Tensor.of(ByteBuffer.allocate(3), DType.INT16, 1));
    assertRefused(
        "Texts are not kept in buffers; use an array of them",
        x -> Tensor.of(ByteBuffer.allocate(3), DType.TEXT, 3));
    assertRefused(
        "Expected pairs of parts but found 1 parts", x -> Tensor.ofComplex(new double[1], 1));
    assertRefused(
        "Expected each dimension from 0 to 1 once but found [0, 0]", x -> x.permute(0, 0));
    assertRefused("Expected each dimension from 0 to 1 once but found []", x -> x.permute());
    assertRefused("Expected a step other than 0 but found 0", x -> x.every(0, 0));
    assertRefused("The shape [4] does not have 6 elements", x -> x.reshape(4));
    assertRefused("Elements of float64 are no float32 by their bytes", x -> x.view(DType.FLOAT32));
    assertRefused(
        "Elements of int8 are no bool by their bytes",
        x -> Tensor.of(new byte[1], 1).view(DType.BOOL));
  }

  private static void assertRefused(String message, Function<Tensor, Object> use) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> use.apply(MATRIX));
    assertEquals(message, e.getMessage());
  }

  @Test
  void elementsOfOtherKinds() {
    Tensor text = Tensor.of(new String[] {"x"}, 1);
    assertOtherKind("The elements are str, no real numbers", x -> text.toDoubleArray());
    assertOtherKind("The elements are float64, no integers", x -> x.getLong(0, 0));
    assertOtherKind("The elements are float64, no integers", x -> x.toLongArray());
    assertOtherKind("The elements are float64, not bool", x -> x.getBoolean(0, 0));
    assertOtherKind("The elements are float64, not complex", x -> x.getReal(0, 0));
    assertOtherKind("The elements are float64, not text", x -> x.getText(0, 0));
    assertOtherKind("The elements are float64, no integers", x -> x.toIntArray());
    assertOtherKind("The elements are float64, not bool", x -> x.toBooleanArray());
    assertOtherKind(
        "An int does not hold each uint32",
        x -> Tensor.of(new int[1], 1).view(DType.UINT32).toIntArray());
    assertOtherKind("An int does not hold each int64", x -> Tensor.scalar(1L).toIntArray());
    assertOtherKind("A float does not hold each float64", x -> x.toFloatArray());
    assertOtherKind("A float does not hold each int32", x -> Tensor.of(new int[1]).toFloatArray());
    assertOtherKind(
        "Texts have no bytes to copy; use toTextArray",
        x -> text.copyTo(0, ByteBuffer.allocate(1)));
    Exception e = assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.getDouble(0));
    assertEquals("Expected 2 indices, one a dimension, but found 1", e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.getDouble(0, 3));
    assertThrows(NullPointerException.class, () -> Tensor.of(new String[1], 1));
  }

  private static void assertOtherKind(String message, Function<Tensor, Object> use) {
    Exception e = assertThrows(IllegalStateException.class, () -> use.apply(MATRIX));
    assertEquals(message, e.getMessage());
  }
}
