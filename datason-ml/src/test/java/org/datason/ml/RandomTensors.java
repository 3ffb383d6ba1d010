package org.datason.ml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/** Tensors of random bits, shapes and layouts. */
public final class RandomTensors {

  private RandomTensors() {}

  /** A tensor of any shape: often a scalar, or empty. */
  public static Tensor of(DType dtype, Random random) {
    long[] shape = new long[random.nextInt(5)];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4);
    }
    return of(dtype, random, shape);
  }

  /** A tensor of a shape, laid out at random: cut from a larger one, permuted, backwards. */
  public static Tensor of(DType dtype, Random random, long... shape) {
    Integer[] axes = new Integer[shape.length];
    Arrays.setAll(axes, i -> i);
    if (random.nextBoolean()) {
      Collections.shuffle(Arrays.asList(axes), random);
    }
    boolean cut = random.nextBoolean();
    long[] larger = new long[shape.length];
    int[] back = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      larger[i] = shape[axes[i]] + (cut ? random.nextInt(3) : 0);
      back[axes[i]] = i;
    }
    Tensor tensor = filled(dtype, random, larger).permute(back);
    for (int i = 0; i < shape.length; i++) {
      long from = random.nextInt((int) (tensor.shape()[i] - shape[i]) + 1);
      tensor = tensor.slice(i, from, from + shape[i]);
      tensor = cut && random.nextInt(4) == 0 ? tensor.every(i, -1) : tensor;
    }
    return tensor;
  }

  private static Tensor filled(DType dtype, Random random, long[] shape) {
    int n = (int) Tensor.sizeOf(dtype, shape);
    if (dtype == DType.TEXT) {
      List<String> some = List.of("", "a", "\u00e9t\u00e9", "\ud83d\ude00", "x\0y", " \n\"");
      String[] texts = new String[n];
      Arrays.setAll(texts, i -> some.get(random.nextInt(some.size())));
      return Tensor.of(texts, shape);
    }
    byte[] bytes = new byte[n * dtype.byteSize()];
    random.nextBytes(bytes);
    if (dtype == DType.BOOL) {
      for (int i = 0; i < n; i++) {
        bytes[i] &= 1;
      }
    } else if (random.nextBoolean()) {
      special(bytes, random);
    }
    ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Tensor.of(ByteBuffer.wrap(bytes).order(order), dtype, shape);
  }

  /** Infinities, NaNs with bits of their own, and zeros of either sign, in any byte order. */
  private static void special(byte[] bytes, Random random) {
    byte[] ends = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF, 0x7C, (byte) 0xF0};
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextInt(3) > 0) {
        bytes[i] = ends[random.nextInt(ends.length)];
      }
    }
  }
}
