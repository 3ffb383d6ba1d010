package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a piece by JMH.
 *
 * @param full three forks of ten seconds, or one of less than two
 * @param given JMH's own options, which count more
 */
record JmhRun(boolean full, List<String> given) {

  /** Measures, and leaves the file behind only when all is done. */
  void run(Piece piece, Path file) throws IOException, RunnerException, CommandLineOptionException {
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    Path log = file.resolveSibling(piece.name() + ".log");
    CommandLineOptions own = new CommandLineOptions(given.toArray(new String[0]));
    ChainedOptionsBuilder options = new OptionsBuilder().parent(own).include(piece.include());
    piece.params().forEach((name, values) -> options.param(name, values.toArray(new String[0])));
    if (!own.getForkCount().hasValue()) {
      options.forks(full ? 3 : 1);
    }
    if (!own.getWarmupIterations().hasValue()) {
      options.warmupIterations(full ? 5 : 3);
    }
    if (!own.getMeasurementIterations().hasValue()) {
      options.measurementIterations(full ? 5 : 3);
    }
    TimeValue time = full ? TimeValue.seconds(1) : TimeValue.milliseconds(300);
    if (!own.getWarmupTime().hasValue()) {
      options.warmupTime(time);
    }
    if (!own.getMeasurementTime().hasValue()) {
      options.measurementTime(time);
    }
    options
        .jvmArgsPrepend(jvmArgs().toArray(new String[0]))
        .addProfiler(GCProfiler.class)
        .verbosity(own.verbosity().orElse(VerboseMode.NORMAL))
        .output(log.toString())
        .resultFormat(ResultFormatType.JSON)
        .result(unfinished.toString());
    try {
      Collection<RunResult> results = new Runner(options.build()).run();
      long failures = Files.readString(log).lines().filter("<failure>"::equals).count();
      if (failures > 0) {
        System.out.printf("    %d rows failed, see %s%n", failures, log);
      }
      if (results.isEmpty()) {
        Files.deleteIfExists(unfinished);
      } else {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (NoBenchmarksException e) {
      System.out.println("    there is no such benchmark: " + piece.include());
    }
  }

  /** What each row gets, beside what its benchmark says. */
  private static List<String> jvmArgs() {
    List<String> args =
        new ArrayList<>(
            List.of(
                "-XX:+AlwaysPreTouch",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR"));
    if (Runtime.version().feature() >= 24) {
      args.add("--add-modules=jdk.incubator.vector");
    }
    String corpus = System.getProperty("datason.corpus");
    if (corpus != null) {
      args.add("-Ddatason.corpus=" + corpus);
    }
    return args;
  }
}
