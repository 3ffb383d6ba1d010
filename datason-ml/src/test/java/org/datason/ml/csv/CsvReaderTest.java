package org.datason.ml.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  @TempDir private Path folder;

  private static Frame read(CsvReader reader, String csv) {
    return read(reader, csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Frame read(CsvReader reader, byte[] csv) {
    return reader.read(new ByteArrayInputStream(csv));
  }

  private static Frame frame(Object... namesAndColumns) {
    var builder = Frame.builder();
    for (int i = 0; i < namesAndColumns.length; i += 2) {
      builder.column((String) namesAndColumns[i], (Column) namesAndColumns[i + 1]);
    }
    return builder.build();
  }

  private static void fails(
      Class<? extends DatasonException> type, String message, CsvReader reader, String csv) {
    assertEquals(message, assertThrows(type, () -> read(reader, csv)).getMessage());
  }

  private static void mismatch(String message, String csv) {
    fails(MismatchException.class, message, Csv.reader(), csv);
  }

  // ---------------------------------------------------------------- what is read

  @Test
  void typesAreInferredFromAllRows() {
    assertEquals(
        frame(
            "id",
            Column.of(Simple.INT64, 1L, 2L, null),
            "loss",
            Column.of(Simple.FLOAT64, 0.5, 3.0, Double.NaN),
            "zip",
            Column.of(Simple.TEXT, "01234", "8", ""),
            "day",
            Column.of(Simple.DATE, null, java.time.LocalDate.of(2024, 6, 15), null)),
        read(Csv.reader(), "id,loss,zip,day\n1,0.5,01234,\n2,3,8,2024-06-15\n,NaN,\"\",\n"));
  }

  @Test
  void missingIsNotEmpty() {
    assertEquals(
        frame("a", Column.of(Simple.TEXT, "", null), "b", Column.of(Simple.INT64, null, 1L)),
        read(Csv.reader(), "a,b\n\"\",\"\"\n,1\n"));
    assertEquals(
        frame(
            "a",
            Column.of(Simple.TEXT, "NA", null, ""),
            "b",
            Column.of(Simple.INT64, null, 1L, 2L)),
        read(Csv.reader().missing("NA", "NULL"), "a,b\n\"NA\",NULL\nNA,1\n,2\n"));
    assertEquals(
        frame("a", Column.of(Simple.TEXT, "x", "")), read(Csv.reader().missing(), "a\nx\n\"\"\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,x\n2,y\n",
        "a,b\n1,x\n2,y",
        "a,b\r\n1,x\r\n2,y\r\n",
        "a,b\r1,x\r2,y\r",
        "a,b\r1,x\r2,y",
        "\n\na,b\n\n1,x\n\n2,y\n\n",
        "\uFEFFa,b\n1,x\n2,y\n",
        "\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"",
        "\"a\",b\r\"1\",x\r\"2\",\"y\"\r"
      })
  void linesEndAndFieldsAreQuotedInManyWays(String csv) {
    assertEquals(
        frame("a", Column.of(Simple.INT64, 1L, 2L), "b", Column.of(Simple.TEXT, "x", "y")),
        read(Csv.reader(), csv));
  }

  @Test
  void quotedFieldsHoldAnything() {
    assertEquals(
        frame(
            "a",
            Column.of(Simple.TEXT, "x,\"y\"\n\r\nz\rw", "'"),
            "b",
            Column.of(Simple.TEXT, "\r", "\r\n")),
        read(Csv.reader(), "a,b\n\"x,\"\"y\"\"\n\r\nz\rw\",\"\r\"\n',\"\r\n\"\n"));
    assertEquals(
        frame("a", Column.of(Simple.TEXT, "\n", "\r"), "b", Column.of(Simple.TEXT, "x\ny", "z")),
        read(Csv.reader(), "a,b\r\"\n\",\"x\ny\"\r\"\r\",z\r"));
    assertEquals(frame("a\rb", Column.of(Simple.TEXT, "x")), read(Csv.reader(), "\"a\rb\"\nx\n"));
  }

  @Test
  void aFileOfOneColumnHasBlankLinesForMissingValues() {
    assertEquals(
        frame("a", Column.of(Simple.INT64, 1L, null, 2L)), read(Csv.reader(), "a\n1\n\n2\n"));
  }

  @Test
  void filesWithoutRowsOrColumns() {
    assertEquals(Frame.builder().build(), read(Csv.reader(), ""));
    assertEquals(Frame.builder().build(), read(Csv.reader().header(false), "\n\n"));
    Schema schema = Schema.of(new Field("a", Simple.INT8), new Field("b", Simple.TEXT));
    Frame empty = Frame.builder(schema).build();
    assertEquals(empty, read(Csv.reader().schema(schema), "a,b\n"));
    assertEquals(empty, read(Csv.reader().schema(schema).header(false), ""));
    assertEquals(
        List.of("a", "b"),
        read(Csv.reader(), "a,b").schema().fields().stream().map(Field::name).toList());
  }

  @Test
  void aSchemaGivesTypesAndOrder() {
    Schema schema =
        Schema.of(
            new Field("loss", Simple.FLOAT32),
            new Field("id", Simple.UINT8),
            new Field("tags", new FieldType.ListOf(Simple.TEXT)),
            new Field("note", Simple.TEXT));
    Frame expected =
        Frame.builder(schema).row(0.1f, 7, List.of("a", "b"), "12").row(5f, null, null, "").build();
    assertEquals(
        expected,
        read(
            Csv.reader().schema(schema),
            "id,note,loss,tags\n+007,12,0.1,\"[\"\"a\"\",\"\"b\"\"]\"\n\"\",\"\",5,\n"));
    assertEquals(
        expected,
        read(
            Csv.reader().schema(schema).header(false),
            "0.1,7,\"[\"\"a\"\",\"\"b\"\"]\",12\n5,,,\"\"\n"));
  }

  @Test
  void oneTypeIsGivenAndOthersInferred() {
    assertEquals(
        frame("zip", Column.of(Simple.TEXT, "12"), "n", Column.of(Simple.INT64, 12L)),
        read(Csv.reader().type("zip", Simple.TEXT).type("none", Simple.UUID), "zip,n\n12,12\n"));
    assertEquals(
        frame("column1", Column.of(Simple.TEXT, "12"), "column2", Column.of(Simple.INT64, 12L)),
        read(Csv.reader().header(false).type("column1", Simple.TEXT), "12,12\n"));
  }

  @Test
  void otherSpellingsCountIfAskedFor() {
    String csv = "p,ok,n\n1e-05,True,+5\n2.50,FALSE,7\n";
    assertEquals("p: text, ok: text, n: text", read(Csv.reader(), csv).schema().toString());
    assertEquals(
        frame(
            "p",
            Column.of(Simple.FLOAT64, 1e-5, 2.5),
            "ok",
            Column.of(Simple.BOOLEAN, true, false),
            "n",
            Column.of(Simple.INT64, 5L, 7L)),
        read(Csv.reader().lenient(true), csv));
  }

  @Test
  void labelsOfRows() {
    Frame frame =
        Frame.builder()
            .column("a", Column.of(Simple.INT64, 1L, 2L))
            .index(new Series("key", Column.of(Simple.TEXT, "x", "y")))
            .build();
    assertEquals(frame, read(Csv.reader().index(), "key,a\nx,1\ny,2\n"));
    assertEquals(frame, read(Csv.reader().index(Simple.TEXT), "key,a\nx,1\ny,2\n"));
    assertEquals(
        new Series(null, Column.of(Simple.INT64, 5L)),
        read(Csv.reader().index(), ",a\n5,1\n").index());
    assertEquals(
        new Series("", Column.of(Simple.INT64, 5L)),
        read(Csv.reader().index(), "\"\",a\n5,1\n").index());
  }

  @Test
  void commentsArePassedOver() {
    assertEquals(
        frame("a", Column.of(Simple.TEXT, "#x")),
        read(Csv.reader().comment('#'), "#first\na\n#second\n\"#x\"\n#last"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkTellsTheCharset(String charset) {
    byte[] csv = "\uFEFFa,b\n\u00e9,\uD83D\uDE00\n".getBytes(Charset.forName(charset));
    assertEquals(
        frame("a", Column.of(Simple.TEXT, "\u00e9"), "b", Column.of(Simple.TEXT, "\uD83D\uDE00")),
        read(Csv.reader().charset(StandardCharsets.ISO_8859_1), csv));
  }

  @Test
  void streamsGiveWhatTheyHave() {
    StringBuilder csv = new StringBuilder("n,t\r\n");
    for (int i = 0; i < 50_000; i++) {
      csv.append(i).append(",\"\u00e9\uD83D\uDE00\r").append(i % 10).append("\"\r\n");
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    InputStream slow =
        new InputStream() {
          private int position;

          @Override
          public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xFF;
          }

          @Override
          public int read(byte[] target, int from, int length) {
            int n = Math.min(Math.min(length, 1 + position % 7), bytes.length - position);
            System.arraycopy(bytes, position, target, from, n);
            position += n;
            return n == 0 ? -1 : n;
          }
        };
    Frame frame = Csv.reader().read(slow);
    assertEquals(50_000, frame.size());
    assertEquals(49_999, frame.column("n").getLong(49_999));
    assertEquals("\u00e9\uD83D\uDE00\r9", frame.column("t").getText(49_999));
    assertEquals(frame, read(Csv.reader(), bytes));
  }

  @Test
  void filesAreDecompressedByTheirNames() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(frame("a", Column.of(Simple.INT64, 1L)), Csv.read(file));
  }

  // ---------------------------------------------------------------- what is not

  @Test
  void rowsHaveOneLength() {
    mismatch("Expected 2 fields but found 1 in the input, line 3", "a,b\n1,2\n3\n");
    mismatch("Expected 2 fields but found 3 in the input, line 4", "a,b\n\n1,2\n3,4,5\n");
    mismatch("Expected 1 field but found 2 in the input, line 2", "a\n1,2\n");
    fails(
        MismatchException.class,
        "Expected 2 fields but found 1 in the input, line 4",
        Csv.reader().header(false),
        "\"a\nb\",c\n\nd\n");
  }

  @Test
  void quotesAreClosed() {
    String open = "Expected the quote '\"' behind the field but found the end in the input, line ";
    mismatch(open + 2, "a,b\n1,\"2\n3,4\n");
    mismatch(open + 3, "a,b\n\"x\ny\",\"2\n3,4");
    mismatch(open + 2, "a\n\"");
    mismatch(open + 2, "a\n\"x\"\"");
    mismatch(open + 2, "a\n\"x\"\"\n");
    mismatch(
        "Expected ',' or the end of the line after the closing quote but found 'c' (0x63) in the"
            + " input, line 3",
        "a,b\n1,2\n\"x\"c,4\n");
  }

  @Test
  void linesEndAlike() {
    String message =
        "Expected lines to end as the first one does but found another end in the input, line 2";
    mismatch(message, "a,b\n1,2\r3,4\n");
    mismatch(message, "a,b\r1,2\n3,4\r");
    mismatch(message, "a,b\n1,2\r");
  }

  @Test
  void namesDiffer() {
    mismatch(
        "Expected another name for each column but found 'a' twice in the input, line 1; rename"
            + " one, or read the file with header(false)",
        "a,b,a\n");
    Schema schema = Schema.of(new Field("a", Simple.INT8), new Field("b", Simple.INT8));
    fails(
        MismatchException.class,
        "Expected the columns [a, b] but found [a, c] in the input, line 1",
        Csv.reader().schema(schema),
        "a,c\n1,2\n");
    fails(
        MismatchException.class,
        "Expected the columns [a, b] but found [] in the input, line 1",
        Csv.reader().schema(schema),
        "");
    fails(
        MismatchException.class,
        "Expected 2 fields but found 3 in the input, line 1",
        Csv.reader().schema(schema).header(false),
        "1,2,3\n");
  }

  @Test
  void valuesAreOfTheirTypes() {
    Schema schema =
        Schema.of(new Field("n", Simple.INT8), new Field("l", new FieldType.ListOf(Simple.INT8)));
    CsvReader reader = Csv.reader().schema(schema);
    fails(
        MismatchException.class,
        "'x' is no int8 in column 'n' of the input, line 3",
        reader,
        "n,l\n1,[]\nx,[]\n");
    fails(
        MismatchException.class,
        "300 is out of the range of int8 in column 'n' of the input, line 2",
        reader,
        "n,l\n300,[]\n");
    fails(
        MismatchException.class,
        "JSON of another kind: Expected a value but found the end of the input at $[0] (line 1,"
            + " column 2, offset 1) in column 'l' of the input, line 2",
        reader,
        "n,l\n1,[\n");
    fails(
        MismatchException.class,
        "'b' is none of the categories in column 'n' of the input, line 2",
        Csv.reader().like(frame("n", Column.dictionary(Column.of(Simple.TEXT, "a"), false))),
        "n\nb\n");
  }

  @Test
  void textIsOfItsCharset() {
    byte[] latin = "a,b\n1,x\n2,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "Expected text in UTF-8 but found the byte 0xE9 (offset 10) in the input, line 3; set the"
            + " charset that it is in",
        assertThrows(MismatchException.class, () -> read(Csv.reader(), latin)).getMessage());
    assertEquals(
        "\u00e9",
        read(Csv.reader().charset(StandardCharsets.ISO_8859_1), latin).column("b").getText(1));
  }

  @Test
  void limitsHold() {
    fails(
        LimitException.class,
        "There are more columns than maxColumns = 2 in the input, line 1; raise it, or set another"
            + " delimiter",
        Csv.reader().maxColumns(2),
        "a,b,c\n");
    CsvReader small = Csv.reader().maxFieldLength(10);
    fails(
        LimitException.class,
        "A field is longer than maxFieldLength = 10 in the input, line 2; raise it, or look for a"
            + " quote that is not closed",
        small,
        "a\n\"xxxxxxxxxxx\"\n");
    fails(
        LimitException.class,
        "A field is longer than maxFieldLength = 10 in the input, line 2; raise it, or look for a"
            + " quote that is not closed",
        small,
        "a\n\"" + "x".repeat(200_000));
    fails(
        LimitException.class,
        "the input is larger than maxBytes = 100; raise it",
        Csv.reader().maxBytes(100),
        "a\n" + "1\n".repeat(50));
    assertEquals(49, read(Csv.reader().maxBytes(100), "a\n" + "1\n".repeat(49)).size());
  }

  @Test
  void settingsAreChecked() {
    assertEquals(
        "The delimiter must be an ASCII character other than NUL, CR and LF, not U+000A",
        assertThrows(IllegalArgumentException.class, () -> Csv.reader().delimiter('\n'))
            .getMessage());
    assertEquals(
        "The delimiter, the quote and the comment must differ; they are ',', ','",
        assertThrows(IllegalArgumentException.class, () -> Csv.reader().quote(',')).getMessage());
    assertEquals(
        "maxColumns must be at least 1, not 0",
        assertThrows(IllegalArgumentException.class, () -> Csv.reader().maxColumns(0))
            .getMessage());
  }

  @Test
  void filesAndStreamsFail() throws IOException {
    Path none = folder.resolve("none.csv");
    assertEquals(
        none + " cannot be read: there is no such file or folder",
        assertThrows(DatasonIOException.class, () -> Csv.read(none)).getMessage());
    Path cut = folder.resolve("cut.csv.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(cut, java.util.Arrays.copyOf(bytes.toByteArray(), 15));
    assertEquals(
        cut + " cannot be read: Unexpected end of ZLIB input stream",
        assertThrows(DatasonIOException.class, () -> Csv.read(cut)).getMessage());
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is cut");
          }
        };
    assertEquals(
        "The input cannot be read: the line is cut",
        assertThrows(DatasonIOException.class, () -> Csv.reader().read(broken)).getMessage());
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, "a,b\n1\n");
    assertEquals(
        "Expected 2 fields but found 1 in " + bad + ", line 2",
        assertThrows(MismatchException.class, () -> Csv.read(bad)).getMessage());
  }
}
