package org.datason.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.ml.csv.Csv;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an experiment, appends it to a log, loads it again and compares. */
@Command(
    name = "demo",
    description = {
      "Fits a model to the iris data at three learning rates, appends the runs to a log of"
          + " experiments, loads them again and compares.",
      "Ends with exit code 1 if anything that was loaded differs from what was saved."
    })
final class Demo implements Callable<Integer> {

  private static final List<BigDecimal> RATES =
      List.of(new BigDecimal("0.02"), new BigDecimal("0.50"), new BigDecimal("8.0"));

  private static final int RUNS = 30;
  private static final int WARM_UP = 50;

  @Spec private CommandSpec spec;

  @Option(
      names = "--log",
      paramLabel = "FOLDER",
      description = "Append the runs to the log in this folder; otherwise to one in a new folder.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Also save the JSON of the best run in this file, compressed if it ends in .gz.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ExperimentReport report = new ExperimentReport(out);
    Datason datason = Experiment.datason();
    Experiment experiment = new Experiment();
    report.data(experiment.iris(), comesBack(datason, experiment.iris()));

    report.heading("Fitting a softmax regression at " + RATES.size() + " learning rates:");
    List<Run> runs = new ArrayList<>();
    for (BigDecimal rate : RATES) {
      Run run = experiment.run(rate);
      runs.add(run);
      report.curve(run);
    }
    Run best = runs.stream().min(Comparator.comparing(Demo::testLoss)).orElseThrow();
    report.best(best);

    Path log = folder == null ? Files.createTempDirectory("datason-demo-") : folder;
    List<Run> loaded = appendAndLoad(datason, log, runs, report);
    if (file != null) {
      datason.save(file, best);
    }
    json(datason, best, out);
    boolean same = report.verdict(runs, loaded, best);
    report.places(log, file);
    return same ? 0 : 1;
  }

  private static double testLoss(Run run) {
    return run.metrics().get("testLoss").last();
  }

  /** Whether a table that goes through JSON is written as the CSV that it was read from. */
  private static boolean comesBack(Datason datason, Frame frame) {
    Frame loaded = datason.fromJson(datason.toBytes(frame), Frame.class);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Csv.writer().write(loaded, csv);
    String original = new String(Iris.bytes(), StandardCharsets.UTF_8);
    return frame.equals(loaded) && original.endsWith(csv.toString(StandardCharsets.UTF_8));
  }

  private static List<Run> appendAndLoad(
      Datason datason, Path folder, List<Run> runs, ExperimentReport report) {
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).open()) {
      long start = System.nanoTime();
      runs.forEach(log::append);
      report.comparison(log, runs, System.nanoTime() - start);
    }
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).openReadOnly()) {
      return runs.stream().map(run -> log.load(run.id())).toList();
    }
  }

  private static void json(Datason datason, Run run, PrintWriter out) {
    byte[] json = datason.toBytes(run);
    out.println();
    out.println("Type hints in the JSON of the best run:");
    SchemaCollector collector = new SchemaCollector(0);
    collector.read(datason.reader(new ByteArrayInputStream(json)));
    collector.hints().forEach((hint, n) -> out.printf(Locale.ROOT, "  %4d  %s%n", n, hint));
    byte[] compact = datason.with(c -> c.preset("ml")).toBytes(run);
    out.printf(
        Locale.ROOT,
        "%nSize    %,d bytes of JSON; %,d with arrays in base64 (the preset ml)%n",
        json.length,
        compact.length);
    out.printf(
        Locale.ROOT,
        "Time    %.3f ms to write, %.3f ms to read (medians of %d, warmed up)%n",
        median(() -> datason.toBytes(run)) / 1e6,
        median(() -> datason.fromJson(json)) / 1e6,
        RUNS);
  }

  private static long median(Runnable work) {
    for (int i = 0; i < WARM_UP; i++) {
      work.run();
    }
    long[] times = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }
}
