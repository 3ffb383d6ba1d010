package org.datason.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.datason.Datason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Saves an experiment, loads it again and compares. */
@Command(
    name = "demo",
    description = {
      "Fits a model to the iris data, saves the result as JSON, loads it and compares.",
      "Ends with exit code 1 if anything that was loaded differs from what was saved."
    })
final class Demo implements Callable<Integer> {

  private static final int HEAD = 30;
  private static final int WIDTH = 96;
  private static final int RUNS = 300;
  private static final int WARM_UP = 1_500;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keep the JSON in this file; otherwise it goes to a temporary one.")
  private Path file;

  private PrintWriter out;

  @Override
  public Integer call() throws IOException {
    out = spec.commandLine().getOut();
    out.println("Fitting a softmax regression to 105 of the 150 flowers of Fisher's iris data ...");
    Map<String, Object> result = Experiment.run();
    Datason datason = Experiment.datason();
    Path kept = file;
    Path target = kept != null ? kept : Files.createTempFile("datason-demo-", ".json");
    try {
      return saveAndCompare(datason, result, target);
    } finally {
      if (kept == null) {
        Files.deleteIfExists(target);
      }
    }
  }

  private int saveAndCompare(Datason datason, Map<String, Object> result, Path target) {
    long start = System.nanoTime();
    byte[] json = datason.toBytes(result);
    long wrote = System.nanoTime();
    datason.fromJson(json);
    long read = System.nanoTime();
    datason.save(target, result);
    Object loaded = datason.load(target);

    head(datason.with(c -> c.indent(2)).toJson(result));
    SchemaCollector collector = new SchemaCollector(0);
    collector.read(datason.reader(new ByteArrayInputStream(json)));
    out.println();
    out.println("Type hints in the JSON:");
    collector.hints().forEach((hint, n) -> out.printf(Locale.ROOT, "  %4d  %s%n", n, hint));
    out.println();
    out.printf(Locale.ROOT, "Size    %,d bytes of JSON, %,d with gzip%n", json.length, gzip(json));
    times(datason, result, json, wrote - start, read - wrote);
    return verdict(result, loaded, target);
  }

  private void head(String json) {
    String[] lines = json.split("\n");
    out.println();
    out.println("The JSON, indented:");
    for (int i = 0; i < Math.min(HEAD, lines.length); i++) {
      out.println("  " + Text.cut(lines[i], WIDTH));
    }
    if (lines.length > HEAD) {
      out.println("  … " + (lines.length - HEAD) + " more lines");
    }
  }

  private static int gzip(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private void times(
      Datason datason, Map<String, Object> result, byte[] json, long firstWrite, long firstRead) {
    long write = median(() -> datason.toBytes(result));
    long read = median(() -> datason.fromJson(json));
    out.printf(
        Locale.ROOT,
        "Write   %.1f ms the first time, %.3f ms warmed up (median of %d)%n",
        firstWrite / 1e6,
        write / 1e6,
        RUNS);
    out.printf(
        Locale.ROOT,
        "Read    %.1f ms the first time, %.3f ms warmed up (median of %d)%n",
        firstRead / 1e6,
        read / 1e6,
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

  private int verdict(Map<String, Object> result, Object loaded, Path target) {
    Map<?, ?> again = loaded instanceof Map<?, ?> map ? map : new LinkedHashMap<>();
    int same = 0;
    out.println();
    out.println(
        file == null ? "Saved and loaded again:" : "Saved to " + target + ", loaded again:");
    for (Map.Entry<String, Object> member : result.entrySet()) {
      Object value = member.getValue();
      Object other = again.get(member.getKey());
      boolean identical = Identity.same(value, other);
      same += identical ? 1 : 0;
      String verdict = identical ? "identical" : "DIFFERENT: loaded as " + type(other);
      out.println(
          "  "
              + Text.pad(member.getKey(), 12)
              + Text.pad(type(value), 16)
              + Text.pad(verdict, 12)
              + Text.cut(shown(value), WIDTH - 40));
    }
    boolean all = Identity.same(result, loaded);
    out.println();
    out.println(
        all
            ? "identical: all " + same + " members came back bit for bit"
            : "DIFFERENT: " + same + " of " + result.size() + " members came back bit for bit");
    return all ? 0 : 1;
  }

  private static String type(Object value) {
    return value == null ? "null" : value.getClass().getSimpleName();
  }

  /** A value as a line of text. */
  private static String shown(Object value) {
    if (value instanceof Object[] rows) {
      return Arrays.deepToString(rows);
    }
    if (value instanceof double[] numbers) {
      return Arrays.toString(numbers);
    }
    if (value instanceof byte[] bytes) {
      return java.util.HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(value);
  }
}
