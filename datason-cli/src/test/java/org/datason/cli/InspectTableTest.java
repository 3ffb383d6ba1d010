package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.ml.model.ModelArtifact;
import org.datason.ml.npy.Npy;
import org.datason.ml.npy.Npz;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and arrays in files of their own and in documents. */
class InspectTableTest {

  private static final Frame FRAME =
      Frame.builder()
          .column("id", Column.of(Simple.INT64, 1L, 2L))
          .column("loss", Column.of(Simple.FLOAT64, 0.5, null))
          .build();

  @TempDir private Path folder;

  @Test
  void aTable() throws IOException {
    Path csv = TestFiles.write(folder.resolve("a.csv"), "id,tag\n1,x\n2,\n3,\u001b[31m\n");
    assertEquals(
        Run.good(
            csv
                + """
                : CSV, 3 rows, 2 columns, 1 missing, 86 bytes in memory
                  id   int64
                  tag  text   1 missing

                     id  tag
                  int64  text
                      1  x
                      2  -
                """),
        Run.of("inspect", "--rows", "2", csv));
    assertEquals(
        Run.failed(
            2, "datason: --rows must be from 0 to 10, not 11 (see 'datason inspect --help')"),
        Run.of("inspect", "--rows", "11", csv));
    assertEquals(
        Run.good("-: CSV, 1 row, 1 column, 0 missing, 9 bytes in memory\n  column1  text\n"),
        Run.on("x\n", "inspect", "--from", "csv", "--no-header", "--rows", "0", "-"));
  }

  @Test
  void arrays() throws IOException {
    Path npy = folder.resolve("a.npy");
    Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    Npy.write(tensor, npy);
    assertEquals(
        Run.good(
            npy
                + ": NPY, float32 [3, 2], 24 bytes in memory\n"
                + "array([[1.0, 2.0], [3.0, 4.0]], shape=(2, 2), dtype=float32)\n"),
        Run.of("inspect", "--rows", "2", npy));
    Path npz = folder.resolve("a.npz");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("weights", tensor);
    tensors.put("b", Tensor.of(new boolean[] {true}, 1));
    Npz.write(tensors, npz);
    assertEquals(
        Run.good(
            npz
                + """
                : NPZ, 2 arrays
                  weights  float32 [3, 2], 24 bytes in memory
                  b        bool [1], 1 byte in memory
                """),
        Run.of("inspect", npz));
    assertEquals(
        Map.of(
            "file",
            npz.toString(),
            "format",
            "npz",
            "arrays",
            Map.of(
                "weights",
                Map.of("kind", "array", "dtype", "float32", "shape", List.of(3, 2), "memory", 24),
                "b",
                Map.of("kind", "array", "dtype", "bool", "shape", List.of(1), "memory", 1))),
        Datason.create().fromJson(Run.of("inspect", "--json", npz).out()));
  }

  @Test
  void aDocumentThatIsATable() {
    Run run = Run.on(Datason.create().toJson(FRAME), "inspect", "-");
    assertEquals(0, run.code());
    int tables = run.out().indexOf("a table or array:");
    assertEquals(
        """
        a table or array:
          $  2 rows, 2 columns, 1 missing, 64 bytes in memory
          id    int64
          loss  float64  1 missing

             id     loss
          int64  float64
              1      0.5
              2        -
        """,
        run.out().substring(tables));
  }

  @Test
  void tablesAndArraysInADocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("a b", List.of(1, FRAME));
    document.put("w", Tensor.of(new double[] {1, 2}, 2));
    document.put("s", new Series("s", Column.of(Simple.TEXT, "x", null)));
    document.put("scalar", Tensor.scalar(5));
    String json = Datason.create().toJson(document);
    Run run = Run.on(json, "inspect", "-");
    assertEquals(
        """
        tables and arrays:
          $["a b"][1]  2 rows, 2 columns, 1 missing, 64 bytes in memory
          $.w          float64 [2], 16 bytes in memory
          $.s          2 rows of text, 1 missing, 49 bytes in memory
        """,
        run.out().substring(run.out().indexOf("tables and arrays:")));
    Map<?, ?> found =
        (Map<?, ?>) Datason.create().fromJson(Run.on(json, "inspect", "--json", "-").out());
    assertEquals(
        List.of(
            Map.of(
                "path",
                "$[\"a b\"][1]",
                "kind",
                "table",
                "rows",
                2,
                "columns",
                List.of(
                    Map.of("name", "id", "type", "int64", "missing", 0),
                    Map.of("name", "loss", "type", "float64", "missing", 1)),
                "memory",
                64),
            Map.of(
                "path",
                "$.w",
                "kind",
                "array",
                "dtype",
                "float64",
                "shape",
                List.of(2),
                "memory",
                16),
            Map.of(
                "path", "$.s", "kind", "series", "rows", 2, "type", "text", "missing", 1, "memory",
                49)),
        found.get("tables"));
  }

  @Test
  void tablesAndArraysInModels() {
    ModelArtifact model =
        ModelArtifact.of("m", "1", "x").withTensor("w", Tensor.of(new double[] {1, 2}, 2));
    Run run = Run.on(Datason.create().toJson(Map.of("model", model)), "inspect", "-");
    assertEquals(
        """
        a table or array:
          $.model.tensors.w  float64 [2], 16 bytes in memory
        """,
        run.out().substring(run.out().indexOf("a table or array:")));
  }

  @Test
  void tablesOfLinesAndManyOfThem() {
    String line = Datason.create().toJson(List.of(FRAME)) + "\n";
    Run run = Run.on(line.repeat(25), "inspect", "--from", "ndjson", "-");
    List<String> lines = run.out().lines().toList();
    assertEquals("  … 5 more", lines.get(lines.size() - 1));
    assertEquals(
        "  value 20: $[0]  2 rows, 2 columns, 1 missing, 64 bytes in memory",
        lines.get(lines.size() - 2));
  }

  @Test
  void aBrokenFileIsNamedOnce() throws IOException {
    Path npy = TestFiles.write(folder.resolve("a.npy"), "PK");
    assertEquals(
        Run.failed(
            1, "datason: " + npy + " cannot be read: it ends at offset 2, within the magic bytes"),
        Run.of("inspect", npy));
  }

  @Test
  void whatCannotBeReadIsNoted() {
    String json =
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":"
            + "{\"data\":[1],\"dtype\":\"int8\",\"shape\":[7]}}";
    Run run = Run.on(json, "inspect", "-");
    assertEquals(0, run.code());
    String last = run.out().lines().reduce((a, b) -> b).orElse("");
    assertEquals("note: tables and arrays are not shown: ", last.substring(0, 39));
  }

  @Test
  void otherCommandsTakeJson() throws IOException {
    Path csv = TestFiles.write(folder.resolve("a.csv"), "a\n1\n");
    String reason = ": it is no JSON by its name; inspect and convert take CSV";
    assertEquals(new Run(1, csv + reason + "\n", ""), Run.of("validate", csv));
    assertEquals(Run.failed(1, "datason: " + csv + reason), Run.of("explain", csv));
  }
}
