package org.datason.benchmarks.arrow;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.datason.arrow.ArrowMemory;
import org.datason.arrow.ArrowTable;
import org.datason.arrow.ArrowTensors;
import org.datason.tensor.Tensor;

/**
 * A tensor as a column of lists of a fixed size, by ours and number by number with Arrow's API.
 *
 * @param data the elements
 * @param rows how many rows there are
 * @param allocator has the memory
 */
record TensorVectors(double[] data, int rows, BufferAllocator allocator) {

  private static final int ROW = 28 * 28;

  static void measure(int rounds) throws Exception {
    int rows = 10_000;
    double[] data = new Random(1).doubles((long) rows * ROW).toArray();
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      TensorVectors tensor = new TensorVectors(data, rows, allocator);
      new Contest("Tensor of 10,000 x 28 x 28 to vectors", 8L * data.length, tensor.writing())
          .run(rounds);
      Tensor ours = Tensor.of(data, rows, 28, 28);
      try (ArrowTable table = ArrowTensors.toArrow(ours, allocator)) {
        new Contest(
                "Vectors to tensor of 10,000 x 28 x 28", 8L * data.length, tensor.reading(table))
            .run(rounds);
      }
    }
  }

  private List<Task> writing() {
    return List.of(
        new Way("Datason", 1, () -> ours().close(), this::checkOurs),
        new Way("Arrow's API", 1, () -> theirs().close(), this::checkTheirs));
  }

  private ArrowTable ours() {
    return ArrowTensors.toArrow(Tensor.of(data, rows, 28, 28), allocator);
  }

  private void checkOurs() {
    try (ArrowTable table = ours()) {
      check((FixedSizeListVector) table.root().getVector(0));
    }
  }

  private void checkTheirs() {
    try (FixedSizeListVector vector = theirs()) {
      check(vector);
    }
  }

  private void check(FixedSizeListVector vector) {
    JsonFiles.check(Arrays.equals(data, numbers(vector)), "tensor");
  }

  private FixedSizeListVector theirs() {
    FixedSizeListVector vector = FixedSizeListVector.empty("tensor", ROW, allocator);
    vector.addOrGetVector(
        FieldType.notNullable(
            new ArrowType.FloatingPoint(
                org.apache.arrow.vector.types.FloatingPointPrecision.DOUBLE)));
    Float8Vector items = (Float8Vector) vector.getDataVector();
    items.allocateNew(data.length);
    for (int i = 0; i < data.length; i++) {
      items.set(i, data[i]);
    }
    items.setValueCount(data.length);
    vector.setValueCount(rows);
    return vector;
  }

  private List<Task> reading(ArrowTable table) {
    FixedSizeListVector vector = (FixedSizeListVector) table.root().getVector(0);
    Tensor expected = Tensor.of(data, rows, 28, 28);
    return List.of(
        new Way(
            "Datason",
            1,
            () -> ArrowTensors.toTensor(table.root()),
            () -> JsonFiles.check(expected.equals(ArrowTensors.toTensor(table.root())), "tensor")),
        new Way(
            "Datason, a view",
            1,
            () -> ArrowTensors.view(table.root()),
            () -> JsonFiles.check(expected.equals(ArrowTensors.view(table.root())), "tensor")),
        new Way("Arrow's API", 1, () -> numbers(vector), () -> check(vector)));
  }

  private double[] numbers(FixedSizeListVector vector) {
    Float8Vector items = (Float8Vector) vector.getDataVector();
    double[] numbers = new double[data.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = items.get(i);
    }
    return numbers;
  }
}
