package org.datason.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.types.TypeRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finds the handler of an object by its class: how long it takes for one object. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class TypeLookupBenchmark {

  private static final int OBJECTS = 1_000;

  /** A type with members of other types. */
  public record Point(double x, double y) {}

  /** What the objects are: of one class each, from simple ones on, or of eight in turn. */
  @Param({"text", "uuid", "enum", "list", "map", "array", "record", "mixed"})
  public String objects;

  private final TypeRegistry types = Datason.create().types();
  private Object[] values;

  /** Makes the objects. */
  @Setup
  public void make() {
    Random random = new Random(42);
    values = new Object[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      values[i] = value(objects, random, i);
      types.forClass(values[i].getClass());
    }
  }

  private static Object value(String kind, Random random, int i) {
    return switch (kind) {
      case "text" -> "text" + i;
      case "uuid" -> new UUID(random.nextLong(), random.nextLong());
      case "enum" -> TimeUnit.values()[i % TimeUnit.values().length];
      case "list" -> new ArrayList<>(List.of(i));
      case "map" -> new LinkedHashMap<>();
      case "array" -> new double[] {i};
      case "record" -> new Point(i, i);
      case "mixed" ->
          switch (i % 8) {
            case 0 -> Instant.EPOCH;
            case 1 -> LocalDate.EPOCH;
            case 2 -> BigDecimal.ONE;
            case 3 -> value("uuid", random, i);
            case 4 -> value("enum", random, i);
            case 5 -> value("record", random, i);
            case 6 -> value("array", random, i);
            default -> value("list", random, i);
          };
      default -> throw new IllegalArgumentException("no objects are called " + kind);
    };
  }

  /** The handler of each object. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public int find() {
    int found = 0;
    for (Object value : values) {
      found += System.identityHashCode(types.forClass(value.getClass())) & 1;
    }
    return found;
  }
}
