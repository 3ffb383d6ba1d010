package org.datason.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writes and reads 100,000 values of rich types in a tree, with their hints, beside the same tree
 * with their texts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class RichTypesBenchmark {

  private final int count = Documents.scaled(100_000);
  private static final int MEMBERS = 4;

  /** What the tree holds; rows are maps with a value of each of the first four. */
  @Param({"uuids", "instants", "dates", "decimals", "date-times", "offset-times", "rows"})
  public String values;

  /** Whether the values are written as what they are, with hints, or as texts. */
  @Param({"text", "hints"})
  public String as;

  private final Datason datason = Datason.create();
  private List<Object> tree;
  private byte[] json;

  /** Makes the tree, and checks that it comes back. */
  @Setup
  public void make() {
    Random random = new Random(42);
    tree = new ArrayList<>();
    for (int i = 0; i < (values.equals("rows") ? count / MEMBERS : count); i++) {
      tree.add(item(values, random));
    }
    json = datason.toBytes(tree);
    if (!datason.fromJson(json).equals(tree)) {
      throw new IllegalStateException(values + " as " + as + " do not come back");
    }
  }

  private Object item(String kind, Random random) {
    if (kind.equals("rows")) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", item("uuids", random));
      row.put("created", item("instants", random));
      row.put("day", item("dates", random));
      row.put("price", item("decimals", random));
      return row;
    }
    Object value = value(kind, random);
    return as.equals("text") ? value.toString() : value;
  }

  private static Object value(String kind, Random random) {
    Instant instant =
        Instant.ofEpochSecond(
            1_600_000_000L + random.nextInt(200_000_000), 1000L * random.nextInt(1_000_000));
    switch (kind) {
      case "uuids":
        return new UUID(random.nextLong(), random.nextLong());
      case "instants":
        return instant;
      case "dates":
        return LocalDate.ofEpochDay(random.nextInt(30_000));
      case "decimals":
        return BigDecimal.valueOf(random.nextInt(10_000_000), 2);
      case "date-times":
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      case "offset-times":
        return OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(random.nextInt(12)));
      default:
        throw new IllegalArgumentException("no values are called " + kind);
    }
  }

  /** The tree to bytes. */
  @Benchmark
  public byte[] write() {
    return datason.toBytes(tree);
  }

  /** Bytes to the tree. */
  @Benchmark
  public Object read() {
    return datason.fromJson(json);
  }
}
