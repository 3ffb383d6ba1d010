package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Measures groups of rows on this JVM; started by {@code benchmarks/run}. */
public final class Run {

  private final Results results;
  private final boolean full;
  private final boolean resume;
  private final List<String> jmhOptions;

  private Run(Results results, boolean full, boolean resume, List<String> jmhOptions) {
    this.results = results;
    this.full = full;
    this.resume = resume;
    this.jmhOptions = jmhOptions;
  }

  /**
   * Measures.
   *
   * @param args the folder of the results, the commit, then any of {@code --full}, {@code --resume}
   *     and names of groups, then {@code --} and options of JMH
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
    List<String> jmh = List.of();
    int end = words.indexOf("--");
    if (end >= 0) {
      jmh = List.copyOf(words.subList(end + 1, words.size()));
      words = words.subList(0, end);
    }
    boolean full = words.remove("--full");
    boolean resume = words.remove("--resume");
    List<Group> groups =
        words.isEmpty() ? List.of(Group.values()) : words.stream().map(Group::named).toList();
    Path folder = Path.of(args[0], "jdk" + Runtime.version().feature());
    Run run = new Run(new Results(folder), full, resume, jmh);
    String mode = (full ? "full" : "quick") + (jmh.isEmpty() ? "" : " " + String.join(" ", jmh));
    run.results.writeMachine(Machine.here(args[1], mode));
    run.measure(groups);
  }

  private void measure(List<Group> groups) throws Exception {
    int minutes = groups.stream().mapToInt(group -> group.minutes(full)).sum();
    System.out.printf(
        "JDK %s: %s, about %d minutes on two quiet cores%n",
        Runtime.version(), groups.toString().toLowerCase(Locale.ROOT), minutes);
    for (Group group : groups) {
      Instant start = Instant.now();
      System.out.printf(
          "%s, about %d min%n", group.name().toLowerCase(Locale.ROOT), group.minutes(full));
      switch (group) {
        case COLD -> program(group, "cold", () -> ColdStart.measure(full ? 21 : 7));
        case MEMORY -> program(group, "memory", () -> LeastHeap.measure(full ? 400_000 : 100_000));
        case PYTHON -> program(group, "python", () -> Python.measure(documents(), full));
        case ARROW ->
            program(group, "arrow", () -> Arrow.measure(full ? 1_000_000 : 100_000, full ? 5 : 3));
        default -> jmh(group);
      }
      System.out.printf("  took %d s%n", Duration.between(start, Instant.now()).toSeconds());
    }
  }

  /** What measures without JMH. */
  private interface Program {
    List<Measurement> measure() throws Exception;
  }

  private void program(Group group, String piece, Program program) throws Exception {
    if (resume && Files.exists(results.file(group, piece))) {
      return;
    }
    List<Measurement> measurements = program.measure();
    if (!measurements.isEmpty()) {
      results.write(group, piece, measurements);
    }
  }

  private Path documents() {
    return results.folder().resolveSibling("documents");
  }

  private void jmh(Group group) throws IOException, RunnerException, CommandLineOptionException {
    for (Piece piece : group.pieces(full, System.getProperty("datason.corpus") != null)) {
      Path file = results.file(group, piece.name());
      if (resume && Files.exists(file)) {
        continue;
      }
      System.out.println("  " + piece.name());
      new JmhRun(full, jmhOptions).run(piece, file);
    }
  }
}
