package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.ml.csv.Csv;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Metric;
import org.datason.ml.experiment.RunInfo;
import org.datason.ml.model.RegressionReport;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {

  private static final UUID FIRST = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("aaaabbbb-0000-4000-8000-000000000002");

  @TempDir private Path folder;
  private Path log;

  private static org.datason.ml.experiment.Run first() {
    return org.datason.ml.experiment.Run.builder("baseline")
        .id(FIRST)
        .started(Instant.parse("2024-06-15T10:30:00.5Z"))
        .ended(Instant.parse("2024-06-15T10:31:00Z"))
        .tag("iris")
        .tag("slow")
        .parameter("rate", 0.5)
        .parameter("optimizer", "sgd")
        .metric("loss", Metric.of(0.75, 0.25, 0.5))
        .value("weights", Tensor.of(new double[10_000], 100, 100))
        .value("table", Frame.builder().column("x", Column.wrap(new double[] {1})).build())
        .value("report", RegressionReport.of(new double[] {1}, new double[] {2}))
        .value("more", Map.of("a", 1))
        .value("array", new int[] {1, 2})
        .value("text", "two\nlines")
        .value("none", null)
        .build();
  }

  private static org.datason.ml.experiment.Run second() {
    return org.datason.ml.experiment.Run.builder("wide")
        .id(SECOND)
        .started(Instant.parse("2024-06-16T00:00:00Z"))
        .tag("iris")
        .parameter("rate", 1)
        .parameter("optimizer", "sgd")
        .build();
  }

  @BeforeEach
  void write() {
    log = folder.resolve("log");
    try (ExperimentLog open = ExperimentLog.open(log)) {
      open.append(first());
      open.append(second());
    }
  }

  @Test
  void runsAreListed() {
    assertEquals(
        Run.good(
            """
            aaaaaaaa-0000-4000-8000-000000000001  2024-06-15T10:30:00Z  baseline  iris, slow
            aaaabbbb-0000-4000-8000-000000000002  2024-06-16T00:00:00Z  wide      iris
            2 runs
            """),
        Run.of("runs", "list", log));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--tag slow",
        "--tag iris --tag slow",
        "--name base",
        "--before 2024-06-16",
        "--from 2024-06-15T12:30:00.5+02:00 --before 2024-06-15T10:30:01Z"
      })
  void runsAreFiltered(String options) {
    assertEquals(
        Run.good(
            """
            aaaaaaaa-0000-4000-8000-000000000001  2024-06-15T10:30:00Z  baseline  iris, slow
            1 run
            """),
        Run.of((Object[]) ("runs list " + log + " " + options).split(" ")));
  }

  @Test
  void theListAsJson() throws IOException {
    Run run = Run.of("runs", "list", "--json", log);
    List<String> lines = run.out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(
        lines
            .get(1)
            .startsWith(
                "{\"id\":\"aaaabbbb-0000-4000-8000-000000000002\",\"name\":\"wide\","
                    + "\"started\":\"2024-06-16T00:00:00Z\",\"tags\":[\"iris\"],\"bytes\":"),
        lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaa-0000-4000-8000-000000000001", "AAAAA", "baseline"})
  void aRunIsShown(String run) {
    assertEquals(
        Run.good(
            """
            id       aaaaaaaa-0000-4000-8000-000000000001
            name     baseline
            started  2024-06-15T10:30:00.500Z
            ended    2024-06-15T10:31:00Z
            tags     iris, slow
            parameters
              rate       0.5
              optimizer  sgd
            metrics
                    last  min   max   values
              loss  0.5   0.25  0.75  3
            values
              weights  tensor float64 [100, 100]
              table    table of 1 row: x: float64
              report   RegressionReport
              more     map of 1 member [a]
              array    int[] of 2
              text     two\\u000alines
              none     null
            """),
        Run.of("runs", "show", log, run));
  }

  @Test
  void aRunAsJson() {
    Run run = Run.of("runs", "show", "--json", log, "wide");
    assertEquals(second(), Datason.create().fromJson(run.out()));
    assertTrue(run.out().contains("\n      \"optimizer\": \"sgd\"\n"), run.out());
  }

  @Test
  void runsAreComparedSideBySide() {
    String ids =
        "run               aaaaaaaa-0000-4000-8000-000000000001"
            + "  aaaabbbb-0000-4000-8000-000000000002\n";
    assertEquals(
        Run.good(
            ids
                + """
                name              baseline                              wide
                started           2024-06-15T10:30:00.500Z              2024-06-16T00:00:00Z
                params.rate       0.5                                   1.0
                params.optimizer  sgd                                   sgd
                metrics.loss      0.5                                   -
                metrics.loss.min  0.25                                  -
                metrics.loss.max  0.75                                  -
                """),
        Run.of("runs", "compare", log));
    Run differing = Run.of("runs", "compare", "--differing", log, "base" + "line", "aaaab");
    assertEquals(0, differing.code());
    assertTrue(!differing.out().contains("optimizer"), differing.out());
    assertTrue(differing.out().contains("rate"), differing.out());
    Run one = Run.of("runs", "compare", "--json", log, "wide");
    assertEquals(
        Run.good(
            "[{\"run\":\"aaaabbbb-0000-4000-8000-000000000002\",\"name\":\"wide\","
                + "\"started\":\"2024-06-16T00:00:00+00:00\",\"params.rate\":1,"
                + "\"params.optimizer\":\"sgd\"}]\n"),
        one);
  }

  /** Arrays are equal by what is in them, and shown so. */
  @Test
  void arraysAreCompared() {
    Path other = folder.resolve("other");
    try (ExperimentLog open = ExperimentLog.open(other)) {
      for (int i = 0; i < 2; i++) {
        open.append(
            org.datason.ml.experiment.Run.builder("a")
                .parameter("hash", new byte[] {1, 2})
                .parameter("layers", new int[] {3, 4 + i})
                .build());
      }
    }
    Run all = Run.of("runs", "compare", other);
    assertTrue(all.out().matches("(?s).*params.hash +AQI= +AQI=\n.*"), all.out());
    Run differing = Run.of("runs", "compare", "--differing", other);
    assertTrue(
        differing.out().matches("(?s).*params.layers +\\[3, 4] +\\[3, 5]\n.*"), differing.out());
    assertTrue(!differing.out().contains("hash"), differing.out());
  }

  @Test
  void runsAreExported() {
    Path json = folder.resolve("out.json.gz");
    assertEquals(Run.quiet(), Run.of("runs", "export", log, json));
    assertEquals(2, ((List<?>) Datason.create().load(json)).size());
    assertEquals(second(), ((List<?>) Datason.create().load(json)).get(1));
    Path lines = folder.resolve("out.jsonl");
    assertEquals(Run.quiet(), Run.of("runs", "export", log, lines, "wide"));
    try (var values = Datason.create().lines(lines)) {
      assertEquals(List.of(second()), values.toList());
    }
    Path csv = folder.resolve("out.csv");
    assertEquals(Run.quiet(), Run.of("runs", "export", log, csv));
    assertEquals(0.25, Csv.read(csv).column("metrics.loss.min").get(0));
    assertEquals(Run.quiet(), Run.of("runs", "export", "--metrics", log, csv));
    Frame metrics = Csv.read(csv);
    assertEquals(3, metrics.size());
    assertEquals(0.75, metrics.column("value").get(0));
  }

  // ---------------------------------------------------------------- errors

  @Test
  void aRunMustBeOne() {
    assertEquals(
        Run.failed(1, "datason: " + log + " has no run whose id begins with or whose name is 'zz'"),
        Run.of("runs", "show", log, "zz"));
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + log
                + " has 2 runs whose id begins with or whose name is 'aaaa'; give more of the id"),
        Run.of("runs", "show", log, "aaaa"));
  }

  @Test
  void aLogMustBeThere() {
    Path none = folder.resolve("none");
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + none.resolve("runs.jsonl")
                + " cannot be read: there is no such file or folder"),
        Run.of("runs", "list", none));
    assertTrue(Files.notExists(none));
  }

  @Test
  void damageIsTold() throws IOException {
    Path file = log.resolve("runs.jsonl");
    RunInfo run;
    try (ExperimentLog open = ExperimentLog.openReadOnly(log)) {
      run = open.runs().get(0);
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) run.offset() + 200] ^= 1;
    Files.write(file, bytes);
    Files.write(file, "{\"sha".getBytes(), StandardOpenOption.APPEND);
    assertEquals(
        Run.failed(
            1,
            "datason: The run "
                + run.id()
                + " in "
                + file
                + " at offset 0 ("
                + run.length()
                + " bytes) is damaged: it has not the checksum it was written with"),
        Run.of("runs", "show", log, "baseline"));
    Files.delete(log.resolve("runs.index"));
    Run listed = Run.of("runs", "list", log);
    assertEquals(0, listed.code());
    assertTrue(listed.out().endsWith("\n1 run\n"), listed.out());
    assertEquals(
        "datason: "
            + file
            + " at offset 0, "
            + (run.length() + 1)
            + " bytes, run "
            + run.id()
            + ": it has no right checksum\n"
            + "datason: 5 bytes at the end, from offset "
            + bytes.length
            + " on, are no whole run (one is being written, or was when its process ended)\n",
        listed.err());
  }

  @Test
  void aLogIsVerified() throws IOException {
    assertEquals(Run.good(log + ": 2 runs, all is well\n"), Run.of("runs", "verify", log));
    assertEquals(Run.quiet(), Run.of("runs", "verify", "--json", log));
    Path stray = log.resolve("data/stray.npy");
    Files.write(stray, new byte[] {1, 2, 3});
    Path file = log.resolve("runs.jsonl");
    long end = Files.size(file);
    Files.write(file, "{\"sha".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    String tail =
        file
            + " at offset "
            + end
            + ", 5 bytes: they are no whole run (one is being written, or was when its process"
            + " ended)";
    assertEquals(
        Run.good(
            "left over: "
                + stray
                + " at offset 0, 3 bytes: it belongs to no run of the log\n"
                + "left over: "
                + tail
                + "\n"
                + log
                + ": 2 runs, 0 damaged, 2 left over\n"),
        Run.of("runs", "verify", log));
    byte[] bytes = Files.readAllBytes(file);
    bytes[200] ^= 1;
    Files.write(file, bytes);
    Files.delete(stray);
    Run damaged = Run.of("runs", "verify", log);
    assertEquals(1, damaged.code());
    List<String> lines = damaged.out().lines().toList();
    assertEquals(3, lines.size(), damaged.out());
    assertTrue(lines.get(0).startsWith("damaged: " + file + " at offset 0, "), lines.get(0));
    assertTrue(
        lines.get(0).endsWith("is damaged: it has not the checksum it was written with"),
        lines.get(0));
    assertEquals("left over: " + tail, lines.get(1));
    assertEquals(log + ": 2 runs, 1 damaged, 1 left over", lines.get(2));
    Run json = Run.of("runs", "verify", "--json", log);
    assertEquals(1, json.code());
    assertTrue(json.out().startsWith("{\"kind\":\"damaged\",\"file\":"), json.out());
  }

  @Test
  void wrongUsage() {
    assertEquals(
        Run.failed(
            2,
            "datason: --from must be a time such as 2024-06-15 or 2024-06-15T10:30:00Z, not x"
                + " (see 'datason runs list --help')"),
        Run.of("runs", "list", "--from", "x", log));
    assertEquals(
        Run.failed(
            2,
            "datason: --metrics needs a name that ends with .csv (see 'datason runs export"
                + " --help')"),
        Run.of("runs", "export", "--metrics", log, "a.json"));
    assertEquals(
        Run.failed(
            2,
            "datason: OUT must end with .json, .jsonl, .ndjson or .csv, each also .gz, not a.txt"
                + " (see 'datason runs export --help')"),
        Run.of("runs", "export", log, "a.txt"));
    assertEquals(
        Run.failed(
            2, "datason: Missing required parameter: 'RUN' (see 'datason runs show --help')"),
        Run.of("runs", "show", log));
    assertEquals(
        Run.failed(
            2,
            "datason: Unmatched argument at index 1: 'lst'; did you mean list?"
                + " (see 'datason runs --help')"),
        Run.of("runs", "lst"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "compare", "export", "verify"})
  void everyCommandHasHelp(String command) {
    Run help = Run.of("runs", command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: datason runs " + command + " [-hV]"), help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    assertEquals(Run.of("runs", "--help"), Run.of("runs"));
  }
}
