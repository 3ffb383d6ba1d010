package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.ml.npy.Npy;
import org.datason.ml.npy.Npz;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and arrays between CSV, NumPy's files and JSON. */
class ConvertTableTest {

  private static final String CSV = "id,loss,tag\n1,0.5,a\n2,,\"\"\n3,NaN,007\n";

  private static final String RECORDS =
      "[{\"id\":1,\"loss\":0.5,\"tag\":\"a\"},{\"id\":2,\"loss\":null,\"tag\":\"\"},"
          + "{\"id\":3,\"loss\":\"NaN\",\"tag\":\"007\"}]";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return TestFiles.write(folder.resolve(name), text);
  }

  @Test
  void aTableComesBackAsItWas() throws IOException {
    Path csv = file("a.csv", CSV);
    Path json = folder.resolve("a.json.gz");
    Path back = folder.resolve("b.csv.gz");
    assertEquals(Run.quiet(), Run.of("convert", csv, json));
    Frame frame = (Frame) Datason.create().load(json);
    assertEquals("id: int64, loss: float64, tag: text", frame.schema().toString());
    assertEquals(Run.quiet(), Run.of("convert", json, back));
    assertEquals(CSV, TestFiles.read(back));
    Path tabs = folder.resolve("c.tsv");
    assertEquals(Run.quiet(), Run.of("convert", back, tabs));
    assertEquals(CSV.replace(',', '\t'), TestFiles.read(tabs));
    assertEquals(
        Run.good("a;b\n1;\n"),
        Run.on("[{\"a\":1,\"b\":null}]", "convert", "--to", "csv", "--delimiter", ";", "-", "-"));
    assertEquals(
        Run.good("a,b\n1,\n"),
        Run.on(
            "a;b\n1;NA\n",
            "convert",
            "--from",
            "csv",
            "--to",
            "csv",
            "--delimiter",
            ";",
            "--missing",
            "NA",
            "-",
            "-"));
    assertEquals(Run.good(CSV), Run.of("convert", tabs, "--to", "csv", "-"));
  }

  @Test
  void plainJsonAndLines() throws IOException {
    Path csv = file("a.csv", CSV);
    assertEquals(Run.good(RECORDS + "\n"), Run.of("convert", "--no-hints", csv, "-"));
    assertEquals(
        Run.good("{\"id\":[1,2,3],\"loss\":[0.5,null,\"NaN\"],\"tag\":[\"a\",\"\",\"007\"]}\n"),
        Run.of("convert", "--no-hints", "--orient", "list", csv, "-"));
    Path lines = folder.resolve("a.ndjson");
    assertEquals(Run.quiet(), Run.of("convert", csv, lines));
    assertEquals(
        RECORDS.substring(1, RECORDS.length() - 1).replace("},{", "}\n{") + "\n",
        TestFiles.read(lines));
    assertEquals(
        Run.good("a,b\n1.0,x\n2.5,\n"),
        Run.on(
            "{\"a\":1,\"b\":\"x\"}\n\n{\"a\":2.5}\n",
            "convert",
            "--from",
            "ndjson",
            "--to",
            "csv",
            "-",
            "-"));
    assertEquals(
        Run.good("a\n12.5\n"), Run.on("[{\"a\":12.50}]", "convert", "--to", "csv", "-", "-"));
  }

  @Test
  void optionsSayHowTextsAreRead() {
    assertEquals(
        Run.good("[{\"zip\":\"12\",\"p\":1e-5,\"ok\":true,\"n\":null}]\n"),
        Run.on(
            "zip;p;ok;n\n12;1e-05;TRUE;NA\n",
            "convert",
            "--from",
            "csv",
            "--delimiter",
            ";",
            "--lenient",
            "--missing",
            "NA",
            "--type",
            "zip=text",
            "--no-hints",
            "-",
            "-"));
    assertEquals(
        Run.good("[{\"column1\":\"é\",\"column2\":2.50}]\n"),
        Run.on(
            "é\t2.50\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
            "convert",
            "--from",
            "csv",
            "--delimiter",
            "tab",
            "--no-header",
            "--charset",
            "ISO-8859-1",
            "--no-hints",
            "-",
            "-"));
  }

  @Test
  void labelsOfRows() throws IOException {
    Frame frame =
        Frame.builder()
            .column("a", Column.of(Simple.INT64, 1L))
            .index(new Series("key", Column.of(Simple.TEXT, "x")))
            .build();
    Path json = file("a.json", Datason.create().toJson(frame));
    assertEquals(
        Run.failed(1, "datason: The table has labels of its rows; --index writes them as well"),
        Run.of("convert", json, "--to", "csv", "-"));
    Path csv = folder.resolve("a.csv");
    assertEquals(Run.quiet(), Run.of("convert", "--index", json, csv));
    assertEquals("key,a\nx,1\n", TestFiles.read(csv));
    Path back = folder.resolve("b.json");
    assertEquals(Run.quiet(), Run.of("convert", "--index", csv, back));
    assertEquals(frame, Datason.create().load(back));
  }

  @Test
  void arraysOfNumPy() throws IOException {
    Path npy = folder.resolve("a.npy");
    assertEquals(Run.quiet(), Run.on("[[1,2],[3,4.5]]", "convert", "-", npy));
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4.5}, 2, 2);
    assertEquals(tensor, Npy.read(npy));
    Path json = folder.resolve("a.json");
    assertEquals(Run.quiet(), Run.of("convert", "--preset", "ml", npy, json));
    assertEquals(tensor, Datason.create().load(json));
    Path gzip = folder.resolve("b.npy.gz");
    assertEquals(Run.quiet(), Run.of("convert", json, gzip));
    assertEquals(
        Run.good("[1.0,2.0]\n[3.0,4.5]\n"), Run.of("convert", gzip, "--to", "ndjson", "-"));
    assertEquals(
        Run.good("column1,column2\n1.0,2.0\n3.0,4.5\n"),
        Run.of("convert", npy, "--to", "csv", "-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;1,2;3,4 | int64 | [[1,2],[3,4]]",
        "a,b;1,2.5;3,4 | float64 | [[1.0,2.5],[3.0,4.0]]",
        "a;true;false | bool | [[true],[false]]",
        "a,b;x,y | str | [['x','y']]",
      })
  void tablesBecomeArrays(String csv, String dtype, String lines) throws IOException {
    Path npy = folder.resolve("a.npy");
    assertEquals(Run.quiet(), Run.on(csv.replace(";", "\n"), "convert", "--from", "csv", "-", npy));
    Tensor tensor = Npy.read(npy);
    assertEquals(dtype, tensor.dtype().numpyName());
    String json = Datason.create().with(c -> c.hints(false)).toJson(tensor).replace('"', '\'');
    assertEquals(lines, json.substring(json.indexOf("'data':") + 7, json.length() - 1));
  }

  @Test
  void arraysOfAllKindsBecomeTables() throws IOException {
    Path npy = folder.resolve("a.npy");
    Npy.write(Tensor.of(new long[] {1, -1}, 2).view(DType.UINT64), npy);
    assertEquals(
        Run.good("column1\n1\n18446744073709551615\n"), Run.of("convert", npy, "--to", "csv", "-"));
    Npy.write(Tensor.of(new boolean[] {true, false}, 1, 2), npy);
    assertEquals(
        Run.good("true,false\n"), Run.of("convert", npy, "--to", "csv", "--no-header", "-"));
    Npy.write(Tensor.of(new float[] {0.1f}, 1), npy);
    assertEquals(Run.good("column1\n0.1\n"), Run.of("convert", npy, "--to", "csv", "-"));
    Npy.write(Tensor.of(new String[] {"x", "é"}, 2), npy);
    assertEquals(Run.good("\"x\"\n\"é\"\n"), Run.of("convert", npy, "--to", "ndjson", "-"));
    Npy.write(Tensor.of(new short[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2), npy);
    assertEquals(
        Run.good("[[1,2],[3,4]]\n[[5,6],[7,8]]\n"), Run.of("convert", npy, "--to", "ndjson", "-"));
  }

  @Test
  void severalArraysBecomeAnObject() throws IOException {
    Path npz = folder.resolve("a.npz");
    Tensor tensor = Tensor.of(new int[] {1, 2}, 2);
    Npz.write(Map.of("w", tensor), npz);
    Path json = folder.resolve("a.json");
    assertEquals(Run.quiet(), Run.of("convert", npz, json));
    assertEquals(Map.of("w", tensor), Datason.create().load(json));
    assertEquals(
        Run.failed(1, "datason: The file holds several arrays, which only JSON has a place for"),
        Run.of("convert", npz, "--to", "csv", "-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7 | json | csv | -:1:1: Expected a table as an array or object but found 7",
        "{\"a\":{\"b\":{}}} | json | npy | -:1:1: Expected a Tensor but found an object (it has the"
            + " member a, which no tensor has)",
        "[[1],[2,3]] | json | npy | -:1:1: Expected a Tensor but found an array (lists as a tensor"
            + " must be of one length and hold numbers, booleans or texts alone)",
        "a,b;1 | csv | json | -: Expected 2 fields but found 1 in the input, line 2",
        "a;x | csv | npz | .npz files are read, but not written; write .npy (see 'datason convert"
            + " --help')",
        "d;2024-06-15 | csv | npy | An array has no place for column 'd' of date",
        "a,b;1,;2,3 | csv | npy | An array has no place for the missing value in column 'b', row 0",
        "a,b;1,x | csv | npy | An array has values of one kind, but there are numbers and text",
        "a,b;9007199254740993,0.5 | csv | npy | An array of doubles has no place for"
            + " 9007199254740993 in row 0",
      })
  void whatDoesNotFitIsRefused(String input, String from, String to, String message)
      throws IOException {
    Path out = file("out", "as it was");
    int code = message.contains("--help") ? 2 : 1;
    assertEquals(
        Run.failed(code, "datason: " + message),
        Run.on(input.replace(";", "\n"), "convert", "--from", from, "--to", to, "-", out));
    assertEquals("as it was", Files.readString(out));
  }

  @Test
  void optionsThatHaveNoPlaceAreWrongUsage() {
    assertUsage(
        "--pretty, --sort-keys, --canonical, --no-hints and --orient are for JSON",
        "--pretty",
        "a.json",
        "b.csv");
    assertUsage(
        "There are options for CSV files, but no such file", "--lenient", "a.npy", "b.json");
    assertUsage(
        "--sample and the options for CSV files ask for a table", "--lenient", "a.json", "b.json");
    assertUsage(
        "--sample is for standard input, and at most 268435456",
        "--sample",
        "1M",
        "a.csv",
        "b.json");
    assertUsage(
        "Invalid value for option '--sample': expected a number of bytes such as 4096, 64K, 16M or"
            + " 2G but found '1X'",
        "--sample",
        "1X",
        "-",
        "b.json");
    assertUsage(
        "--delimiter is one character or tab, not ';;'",
        "--delimiter",
        ";;",
        "-",
        "b.csv",
        "--from",
        "csv");
    assertUsage("There is no charset 'x'", "--charset", "x", "-", "b.json", "--from", "csv");
    assertUsage("'no' is not the name of a type", "--type", "a=no", "-", "b.json", "--from", "csv");
  }

  private static void assertUsage(String message, Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "convert";
    System.arraycopy(args, 0, all, 1, args.length);
    assertEquals(
        Run.failed(2, "datason: " + message + " (see 'datason convert --help')"), Run.of(all));
  }
}
