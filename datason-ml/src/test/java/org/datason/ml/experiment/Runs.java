package org.datason.ml.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.datason.tensor.Tensor;

/** Runs and files of tests. */
final class Runs {

  static final Instant NOON = Instant.parse("2024-06-15T12:00:00.123456789Z");

  private Runs() {}

  /** A small run that its number makes what it is. */
  static Run numbered(int n) {
    return Run.builder("run " + n)
        .id(new UUID(n, -n - 1L))
        .started(NOON.plusSeconds(n))
        .tag(n % 2 == 0 ? "even" : "odd")
        .parameter("number", n)
        .parameter("text", "ä\n\"" + n)
        .metric("loss", Metric.of(1.0 / (n + 1), n))
        .value("list", List.of(n, "x".repeat(n % 50)))
        .build();
  }

  /** A run of a size of its own, which its number makes what it is; some have tensors. */
  static Run mixed(int n) {
    Random random = new Random(n);
    double[] numbers = random.doubles(random.nextInt(600)).toArray();
    byte[] letters = new byte[n % 7 == 0 ? random.nextInt(100_000) : random.nextInt(500)];
    Arrays.fill(letters, (byte) ('a' + n % 26));
    return Run.builder("run " + n)
        .id(new UUID(n, 0))
        .started(NOON.plusSeconds(n))
        .parameter("number", n)
        .metric("loss", Metric.of(random.nextDouble(), random.nextDouble()))
        .value("text", new String(letters, StandardCharsets.US_ASCII))
        .value("tensor", Tensor.of(numbers, numbers.length))
        .build();
  }

  static Path file(Path folder) {
    return folder.resolve("runs.jsonl");
  }

  static Path index(Path folder) {
    return folder.resolve("runs.index");
  }

  /** Changes one byte of a file. */
  static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }
}
