package org.datason.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
import org.datason.json.JsonWriter;
import org.datason.tensor.Tensor;
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
 * What several workers gain: a table of a million rows and eight columns and a tensor of two
 * million doubles, whole and in batches. To be run on a machine that does nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class ParallelBenchmark {

  private static final int BATCH = 10_000;
  private static final int SIDE = 1414;

  /** How many threads share the work. */
  @Param({"1", "2"})
  public int workers;

  /** How many rows the table has; with few ones it shows from which size on workers pay. */
  @Param("1000000")
  public int rows;

  private Datason records;
  private Datason columns;
  private Datason split;
  private Frame frame;
  private final List<Frame> batches = new ArrayList<>();
  private Tensor tensor;
  private byte[] recordsJson;
  private byte[] plainJson;
  private byte[] columnsJson;
  private byte[] splitJson;
  private byte[] lines;
  private byte[] tensorJson;

  /** Makes the values and their JSON. */
  @Setup
  public void make() {
    records = Datason.create().with(c -> c.workers(workers).frameForm(FrameForm.RECORDS));
    columns = records.with(c -> c.frameForm(FrameForm.LIST));
    split = records.with(c -> c.frameForm(FrameForm.SPLIT));
    frame = FrameBenchmark.table(rows);
    for (int i = 0; i < rows; i += BATCH) {
      batches.add(frame.slice(i, Math.min(rows, i + BATCH)));
    }
    tensor = Tensor.of(new Random(1).doubles(SIDE * SIDE).toArray(), SIDE, SIDE);
    recordsJson = records.toBytes(frame);
    plainJson = records.with(c -> c.hints(false)).toBytes(frame);
    columnsJson = columns.toBytes(frame);
    splitJson = split.toBytes(frame);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeLines(out);
    lines = out.toByteArray();
    tensorJson = records.toBytes(tensor);
    if (!frame.equals(records.fromJson(recordsJson))
        || !frame.equals(columns.fromJson(columnsJson))
        || !frame.equals(split.fromJson(splitJson))
        || !tensor.equals(records.fromJson(tensorJson))) {
      throw new IllegalStateException("something does not come back");
    }
  }

  /** The table to bytes as records. */
  @Benchmark
  public byte[] writeRecords() {
    return records.toBytes(frame);
  }

  /** The table to a stream as records. */
  @Benchmark
  public Frame streamRecords() {
    records.write(frame, OutputStream.nullOutputStream());
    return frame;
  }

  /** The table to bytes by columns. */
  @Benchmark
  public byte[] writeColumns() {
    return columns.toBytes(frame);
  }

  /** The table to bytes with its names apart. */
  @Benchmark
  public byte[] writeSplit() {
    return split.toBytes(frame);
  }

  /** Batches of the table to a stream of JSON Lines. */
  @Benchmark
  public Frame writeLines() {
    writeLines(OutputStream.nullOutputStream());
    return frame;
  }

  private void writeLines(OutputStream stream) {
    JsonWriter out = records.writer(stream);
    FrameCodec.writeRows(batches.iterator(), out, true);
    out.flush();
  }

  /** The tensor to bytes as lists. */
  @Benchmark
  public byte[] writeTensor() {
    return records.toBytes(tensor);
  }

  /** The records to a table whose types they tell. */
  @Benchmark
  public Frame readRecords() {
    return records.fromJson(recordsJson, Frame.class);
  }

  /** The records to a table whose types are inferred. */
  @Benchmark
  public Frame inferRecords() {
    return records.fromJson(plainJson, Frame.class);
  }

  /** The columns to a table. */
  @Benchmark
  public Frame readColumns() {
    return columns.fromJson(columnsJson, Frame.class);
  }

  /** Names and rows apart to a table. */
  @Benchmark
  public Frame readSplit() {
    return split.fromJson(splitJson, Frame.class);
  }

  /** JSON Lines to batches of known types. */
  @Benchmark
  public int readLines() {
    BatchOptions options = BatchOptions.defaults().withSchema(frame.schema());
    int all = 0;
    try (FrameBatches read = records.batches(new ByteArrayInputStream(lines), options)) {
      while (read.hasNext()) {
        all += read.next().size();
      }
    }
    return all;
  }

  /** The lists to the tensor. */
  @Benchmark
  public Tensor readTensor() {
    return records.fromJson(tensorJson, Tensor.class);
  }
}
