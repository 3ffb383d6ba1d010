package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.datason.Datason;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.Compression;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables between Arrow's files and streams, JSON and CSV. */
class ConvertArrowTest {

  private static final String LINES = "{\"id\":1,\"t\":\"a\"}\n{\"id\":2,\"t\":null}\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return TestFiles.write(folder.resolve(name), text);
  }

  private static Frame table() {
    return Frame.builder()
        .column("id", Column.of(Simple.INT64, 1L, 2L))
        .column("t", Column.of(Simple.TEXT, "a", null))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd", "lz4"})
  void linesComeBackAsTheyWere(String compression) throws IOException {
    Path lines = file("a.ndjson", LINES);
    Path arrow = folder.resolve("a.arrow");
    Path stream = folder.resolve("b.arrows");
    Path back = folder.resolve("c.ndjson");
    assertEquals(Run.quiet(), Run.of("convert", lines, arrow, "--compression", compression));
    assertEquals(table(), ArrowFiles.read(arrow));
    assertEquals(Run.quiet(), Run.of("convert", "--compression", compression, arrow, stream));
    assertEquals(table(), ArrowFiles.read(stream));
    assertEquals(Run.quiet(), Run.of("convert", stream, back));
    assertEquals(LINES, TestFiles.read(back));
  }

  @Test
  void otherFormsAreConvertedToo() throws IOException {
    Path arrow = folder.resolve("a.arrow");
    Path array = file("a.json", "[{\"id\":1,\"t\":\"a\"},\n{\"id\":2,\"t\":null}]");
    assertEquals(Run.quiet(), Run.of("convert", array, arrow));
    assertEquals(table(), ArrowFiles.read(arrow));
    assertEquals(
        Run.good("[{\"id\":1,\"t\":\"a\"},{\"id\":2,\"t\":null}]\n"),
        Run.of("convert", "--no-hints", arrow, "-"));
    Path csv = folder.resolve("a.csv");
    assertEquals(Run.quiet(), Run.of("convert", arrow, csv));
    assertEquals("id,t\n1,a\n2,\n", TestFiles.read(csv));
    Path again = folder.resolve("b.arrows");
    assertEquals(Run.quiet(), Run.of("convert", csv, again));
    assertEquals(table(), ArrowFiles.read(again));
    Path json = folder.resolve("b.json");
    assertEquals(Run.quiet(), Run.of("convert", again, json));
    assertEquals(table(), Datason.create().load(json));
    assertEquals(Run.quiet(), Run.of("convert", json, arrow));
    assertEquals(table(), ArrowFiles.read(arrow));
  }

  @Test
  void standardStreamsCarryStreams() throws IOException {
    Path stream = folder.resolve("a.arrows");
    assertEquals(Run.quiet(), Run.on(LINES, "convert", "--from", "ndjson", "-", stream));
    assertEquals(
        Run.good(LINES),
        Run.on(
            Files.readAllBytes(stream), "convert", "--from", "arrows", "--to", "ndjson", "-", "-"));
    assertEquals(
        Run.failed(
            1, "datason: A file of Arrow's is not written to standard output; --to arrows is"),
        Run.on(LINES, "convert", "--from", "ndjson", "--to", "arrow", "-", "-"));
    assertEquals(
        Run.failed(
            1, "datason: -: a file of Arrow's cannot be read from a stream; --from arrows can"),
        Run.on(LINES, "convert", "--from", "arrow", "--to", "ndjson", "-", "-"));
  }

  @Test
  void typesOfAFileAreInferredFromAllRows() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      rows.append("{\"x\":").append(i).append("}\n");
    }
    rows.append("{\"x\":0.5,\"late\":true}\n");
    Path arrow = folder.resolve("a.arrow");
    assertEquals(Run.quiet(), Run.of("convert", file("a.ndjson", rows.toString()), arrow));
    assertEquals("x: float64, late: boolean", ArrowFiles.read(arrow).schema().toString());
    Path other = folder.resolve("b.arrow");
    assertEquals(
        Run.failed(1, "datason: -:100001:6: Expected a long but found 0.5 at $.x"),
        Run.on(rows.toString(), "convert", "--sample", "64K", "--from", "ndjson", "-", other));
    assertFalse(Files.exists(other));
    assertEquals(Run.quiet(), Run.on(rows.toString(), "convert", "--from", "ndjson", "-", other));
    assertEquals(ArrowFiles.read(arrow), ArrowFiles.read(other));
  }

  @Test
  void errorsNameThePlace() throws IOException {
    Path lines = file("a.ndjson", "{\"a\":1}\n{\"a\":tru}\n");
    assertEquals(
        Run.failed(1, "datason: " + lines + ":2:6: Expected true but found tru at $.a"),
        Run.of("convert", lines, folder.resolve("a.arrow")));
    Path none = file("none.arrow", "{}");
    assertEquals(
        Run.failed(
            1,
            "datason: " + none + ": The stream cannot be read as Arrow: it ends within a message"),
        Run.of("convert", none, "-"));
  }

  @Test
  void inspectShowsSchemaBatchesAndMetadata() {
    Path arrow = folder.resolve("a.arrow");
    Frame frame =
        Frame.builder()
            .column("id", Column.of(Simple.INT64, 1L, 2L))
            .column("u", Column.of(Simple.UUID, new java.util.UUID(1, 2), null))
            .index(new Series("key", Column.of(Simple.TEXT, "a", "b")))
            .build();
    ArrowFiles.write(arrow, java.util.List.of(frame, frame).iterator(), Compression.ZSTD);
    Run run = Run.of("inspect", "--rows", "0", arrow);
    assertEquals(
        Run.good(
            arrow
                + ": ARROW, 4 rows, 3 columns, 2 batches\n"
                + "  id: Int(64, true)\n"
                + "  u: FixedSizeBinary(16), as arrow.uuid\n"
                + "  __index_level_0__: Utf8\n"
                + "rows of the batches: 2, 2\n"
                + "metadata: datason:index = 2\n"
                + "metadata: datason:index-name = \"key\"\n"),
        run);
    Run first = Run.of("inspect", "--rows", "1", arrow);
    assertTrue(first.out().startsWith(run.out()) && first.out().length() > run.out().length());
    Run json = Run.of("inspect", "--json", arrow);
    assertTrue(json.out().contains("\"batches\": [\n"), json.out());
  }

  @Test
  void headAndSchemaTakeEveryForm() throws IOException {
    Path lines = file("a.ndjson", LINES);
    Path arrow = folder.resolve("a.arrow");
    Path csv = folder.resolve("a.csv");
    Run.of("convert", lines, arrow);
    Run.of("convert", lines, csv);
    Path stream = folder.resolve("a.arrows");
    Path typed = folder.resolve("a.json");
    Path tabs = folder.resolve("a.tsv.gz");
    Run.of("convert", arrow, stream);
    Run.of("convert", arrow, typed);
    Run.of("convert", arrow, tabs);
    Path array = file("b.json", "[{\"id\":1,\"t\":\"a\"},{\"id\":2,\"t\":null}]");
    for (Path file : new Path[] {lines, arrow, csv, stream, typed, tabs, array}) {
      assertEquals(Run.good("id: int64\nt: text\n"), Run.of("schema", file));
      assertEquals(Run.good("id  t\n1   a\n2\n"), Run.of("head", file));
      assertEquals(Run.good("id  t\n1   a\n"), Run.of("head", "-n", "1", file));
      assertEquals(Run.good("id  t\n"), Run.of("head", "-n", "0", file));
    }
    assertEquals(2, Run.of("head", "-n", "-1", lines).code());
    for (String form : new String[] {"csv", "ndjson", "arrows"}) {
      byte[] input = Files.readAllBytes(folder.resolve("a." + form));
      assertEquals(
          Run.good("id: int64\nt: text\n"), Run.on(input, "schema", "--from", form, "-"), form);
      assertEquals(Run.good("id  t\n1   a\n2\n"), Run.on(input, "head", "--from", form, "-"), form);
    }
  }
}
