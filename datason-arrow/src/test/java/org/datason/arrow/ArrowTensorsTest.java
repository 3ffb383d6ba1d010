package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Tensors as columns of Arrow's. */
class ArrowTensorsTest {

  private static Tensor random(DType dtype, Random random) {
    long[] shape = new long[random.nextInt(5)];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4);
    }
    byte[] bytes = new byte[(int) Tensor.sizeOf(dtype, shape) * dtype.byteSize()];
    random.nextBytes(bytes);
    for (int i = 0; dtype == DType.BOOL && i < bytes.length; i++) {
      bytes[i] &= 1;
    }
    ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Tensor tensor = Tensor.of(ByteBuffer.wrap(bytes).order(order), dtype, shape);
    return random.nextBoolean() ? tensor : tensor.transpose();
  }

  @Property(tries = 500)
  void everyTensorComesBack(@ForAll long seed) {
    Random random = new Random(seed);
    for (DType dtype : DType.values()) {
      if (dtype == DType.TEXT) {
        continue;
      }
      Tensor tensor = random(dtype, random);
      try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
        Tensor copy;
        try (ArrowTable table = ArrowTensors.toArrow(tensor, allocator)) {
          copy = ArrowTensors.toTensor(table.root());
          if (dtype != DType.BOOL) {
            assertEquals(tensor, ArrowTensors.view(table.root()));
          }
        }
        assertEquals(tensor, copy);
        assertArrayEquals(tensor.shape(), copy.shape());
      }
    }
  }

  @Test
  void rowsAreThoseOfTheFirstDimension() {
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2, 1);
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowTensors.toArrow(tensor, allocator)) {
      assertEquals(3, table.root().getRowCount());
      assertEquals(List.of(3.0, 4.0), table.root().getVector(0).getObject(1));
      assertEquals(
          Map.of(
              "ARROW:extension:name",
              "arrow.fixed_shape_tensor",
              "ARROW:extension:metadata",
              "{\"shape\":[2,1]}"),
          table.root().getVector(0).getField().getMetadata());
    }
  }

  private static void foreign(String metadata, java.util.function.Consumer<VectorSchemaRoot> test) {
    Field item =
        new Field(
            "item",
            FieldType.nullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
            null);
    Map<String, String> extension =
        Map.of(
            "ARROW:extension:name",
            "arrow.fixed_shape_tensor",
            "ARROW:extension:metadata",
            metadata);
    Field field =
        new Field(
            "t",
            new FieldType(true, new ArrowType.FixedSizeList(6), null, extension),
            List.of(item));
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(List.of(field)), allocator)) {
      FixedSizeListVector rows = (FixedSizeListVector) root.getVector(0);
      Float8Vector items = (Float8Vector) rows.getDataVector();
      for (int i = 0; i < 12; i++) {
        items.setSafe(i, i);
      }
      rows.setNotNull(0);
      rows.setNotNull(1);
      root.setRowCount(2);
      test.accept(root);
    }
  }

  @Test
  void tensorsOfOthersAreRead() {
    foreign(
        "{\"shape\":[2,3]}",
        root -> {
          Tensor tensor = ArrowTensors.toTensor(root);
          assertArrayEquals(new long[] {2, 2, 3}, tensor.shape());
          assertEquals(10, tensor.getDouble(1, 1, 1));
        });
    foreign(
        "{\"shape\":[2,3],\"permutation\":[1,0]}",
        root -> {
          Tensor tensor = ArrowTensors.toTensor(root);
          assertArrayEquals(new long[] {2, 3, 2}, tensor.shape());
          assertEquals(11, tensor.getDouble(1, 2, 1));
        });
  }

  private static void refused(String message, String metadata) {
    foreign(
        metadata,
        root ->
            assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ArrowTensors.toTensor(root))
                    .getMessage()));
  }

  @Test
  void whatIsNoTensorIsRefused() {
    refused("Rows of 6 numbers are not of the shape [4]", "{\"shape\":[4]}");
    refused("The metadata of the tensor has no list of ints: null", "{}");
    refused("The metadata of the tensor is no JSON: x", "x");
    foreign(
        "{\"shape\":[6]}",
        root -> {
          root.getVector(0).setNull(1);
          assertEquals(
              "A tensor has no missing elements, and this column has",
              assertThrows(IllegalArgumentException.class, () -> ArrowTensors.toTensor(root))
                  .getMessage());
        });
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.of(new IntVector("i", allocator))) {
      assertEquals(
          "The first column is no arrow.fixed_shape_tensor",
          assertThrows(IllegalArgumentException.class, () -> ArrowTensors.toTensor(root))
              .getMessage());
      assertEquals(
          "Arrow's tensors have numbers, no texts",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> ArrowTensors.toArrow(Tensor.of(new String[] {"a"}, 1), allocator))
              .getMessage());
    }
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowTensors.toArrow(Tensor.of(new boolean[] {true}, 1), allocator)) {
      assertEquals(
          "Booleans are bits in Arrow, so there is no view of them",
          assertThrows(IllegalArgumentException.class, () -> ArrowTensors.view(table.root()))
              .getMessage());
    }
  }
}
