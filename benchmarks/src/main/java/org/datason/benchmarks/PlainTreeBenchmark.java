package org.datason.benchmarks;

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

/** Reads documents into maps and lists, and writes those again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class PlainTreeBenchmark {

  /** The library. */
  @Param public Library library;

  /** The document. */
  @Param({
    "records",
    "ints",
    "doubles",
    "short-strings",
    "long-strings",
    "escaped",
    "unicode",
    "deep",
    "wide",
    "response",
    "mixed"
  })
  public String document;

  private byte[] json;
  private Object tree;

  /** Makes the document, and checks that the library reads and writes it as the others do. */
  @Setup
  public void check() {
    json = Documents.json(document);
    tree = library.read(json);
    Object expected = Library.JACKSON.read(json);
    boolean exact = Inexact.isExact(library, document);
    if (!Trees.same(expected, tree, exact)) {
      throw new IllegalStateException(library + " reads " + document + " otherwise");
    }
    if (library == Library.SIMDJSON) {
      return; // does not write
    }
    if (!Trees.same(expected, Library.JACKSON.read(library.write(tree)), exact)) {
      throw new IllegalStateException(library + " writes " + document + " otherwise");
    }
  }

  /** Bytes to maps and lists. */
  @Benchmark
  public Object read() {
    return library.read(json);
  }

  /** The same maps and lists, of the library's own making, to bytes. */
  @Benchmark
  public byte[] write() {
    return library.write(tree);
  }
}
