package org.datason.benchmarks;

import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
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

/** Reads and writes plain trees by each preset, beside the default. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class PresetBenchmark {

  /** The preset, or the defaults. */
  @Param({"defaults", "ml", "api", "strict", "performance", "python"})
  public String preset;

  /** The document. */
  @Param({"records", "response", "mixed"})
  public String document;

  private Datason datason;
  private byte[] json;
  private Object tree;

  /** Makes the document, and checks that it comes back. */
  @Setup
  public void make() {
    DatasonConfig config =
        preset.equals("defaults") ? DatasonConfig.defaults() : DatasonConfig.preset(preset);
    datason = Datason.builder().config(config).build();
    json = Documents.json(document);
    tree = datason.fromJson(json);
    // Presets differ in the order of members and in how numbers are written.
    Object again = Datason.create().fromJson(datason.toBytes(tree));
    if (!again.equals(Datason.create().fromJson(json))) {
      throw new IllegalStateException(preset + " reads or writes " + document + " otherwise");
    }
  }

  /** Bytes to maps and lists. */
  @Benchmark
  public Object read() {
    return datason.fromJson(json);
  }

  /** Maps and lists to bytes. */
  @Benchmark
  public byte[] write() {
    return datason.toBytes(tree);
  }
}
