package org.datason.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.config.Recognition;
import org.datason.recognition.Recognizer;
import org.datason.recognition.Recognizers;
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

/** Reads an array of 100,000 strings, ordinary ones or such as are recognised. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class RecognitionBenchmark {

  /** The setting; AT_A_PATH is automatic with a path that the strings do not stand at. */
  public enum Way {
    /** Off. */
    OFF(Recognition.OFF, Recognizers.defaults()),

    /** Hints only. */
    HINTS(Recognition.HINTS, Recognizers.defaults()),

    /** Automatic. */
    AUTOMATIC(Recognition.AUTOMATIC, Recognizers.defaults()),

    /** Automatic, but elsewhere. */
    AT_A_PATH(
        Recognition.AUTOMATIC, Recognizers.builder().add(Recognizer.UUIDS, "$.runs[*].id").build());

    private final Datason datason;

    Way(Recognition recognition, Recognizers recognizers) {
      datason =
          Datason.builder().recognizers(recognizers).build().with(c -> c.recognition(recognition));
    }
  }

  /** The setting. */
  @Param public Way way;

  /** The strings: words, text that begins as numbers and dates do, and what is recognised. */
  @Param({"words", "numbers", "uuids", "dates", "date-times"})
  public String strings;

  private byte[] json;

  /** Makes the document, and checks that it is read as it should be. */
  @Setup
  public void check() {
    Random random = new Random(42);
    List<String> texts = new ArrayList<>();
    List<Object> recognized = new ArrayList<>();
    for (int i = 0; i < Documents.scaled(100_000); i++) {
      Object value = value(random);
      recognized.add(value);
      texts.add(value.toString());
    }
    json = ("[\"" + String.join("\",\"", texts) + "\"]").getBytes(StandardCharsets.UTF_8);
    if (!way.datason.fromJson(json).equals(way == Way.AUTOMATIC ? recognized : texts)) {
      throw new IllegalStateException(strings + " are read otherwise with " + way);
    }
  }

  private Object value(Random random) {
    switch (strings) {
      case "words":
        StringBuilder word = new StringBuilder();
        for (int i = 4 + random.nextInt(33); i > 0; i--) {
          word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
      case "numbers":
        return random.nextInt(100_000_000) + (random.nextBoolean() ? " items" : "-24");
      case "uuids":
        return new UUID(random.nextLong(), random.nextLong());
      case "dates":
        return LocalDate.ofEpochDay(random.nextInt(30_000));
      case "date-times":
        return LocalDateTime.of(2024, 1, 1, 0, 0).plusNanos(random.nextInt() * 1_000_000_007L);
      default:
        throw new IllegalArgumentException("no strings are called " + strings);
    }
  }

  /** Bytes to a list. */
  @Benchmark
  public Object read() {
    return way.datason.fromJson(json);
  }
}
