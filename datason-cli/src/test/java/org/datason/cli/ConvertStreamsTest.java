package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.Compression;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversions hold a few batches, and leave nothing half-written. */
class ConvertStreamsTest {

  private static final String CSV = "id,t,x\n1,a,0.5\n2,,NaN\n3,\"\",\n";

  @TempDir private Path folder;

  private static Frame table() {
    return Frame.builder()
        .column("id", Column.of(Simple.INT64, 1L, 2L, 3L))
        .column("t", Column.of(Simple.TEXT, "a", null, ""))
        .column("x", Column.of(Simple.FLOAT64, 0.5, Double.NaN, null))
        .build();
  }

  private Path file(String name, String text) throws IOException {
    return TestFiles.write(folder.resolve(name), text);
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void littleMemorySuffices() throws IOException, InterruptedException {
    assertEquals("same", convertedWith("-Xmx20m", 12_000_000));
  }

  @Test
  @Tag("slow")
  void littleMemorySufficesForMuch() throws IOException, InterruptedException {
    assertEquals("same", convertedWith("-Xmx48m", 100_000_000));
  }

  private String convertedWith(String memory, int bytes) throws IOException, InterruptedException {
    Process process =
        ChildJava.start(
            List.of(memory, "-XX:+UseSerialGC"),
            SmallHeap.class.getName(),
            List.of(folder.toString(), Integer.toString(bytes)));
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  /** From each form to each form, and back to Arrow. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a.csv", "a.tsv", "a.ndjson", "a.json", "a.arrow", "a.arrows", "a.csv.gz"})
  void everyFormBecomesEveryOther(String from) throws IOException {
    Path first = folder.resolve("first.arrow");
    ArrowFiles.write(first, table(), Compression.NONE);
    assertEquals(Run.quiet(), Run.of("convert", first, folder.resolve(from)));
    for (String to : new String[] {"b.csv", "b.ndjson.gz", "b.json", "b.arrow", "b.arrows"}) {
      if (from.equals("a.json") && to.contains("json")) {
        continue; // JSON is copied as it is
      }
      Path last = folder.resolve("last.arrow");
      assertEquals(Run.quiet(), Run.of("convert", folder.resolve(from), folder.resolve(to)));
      assertEquals(Run.quiet(), Run.of("convert", folder.resolve(to), last));
      Frame read = ArrowFiles.read(last);
      boolean lines = from.contains("ndjson") || to.contains("ndjson"); // which have no NaN
      assertEquals(table().column("id"), read.column("id"), to);
      assertEquals(table().column("t"), read.column("t"), to);
      assertTrue(lines || table().column("x").equals(read.column("x")), to);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"records", "split", "list", "values", "dict", "index", "table"})
  void everyLayoutIsThatOfTheWholeTable(String orient) throws IOException {
    Path csv = file("a.csv", CSV);
    Path json = folder.resolve("a.json");
    assertEquals(Run.quiet(), Run.of("convert", csv, json, "--orient", orient));
    assertEquals(table(), Datason.create().load(json));
    Path lines = file("a.ndjson", "{\"a\":1}\n{\"a\":2}\n");
    assertEquals(0, Run.of("convert", lines, json, "--orient", orient).code());
    assertEquals(
        Frame.builder().column("a", Column.of(Simple.INT64, 1L, 2L)).build(),
        Datason.create().load(json));
  }

  @Test
  void linesBecomeColumns() throws IOException {
    Path lines = file("a.ndjson", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2.5}\n");
    assertEquals(
        Run.good("{\"a\":[1.0,2.5],\"b\":[\"x\",null]}\n"),
        Run.of("convert", "--no-hints", "--orient", "list", lines, "-"));
    assertEquals(
        Run.good("{\"index\":[0,1],\"columns\":[\"a\",\"b\"],\"data\":[[1.0,\"x\"],[2.5,null]]}\n"),
        Run.of("convert", "--no-hints", "--orient", "split", lines, "-"));
  }

  @Test
  void labelsOfRowsAreKept() throws IOException {
    Frame labelled =
        Frame.builder()
            .column("a", Column.of(Simple.INT64, 1L, 2L))
            .index(new Series("key", Column.of(Simple.TEXT, "x", "y")))
            .build();
    Path arrow = folder.resolve("a.arrow");
    ArrowFiles.write(arrow, labelled, Compression.NONE);
    Path json = folder.resolve("a.json");
    assertEquals(Run.quiet(), Run.of("convert", arrow, json));
    assertEquals(labelled, Datason.create().load(json));
    assertEquals(Run.quiet(), Run.of("convert", json, folder.resolve("b.arrow")));
    assertEquals(labelled, ArrowFiles.read(folder.resolve("b.arrow")));
    assertEquals(
        Run.failed(1, "datason: The table has labels of its rows; --index writes them as well"),
        Run.of("convert", arrow, folder.resolve("a.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.ndjson", "a.arrow", "a.arrows", "a.json"})
  void inputAndOutputMayBeTheSameFile(String name) throws IOException {
    Path csv = file("first.csv", CSV);
    Path file = folder.resolve(name);
    assertEquals(Run.quiet(), Run.of("convert", csv, file));
    byte[] before = Files.readAllBytes(file);
    assertEquals(Run.quiet(), Run.of("convert", file, file));
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(Set.of("first.csv", name), names());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":1}\n{\"a\":tru}\n', ndjson, ':2:6: Expected true but found tru at $.a'",
    "'[{\"a\":1},\n{\"a\":1', json, ':2:7: Expected '','' or ''}'' but found the end of the"
        + " input at $[1].a'",
    "'a,b\n1,2\n3\n', csv, ': Expected 2 fields but found 1 in the input, line 3'",
  })
  void brokenInputLeavesNothingBehind(String text, String form, String error) throws IOException {
    Path broken = file("broken." + form, text);
    Path kept = file("kept.arrow", "what was there before");
    for (String to : new String[] {"b.arrow", "b.arrows", "b.csv"}) {
      Run run = Run.of("convert", broken, folder.resolve(to));
      if (!form.equals("csv") || !to.endsWith("csv")) {
        assertEquals(Run.failed(1, "datason: " + broken + error), run);
      }
      assertEquals(1, run.code());
    }
    assertEquals(Run.failed(1, "datason: " + broken + error), Run.of("convert", broken, kept));
    assertEquals("what was there before", Files.readString(kept));
    assertEquals(Set.of("broken." + form, "kept.arrow"), names());
  }

  @Test
  void aBrokenStreamOfArrowLeavesNothingBehind() throws IOException {
    Path whole = folder.resolve("a.arrows");
    Path csv = file("a.csv", CSV);
    assertEquals(Run.quiet(), Run.of("convert", csv, whole));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.arrows"), Arrays.copyOf(bytes, bytes.length - 40));
    assertEquals(1, Run.of("convert", half, folder.resolve("b.csv")).code());
    assertEquals(Set.of("a.csv", "a.arrows", "half.arrows"), names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "json", "arrows"})
  void standardInputIsReadToItsEndForTypes(String form) throws IOException {
    Path first = file("a.csv", CSV);
    Path input = folder.resolve("in." + form);
    assertEquals(Run.quiet(), Run.of("convert", first, input));
    Path output = folder.resolve("out.arrow");
    assertEquals(
        Run.quiet(), Run.on(Files.readAllBytes(input), "convert", "--from", form, "-", output));
    assertEquals(table().column("t"), ArrowFiles.read(output).column("t"));
    Run json =
        Run.on(Files.readAllBytes(input), "convert", "--from", form, "-", "-", "--to", "csv");
    assertEquals(0, json.code(), json.err());
    assertEquals(form.equals("ndjson") ? CSV.replace("NaN", "\"\"\"NaN\"\"\"") : CSV, json.out());
  }

  @Test
  void aSampleOfStandardInputTellsTheTypes() {
    StringBuilder csv = new StringBuilder("x\n");
    csv.append("1\n".repeat(5000)).append("0.5\n");
    assertEquals(
        Run.failed(
            1,
            "datason: -: Expected int64, as in the sample at the beginning, but found '0.5' in"
                + " column 'x' of the input, line 5002; give its type, or take a larger sample"),
        Run.on(
            csv.toString(),
            "convert",
            "--sample",
            "1K",
            "--from",
            "csv",
            "-",
            folder.resolve("a.arrow")));
    assertEquals(
        Run.quiet(),
        Run.on(
            csv.toString(),
            "convert",
            "--sample",
            "64k",
            "--from",
            "csv",
            "-",
            folder.resolve("a.arrow")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ndjson, ''",
    "'[]', json, ''",
    "'', csv, ''",
    "'a,b\n', csv, 'a,b\n'",
    "' [ ] ', json, ''"
  })
  void emptyInputsAreEmptyTables(String text, String form, String csv) throws IOException {
    Path input = file("a." + form, text);
    for (String to : new String[] {"b.arrow", "b.arrows", "b.ndjson", "b.csv"}) {
      Path output = folder.resolve(to);
      if (form.equals("json") && to.endsWith("ndjson")) {
        continue; // JSON to JSON is no table
      }
      assertEquals(Run.quiet(), Run.of("convert", input, output));
      String columns = to.endsWith("ndjson") ? "" : csv; // which rows alone would tell
      assertEquals(Run.good(columns), Run.of("convert", "--to", "csv", output, "-"), to);
    }
  }

  @Test
  void progressIsToldWhenAskedFor() throws IOException {
    Path csv = file("a.csv", CSV);
    Run run = Run.of("convert", "--progress", csv, folder.resolve("a.arrow"));
    assertEquals(0, run.code());
    List<String> lines =
        run.err().lines().map(line -> line.replaceFirst("  \\S+ \\S+/s$", "")).toList();
    assertEquals(
        List.of(
            "a.csv (types)  28 bytes of 28 bytes  100%",
            "a.csv  28 bytes of 28 bytes  100%  3 rows"),
        lines);
    Run arrow = Run.of("convert", "--progress", folder.resolve("a.arrow"), folder.resolve("b.csv"));
    assertTrue(arrow.err().contains("100%  3 rows"), arrow.err());
  }

  @Test
  void standardOutputTakesEveryStream() throws IOException {
    Path csv = file("a.csv", CSV);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StandardStreams streams =
        new StandardStreams(new ByteArrayInputStream(new byte[0]), out, err, false);
    assertEquals(0, Main.run(streams, "convert", csv.toString(), "-", "--to", "arrows"));
    Files.write(folder.resolve("b.arrows"), out.toByteArray());
    assertEquals(table(), ArrowFiles.read(folder.resolve("b.arrows")));
  }
}
