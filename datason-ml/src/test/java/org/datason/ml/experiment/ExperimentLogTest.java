package org.datason.ml.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.Decimals;
import org.datason.config.Recognition;
import org.datason.config.UnknownHints;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.ml.csv.Csv;
import org.datason.ml.model.ConfusionMatrix;
import org.datason.ml.model.ModelArtifact;
import org.datason.redaction.Redaction;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentLogTest {

  @TempDir private Path folder;

  private static Run rich() {
    return Run.builder("rich")
        .started(Runs.NOON)
        .ended(Runs.NOON.plusMillis(1))
        .tag("iris")
        .tag("größe")
        .parameter("rate", new BigDecimal("0.0010"))
        .parameter("float", 0.1f)
        .parameter("long", 5L)
        .parameter("none", null)
        .metric("loss", 0, 0.75, Runs.NOON)
        .metric("loss", 1, Double.NaN)
        .metric("accuracy", 1, -0.0)
        .value("matrix", ConfusionMatrix.of(List.of("a", "b"), List.of("a", "a")))
        .value("frame", Frame.builder().column("x", Column.wrap(new double[] {1, 2})).build())
        .value("model", ModelArtifact.of("m", "1", "").withTensor("w", Tensor.scalar(1.5)))
        .value("nested", Map.of("id", new UUID(1, 2), "at", Runs.NOON))
        .build();
  }

  @Test
  void aRunComesBackAsItIs() {
    Run run = rich();
    try (ExperimentLog log = ExperimentLog.open(folder.resolve("new/log"))) {
      assertEquals(run.id(), log.append(run));
      assertEquals(run, log.load(run.id()));
    }
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder.resolve("new/log"))) {
      assertEquals(run, log.load(run.id()));
      assertNull(log.recovery());
      assertEquals(List.of(), log.damages());
      assertEquals(List.of(), log.verify());
    }
  }

  /** Whatever the settings are good for elsewhere, a log keeps what it is given. */
  @ParameterizedTest
  @ValueSource(strings = {"defaults", "ml", "api", "strict", "performance", "python"})
  void aRunComesBackAsItIsWhateverTheSettings(String preset) {
    Datason settings =
        Datason.builder().config(DatasonConfig.preset(preset)).build().with(c -> c.indent(2));
    comesBack(settings);
    if (!settings.config().unknownHints().equals(UnknownHints.REFUSE)) {
      comesBack(settings.with(c -> c.recognition(Recognition.OFF)));
    }
    comesBack(
        settings.with(c -> c.recognition(Recognition.AUTOMATIC).decimals(Decimals.BIG_DECIMAL)));
  }

  private void comesBack(Datason settings) {
    Run run =
        Run.builder("a")
            .parameter("long", 5L)
            .parameter("float", 0.1f)
            .parameter("rate", new BigDecimal("0.0010"))
            .parameter("date", "2024-06-15")
            .parameter("id", new UUID(1, 2))
            .parameter("infinite", Double.NEGATIVE_INFINITY)
            .parameter("none", null)
            .metric("loss", Metric.of(Double.POSITIVE_INFINITY, Double.NaN, 0.1))
            .value("keys", Map.of(1, "x", 2, List.of(0.5)))
            .value("small", Tensor.of(new float[] {0.1f, Float.NaN}, 2))
            .value("large", Tensor.of(new double[10_000], 100, 100))
            .build();
    Path file = folder.resolve(run.id() + ".json");
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(settings).open()) {
      assertEquals(run, log.load(log.append(run)));
      assertEquals(List.of(), log.verify());
      log.export(log.find(RunQuery.all().parameter("id", run.parameters().get("id"))), file);
      assertEquals(run, ((List<?>) Datason.create().load(file)).get(log.runs().size() - 1));
    }
  }

  @Test
  void aLineIsReadable() throws IOException {
    Run run =
        Run.builder("a")
            .id(new UUID(1, 2))
            .started(Runs.NOON)
            .parameter("rate", 0.5)
            .metric("loss", 3, 0.25)
            .build();
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(run);
    }
    String json =
        "{\"id\":\"00000000-0000-0001-0000-000000000002\",\"name\":\"a\","
            + "\"started\":\"2024-06-15T12:00:00.123456789Z\",\"ended\":null,\"tags\":[],"
            + "\"parameters\":{\"rate\":0.5},"
            + "\"metrics\":{\"loss\":{\"steps\":[3],\"values\":[0.25],\"times\":[]}},\"values\":{}}";
    String sha =
        java.util.HexFormat.of()
            .formatHex(
                CheckedLine.sha256()
                    .digest(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals(
        "{\"sha256\":\"" + sha + "\",\"run\":" + json + "}\n", Files.readString(Runs.file(folder)));
  }

  @Test
  void runsAreListedInTheirOrder() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      for (int i = 0; i < 5; i++) {
        log.append(Runs.numbered(i));
      }
      assertEquals(
          List.of("run 0", "run 1", "run 2", "run 3", "run 4"),
          log.runs().stream().map(RunInfo::name).toList());
    }
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(Runs.numbered(5));
      assertEquals(6, log.runs().size());
      for (int i = 0; i < 6; i++) {
        assertEquals(Runs.numbered(i), log.load(Runs.numbered(i).id()));
      }
    }
  }

  @Test
  void aRunIsAnyObject() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      UUID id = log.append(Run.of("any", List.of(1, "two")));
      assertEquals(List.of(1, "two"), log.load(id).values().get("value"));
    }
  }

  record Setup(String optimizer, double rate) {}

  @Test
  void ownTypesLoadAsThemselves() {
    Datason datason = Datason.builder().type("setup", Setup.class).build();
    Setup setup = new Setup("adam", 0.1);
    UUID id;
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).open()) {
      id = log.append(Run.builder("a").parameter("setup", setup).build());
      assertEquals(setup, log.load(id).parameters().get("setup"));
    }
  }

  @Test
  void settingsThatWouldLoseSomethingDoNotCount() throws IOException {
    Datason datason = Datason.create().with(c -> c.hints(false).indent(2).omitNulls(true));
    Run run =
        Run.builder("a")
            .parameter("none", null)
            .parameter("rate", new BigDecimal("0.0010"))
            .value("at", Runs.NOON)
            .build();
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).open()) {
      log.append(run);
      assertEquals(run, log.load(run.id()));
    }
    assertEquals(1, Files.readAllLines(Runs.file(folder)).size());
  }

  // ---------------------------------------------------------------- what is refused

  @Test
  void anIdStandsOnce() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      Run run = Runs.numbered(1);
      log.append(run);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> log.append(run));
      assertEquals(
          "The log " + folder + " has a run " + run.id() + " already; give each an id of its own",
          e.getMessage());
      assertEquals(1, log.runs().size());
    }
  }

  @Test
  void aRunThatCannotBeWrittenLeavesNothing() throws IOException {
    try (ExperimentLog log = ExperimentLog.builder(folder).inlineBytes(0).open()) {
      log.append(Runs.numbered(1));
      long size = Files.size(Runs.file(folder));
      Run bad =
          Run.builder("bad")
              .value("a", Tensor.of(new double[100], 100))
              .value("b", new Thread())
              .build();
      UnsupportedTypeException e =
          assertThrows(UnsupportedTypeException.class, () -> log.append(bad));
      assertEquals(
          "No handler writes a java.lang.Thread; register a TypeHandler for it, or the type itself,"
              + " with the builder at $.values.b",
          e.getMessage());
      assertEquals(size, Files.size(Runs.file(folder)));
      assertEquals(List.of(), log.verify());
      log.append(Runs.numbered(2));
      assertEquals(Runs.numbered(2), log.load(Runs.numbered(2).id()));
    }
  }

  @Test
  void aRunThatIsNotThere() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      UUID id = new UUID(7, 7);
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> log.load(id));
      assertEquals("There is no run " + id + " in the log " + folder, e.getMessage());
    }
  }

  @Test
  void aClosedLogIsClosed() {
    ExperimentLog log = ExperimentLog.open(folder);
    log.append(Runs.numbered(1));
    log.close();
    log.close();
    String message = "The log " + folder + " is closed";
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> log.append(Runs.numbered(2))).getMessage());
    assertEquals(message, assertThrows(IllegalStateException.class, log::runs).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> log.load(new UUID(1, 1))).getMessage());
  }

  @Test
  void redactionMustLeaveTheIdAlone() {
    Datason hiding = Datason.builder().redaction(Redaction.builder().fields("id").build()).build();
    Run run = Runs.numbered(1);
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(hiding).open()) {
      UnsupportedTypeException e =
          assertThrows(UnsupportedTypeException.class, () -> log.append(run));
      assertEquals(
          "The id, name, time and tags of the run "
              + run.id()
              + " cannot be read back; the redaction and settings of the log must leave them as"
              + " they are",
          e.getMessage());
    }
  }

  @Test
  void whatIsRedactedIsInNoFile() throws IOException {
    Datason hiding =
        Datason.builder().redaction(Redaction.builder().fields("secret").build()).build();
    Tensor secret = Tensor.of(new double[1000], 1000);
    Run run = Run.builder("a").value("secret", secret).value("open", "x").build();
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(hiding).inlineBytes(0).open()) {
      log.append(run);
      assertEquals(Map.of("secret", "[REDACTED]", "open", "x"), log.load(run.id()).values());
      assertEquals(List.of(), log.verify());
    }
  }

  // ---------------------------------------------------------------- finding, tables

  @Test
  void runsAreFound() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      for (int i = 0; i < 6; i++) {
        log.append(Runs.numbered(i));
      }
      assertEquals(List.of(0, 2, 4), found(log, RunQuery.all().tag("even")));
      assertEquals(List.of(3), found(log, RunQuery.all().name("run 3"::equals)));
      assertEquals(
          List.of(2, 3),
          found(
              log,
              RunQuery.all()
                  .startedFrom(Runs.NOON.plusSeconds(2))
                  .startedBefore(Runs.NOON.plusSeconds(4))));
      assertEquals(List.of(4), found(log, RunQuery.all().parameter("number", 4.0)));
      assertEquals(List.of(), found(log, RunQuery.all().parameter("number", "4")));
      assertEquals(List.of(), found(log, RunQuery.all().parameter("other", (Object) null)));
      assertEquals(
          List.of(5), found(log, RunQuery.all().tag("odd").metric("loss", last -> last > 4)));
      assertEquals(List.of(), found(log, RunQuery.all().metric("other", last -> true)));
      assertEquals(6, log.find(RunQuery.all()).size());
    }
  }

  private static List<Integer> found(ExperimentLog log, RunQuery query) {
    return log.find(query).stream()
        .map(run -> Integer.parseInt(run.name().substring("run ".length())))
        .toList();
  }

  @Test
  void aMetricNamedAsTheMinimumOfAnotherStandsInItsPlace() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(Run.builder("a").metric("loss", Metric.of(3, 1)).metric("loss.min", 0, 7).build());
      Frame frame = log.compare(log.runs());
      assertEquals(
          List.of(
              "metrics.loss",
              "metrics.loss.max",
              "metrics.loss.min",
              "metrics.loss.min.min",
              "metrics.loss.min.max"),
          frame.schema().fields().stream().map(Field::name).skip(3).toList());
      assertEquals(7, frame.column("metrics.loss.min").getDouble(0));
    }
  }

  /** So that they are what they are in a CSV file, too, and not JSON. */
  @ParameterizedTest
  @MethodSource("parameters")
  void parametersAreInColumnsOfTheirTypes(String type, Object first, Object second) {
    Column column = ParameterColumn.of(new Object[] {first, null, second});
    assertEquals(type, column.type().toString());
    assertTrue(column.isMissing(1));
    if (second instanceof BigDecimal number && column.get(2) instanceof BigDecimal same) {
      assertEquals(0, number.compareTo(same));
    } else {
      assertArrayEquals(new Object[] {second}, new Object[] {column.get(2)});
    }
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        Arguments.of("boolean", null, null),
        Arguments.of("int64", 1, 5L),
        Arguments.of("float32", 0.5f, 0.1f),
        Arguments.of("float64", 0.5f, 0.1),
        Arguments.of("decimal(3, 2)", new BigDecimal("8.0"), new BigDecimal("0.02")),
        Arguments.of("decimal(21, 1)", BigInteger.TEN.pow(19), new BigDecimal("0.5")),
        Arguments.of("decimal(3, 2)", 0.25, new BigDecimal("1.5")),
        Arguments.of("mixed", new BigDecimal("1e999999999"), new BigDecimal("1.5")),
        Arguments.of("mixed", Double.NaN, new BigDecimal("1.5")),
        Arguments.of("mixed", "x", 1),
        Arguments.of("uuid", new UUID(1, 2), new UUID(3, 4)),
        Arguments.of("date", LocalDate.EPOCH, LocalDate.of(2024, 2, 29)),
        Arguments.of(
            "timestamp[ns]", LocalDateTime.MIN.withYear(2000), LocalDate.EPOCH.atTime(1, 2)),
        Arguments.of("mixed", LocalDateTime.MIN, LocalDateTime.MAX),
        Arguments.of("duration", Duration.ZERO, Duration.ofNanos(-1)),
        Arguments.of("binary", new byte[] {1}, new byte[] {2, 3}));
  }

  @Test
  void runsAreComparedSideBySide() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      log.append(
          Run.builder("a")
              .id(new UUID(1, 1))
              .started(Runs.NOON)
              .parameter("rate", 0.5)
              .parameter("layers", 2)
              .parameter("kind", "x")
              .parameter("any", List.of(1))
              .metric("loss", Metric.of(3, 1, 2))
              .build());
      log.append(
          Run.builder("b")
              .id(new UUID(2, 2))
              .started(Runs.NOON)
              .parameter("rate", 1)
              .parameter("warm", true)
              .build());
      Frame frame = log.compare(log.runs());
      assertEquals(
          List.of(
              "run uuid",
              "name text",
              "started timestamp[ns, UTC]",
              "params.rate float64",
              "params.layers int64",
              "params.kind text",
              "params.any mixed",
              "params.warm boolean",
              "metrics.loss float64",
              "metrics.loss.min float64",
              "metrics.loss.max float64"),
          frame.schema().fields().stream().map(f -> f.name() + " " + f.type()).toList());
      assertEquals(new UUID(2, 2), frame.column("run").get(1));
      assertEquals(1.0, frame.column("params.rate").get(1));
      assertEquals(2L, frame.column("params.layers").get(0));
      assertTrue(frame.column("params.layers").isMissing(1));
      assertEquals(List.of(1), frame.column("params.any").get(0));
      assertEquals(2.0, frame.column("metrics.loss").get(0));
      assertEquals(1.0, frame.column("metrics.loss.min").get(0));
      assertEquals(3.0, frame.column("metrics.loss.max").get(0));
      assertTrue(frame.column("metrics.loss").isMissing(1));
    }
  }

  @Test
  void allMetricsAreOneTable() {
    try (ExperimentLog log = ExperimentLog.open(folder)) {
      Run a =
          Run.builder("a").metric("loss", 5, 0.5, Runs.NOON).metric("loss", 6, Double.NaN).build();
      Run b = Run.builder("b").metric("accuracy", 0, 1).build();
      log.append(a);
      log.append(b);
      Frame frame = log.metrics(log.runs());
      assertEquals(3, frame.size());
      assertEquals(a.id(), frame.column("run").get(1));
      assertEquals("loss", frame.column("metric").get(1));
      assertEquals(6L, frame.column("step").get(1));
      assertEquals(Double.NaN, frame.column("value").get(1));
      assertEquals(Runs.NOON, ((java.time.ZonedDateTime) frame.column("time").get(0)).toInstant());
      assertTrue(frame.column("time").isMissing(1));
      assertEquals("accuracy", frame.column("metric").get(2));
      assertEquals(0, log.metrics(List.of()).size());
      assertEquals(
          new FieldType.Dictionary(FieldType.Simple.TEXT, false), frame.column("metric").type());
    }
  }

  @Test
  void runsAreExportedWhole() {
    Run large = Run.builder("large").value("t", Tensor.of(new double[20_000], 100, 200)).build();
    try (ExperimentLog log = ExperimentLog.open(folder.resolve("log"))) {
      log.append(rich());
      log.append(large);
      List<Run> runs = log.runs().stream().map(run -> log.load(run.id())).toList();
      Datason datason = Datason.create();
      for (String name : List.of("runs.json", "runs.json.gz")) {
        log.export(log.runs(), folder.resolve(name));
        assertEquals(runs, datason.load(folder.resolve(name)));
      }
      for (String name : List.of("runs.jsonl", "runs.ndjson.gz")) {
        log.export(log.runs(), folder.resolve(name));
        try (var lines = datason.lines(folder.resolve(name))) {
          assertEquals(runs, lines.toList());
        }
      }
      log.export(log.runs(), folder.resolve("runs.csv"));
      Frame table = log.compare(log.runs());
      assertEquals(table, Csv.reader().like(table).read(folder.resolve("runs.csv")));
      log.export(List.of(), folder.resolve("none.json"));
      assertEquals(List.of(), datason.load(folder.resolve("none.json")));
    }
  }

  // ---------------------------------------------------------------- runs as values

  @Test
  void metricsAreChecked() {
    assertEquals(
        "Expected at least one value and a step for each but found 0 values and 0 steps",
        assertThrows(IllegalArgumentException.class, () -> Metric.of()).getMessage());
    assertEquals(
        "Expected a time for each of 1 values but found 2",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Metric(new long[1], new double[1], List.of(Runs.NOON, Runs.NOON)))
            .getMessage());
    Metric metric = Metric.of(2, Double.NaN, 1);
    assertEquals(1, metric.min());
    assertEquals(2, metric.max());
    assertEquals("3 values, last 1.0 at step 2", metric.toString());
    assertEquals(Double.NaN, Metric.of(Double.NaN).min());
    assertEquals("1 value 0.5 at step 0", Metric.of(0.5).toString());
    metric.values()[0] = 7;
    assertArrayEquals(new double[] {2, Double.NaN, 1}, metric.values());
    RunBuilder builder = Run.builder("a").metric("m", 9, 9, Runs.NOON).metric("m", metric);
    assertArrayEquals(new long[] {9, 0, 1, 2}, builder.build().metrics().get("m").steps());
  }
}
