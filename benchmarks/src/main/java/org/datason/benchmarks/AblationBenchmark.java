package org.datason.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
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

/**
 * What each optimisation that can be switched off is worth: the same documents with all of them,
 * and with one of them off.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class AblationBenchmark {

  /** The setting that is off, or nothing. */
  @Param({"nothing", "predictShapes", "internNames", "reuseBuffers", "workers"})
  public String off;

  /** The document: small or large trees, or a table of a few megabytes. */
  @Param({"records", "response", "small", "table"})
  public String document;

  private Class<?> type;
  private Datason datason;
  private byte[] json;
  private Object value;

  /** Makes the document, and checks that it is the same with and without. */
  @Setup
  public void make() {
    Datason all = Datason.create();
    String value = off.equals("workers") ? "1" : "false";
    datason = off.equals("nothing") ? all : all.with(c -> c.set(off, value));
    type = document.equals("table") ? Frame.class : Object.class;
    json = document(all);
    this.value = datason.fromJson(json, type);
    if (!this.value.equals(all.fromJson(json, type))
        || !Arrays.equals(datason.toBytes(this.value), all.toBytes(this.value))) {
      throw new IllegalStateException("without " + off + " " + document + " is another");
    }
  }

  private byte[] document(Datason all) {
    return switch (document) {
      case "table" -> all.toBytes(FrameBenchmark.table(Documents.scaled(50_000)));
      case "small" -> all.toBytes(MadeRows.response(new Random(42), 2));
      default -> Documents.json(document);
    };
  }

  /** Bytes to the value. */
  @Benchmark
  public Object read() {
    return datason.fromJson(json, type);
  }

  /** The value to bytes. */
  @Benchmark
  public byte[] write() {
    return datason.toBytes(value);
  }
}
