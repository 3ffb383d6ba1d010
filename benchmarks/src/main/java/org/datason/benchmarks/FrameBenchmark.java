package org.datason.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
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

/** Writes and reads a table of a million rows and eight columns, with and without its types. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class FrameBenchmark {

  private static final String[] CATEGORIES = {"north", "north-east", "east", "south", "west"};

  /** How many rows there are. */
  @Param("1000000")
  public int rows;

  /** The layout. */
  @Param({"RECORDS", "LIST", "SPLIT"})
  public FrameForm form;

  /** How many threads share the work; 0 is as many as there are cores. */
  @Param("1")
  public int workers;

  private Datason typed;
  private Datason plain;
  private Frame frame;
  private byte[] typedJson;
  private byte[] plainJson;

  /** Makes the table, and checks that it comes back. */
  @Setup
  public void make() {
    typed = Datason.create().with(c -> c.frameForm(form).workers(workers));
    plain = typed.with(c -> c.hints(false));
    frame = table(rows);
    typedJson = typed.toBytes(frame);
    plainJson = plain.toBytes(frame);
    if (!typed.fromJson(typedJson, Frame.class).equals(frame)) {
      throw new IllegalStateException("the table does not come back");
    }
    if (plain.fromJson(plainJson, Frame.class).size() != rows) {
      throw new IllegalStateException("the plain table has other rows");
    }
    System.out.printf(
        "%s: %,d bytes with types, %,d without; text begins %s%n",
        form,
        typedJson.length,
        plainJson.length,
        new String(plainJson, 0, 200, StandardCharsets.UTF_8));
  }

  /** The table, the same one each time. */
  public static Frame table(int rows) {
    Random random = new Random(1);
    long[] ids = new long[rows];
    double[] values = new double[rows];
    boolean[] flags = new boolean[rows];
    long[] times = new long[rows];
    long[] uuids = new long[2 * rows];
    ColumnBuilder sparse = ColumnBuilder.of(Simple.FLOAT64);
    ColumnBuilder category = ColumnBuilder.of(new Dictionary(Simple.TEXT, false));
    ColumnBuilder text = ColumnBuilder.of(Simple.TEXT);
    for (int i = 0; i < rows; i++) {
      ids[i] = i * 7919L;
      values[i] = random.nextGaussian();
      flags[i] = random.nextBoolean();
      times[i] = 1_718_447_400_000_000L + i * 1_000_123L;
      uuids[2 * i] = random.nextLong();
      uuids[2 * i + 1] = random.nextLong();
      if (i % 10 == 0) {
        sparse.appendMissing();
      } else {
        sparse.appendDouble(Math.round(random.nextDouble() * 10_000) / 100.0);
      }
      category.append(CATEGORIES[random.nextInt(CATEGORIES.length)]);
      text.append("sample-" + i);
    }
    FieldType time = new Timestamp(Unit.US, "UTC");
    return Frame.builder()
        .column("id", Column.wrap(Simple.INT64, ids))
        .column("value", Column.wrap(values))
        .column("sparse", sparse.build())
        .column("category", category.build())
        .column("name", text.build())
        .column("flag", Column.wrap(flags))
        .column("time", Column.wrap(time, times))
        .column("uuid", Column.wrap(Simple.UUID, uuids))
        .build();
  }

  /** The table to bytes, with its types. */
  @Benchmark
  public byte[] write() {
    return typed.toBytes(frame);
  }

  /** Bytes with types to a table. */
  @Benchmark
  public Frame read() {
    return typed.fromJson(typedJson, Frame.class);
  }

  /** Bytes of which nothing tells the types to a table. */
  @Benchmark
  public Frame infer() {
    return plain.fromJson(plainJson, Frame.class);
  }
}
