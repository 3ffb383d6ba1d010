package org.datason.benchmarks.table;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/** Writes and reads a table of eight columns by ours, Tablesaw's and DFLib's JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms5g", "-Xmx5g", "-Dslf4j.internal.verbosity=ERROR"})
public class TableBenchmark {

  /** How many rows there are. */
  @Param("1000000")
  public int rows;

  /** The way. */
  @Param public TableWay way;

  private TableJson json;
  private byte[] bytes;

  /**
   * Makes the table, and checks that it comes back.
   *
   * @throws IOException never, as nothing leaves the memory
   */
  @Setup
  public void make() throws IOException {
    json = way.of(rows);
    bytes = json.write();
    json.check(json.read(bytes));
  }

  /**
   * The table to bytes.
   *
   * @throws IOException never
   */
  @Benchmark
  public byte[] write() throws IOException {
    return json.write();
  }

  /**
   * Bytes to a table.
   *
   * @throws IOException never
   */
  @Benchmark
  public Object read() throws IOException {
    return json.read(bytes);
  }
}
