package org.datason.benchmarks.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.benchmarks.Documents;
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
 * Reads documents of a known schema into records and writes them: 10,000 runs with rich types, and
 * Twitter's statuses cut to a schema, from the folder that the property {@code datason.corpus}
 * names. Asked for {@code -p document=tweets-whole}, the document has all members and most are
 * skipped.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class KnownSchemaBenchmark {

  /** The document. */
  @Param({"trials", "tweets"})
  public String document;

  /** The library. */
  @Param public SchemaLibrary library;

  private Codec<Object> codec;
  private byte[] json;
  private Object value;

  /** Makes the document, and checks that the library reads and writes it without a change. */
  @Setup
  @SuppressWarnings("unchecked")
  public void make() throws IOException {
    Class<?> type = document.equals("trials") ? Trials.class : Tweets.class;
    Datason plain = Datason.create().with(c -> c.hints(false));
    codec = (Codec<Object>) library.codec(type);
    json =
        document.equals("trials")
            ? plain.toBytes(Trials.make(Documents.scaled(10_000)))
            : twitter();
    value = plain.fromJson(json, type);
    if (document.equals("tweets")) {
      json = plain.toBytes(value);
    }
    check("reads", codec.read(json));
    byte[] written = codec.write(value);
    check("writes", plain.fromJson(written, type));
    System.out.printf("%s: %,d bytes read, %,d written%n", document, json.length, written.length);
  }

  private void check(String way, Object result) {
    boolean same = result.equals(value);
    if (!same && !library.exact && result instanceof Trials trials) {
      same = trials.rounded().equals(((Trials) value).rounded());
    }
    if (!same) {
      throw new IllegalStateException(library + " " + way + " other values");
    }
  }

  private static byte[] twitter() throws IOException {
    String folder = System.getProperty("datason.corpus");
    if (folder == null) {
      throw new IllegalStateException("-Ddatason.corpus=FOLDER must name the folder of twitter");
    }
    return Files.readAllBytes(Path.of(folder, "twitter.json"));
  }

  /** Bytes to records. */
  @Benchmark
  public Object read() {
    return codec.read(json);
  }

  /** Records to bytes. */
  @Benchmark
  public byte[] write() {
    return codec.write(value);
  }
}
