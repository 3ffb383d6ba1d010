package org.datason.ml.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.datason.error.DatasonIOException;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {

  private static final Frame FRAME =
      Frame.builder()
          .column("n", Column.of(Simple.INT64, 1L, null))
          .column("t", Column.of(Simple.TEXT, "x;\"y\"", ""))
          .build();

  @TempDir private Path folder;

  private static String write(CsvWriter writer, Frame frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(frame, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Frame frame(Column column) {
    return Frame.builder().column("c", column).build();
  }

  @Test
  void settingsSayHow() {
    assertEquals("n,t\n1,\"x;\"\"y\"\"\"\n,\"\"\n", write(Csv.writer(), FRAME));
    assertEquals(
        "1;'x;\"y\"'\r\nNA;''\r\n",
        write(
            Csv.writer().delimiter(';').quote('\'').header(false).missing("NA").lineEnd("\r\n"),
            FRAME));
    Frame labelled =
        Frame.builder()
            .column("a", Column.of(Simple.TEXT, "#x", "y"))
            .index(new Series(null, Column.of(Simple.TEXT, "#1", "2")))
            .build();
    assertEquals(",a\n#1,#x\n2,y\n", write(Csv.writer().index(), labelled));
    assertEquals(",a\n\"#1\",#x\n2,y\n", write(Csv.writer().index().comment('#'), labelled));
  }

  @Test
  void textsOfTheTypes() {
    Frame frame =
        Frame.builder()
            .column("b", Column.of(Simple.BOOLEAN, true))
            .column("f", Column.of(Simple.FLOAT64, 5.0))
            .column("h", Column.of(Simple.FLOAT32, 0.1f))
            .column("nan", Column.of(Simple.FLOAT64, Double.NaN))
            .column("d", Column.of(new FieldType.Decimal(4, 2), new java.math.BigDecimal("12.50")))
            .column("day", Column.of(Simple.DATE, LocalDate.of(2024, 6, 15)))
            .column(
                "at",
                Column.of(
                    new Timestamp(Unit.MS, "Europe/Berlin"),
                    Instant.parse("2024-06-15T08:30:00.5Z").atZone(ZoneId.of("Europe/Berlin"))))
            .column("took", Column.of(Simple.DURATION, Duration.ofMillis(500)))
            .column("id", Column.of(Simple.UUID, new UUID(1, 2)))
            .column("bytes", Column.of(Simple.BINARY, new byte[] {1, 2}))
            .column("list", Column.of(new FieldType.ListOf(Simple.TEXT), List.of("a", "b")))
            .column("any", Column.of(Simple.MIXED, 5L))
            .build();
    assertEquals(
        "true,5.0,0.1,NaN,12.50,2024-06-15,2024-06-15T08:30:00.500+00:00,PT0.5S,"
            + "00000000-0000-0001-0000-000000000002,AQI=,\"[\"\"a\"\",\"\"b\"\"]\","
            + "\"{\"\"__datason_type__\"\":\"\"numpy.integer\"\",\"\"__datason_java__\"\":"
            + "\"\"Long\"\",\"\"__datason_value__\"\":5}\"\n",
        write(Csv.writer().header(false), frame));
  }

  @Test
  void mixedValuesAreJsonButTextsStandForThemselves() {
    Frame frame =
        frame(
            Column.of(
                Simple.MIXED,
                "The 39 Steps",
                1776,
                "1776",
                "null",
                "",
                null,
                "[x",
                true,
                " a",
                "3 D",
                "\uD800"));
    String csv =
        "c\nThe 39 Steps\n1776\n\"\"\"1776\"\"\"\n\"\"\"null\"\"\"\n\"\"\n\n\"\"\"[x\"\"\"\ntrue\n"
            + "\"\"\" a\"\"\"\n3 D\n\"\"\"\\ud800\"\"\"\n";
    assertEquals(csv, write(Csv.writer(), frame));
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    assertEquals(frame, Csv.reader().like(frame).read(new java.io.ByteArrayInputStream(bytes)));
  }

  @Test
  void charsets() {
    Frame frame = frame(Column.of(Simple.TEXT, "\u00e9\u20ac"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Csv.writer().charset(StandardCharsets.UTF_16LE).write(frame, out);
    assertArrayEquals("c\n\u00e9\u20ac\n".getBytes(StandardCharsets.UTF_16LE), out.toByteArray());
    assertEquals(
        "The text has characters that ISO-8859-1 has not: row 0 in column 'c'",
        assertThrows(
                UnsupportedTypeException.class,
                () -> write(Csv.writer().charset(StandardCharsets.ISO_8859_1), frame))
            .getMessage());
  }

  @Test
  void longFieldsAndManyRowsGoThrough() {
    String text = "\"\u00e9".repeat(100_000);
    Frame frame = frame(Column.of(Simple.TEXT, "a", text, "b"));
    String csv = "c\na\n\"" + text.replace("\"", "\"\"") + "\"\nb\n";
    assertEquals(csv, write(Csv.writer(), frame));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Csv.writer().charset(StandardCharsets.UTF_16BE).write(frame, out);
    assertEquals(csv, out.toString(StandardCharsets.UTF_16BE));
    long[] numbers = new long[50_000];
    assertEquals(
        "c\n" + "0\n".repeat(50_000),
        write(Csv.writer(), frame(Column.wrap(Simple.INT64, numbers))));
  }

  @Test
  void whatWouldNotComeBackIsRefused() {
    assertRefused(
        "The frame has labels of its rows; ask for them by index(), or take them away",
        Csv.writer(),
        Frame.builder()
            .column("c", Column.of(Simple.INT8, (byte) 1))
            .index(new Series("key", Column.of(Simple.TEXT, "x")))
            .build());
    assertRefused(
        "The frame has labels of rows but no columns",
        Csv.writer().index(),
        Frame.builder().index(new Series("key", Column.of(Simple.TEXT, "x"))).build());
    assertRefused(
        "The text has half a surrogate pair, which no charset has: row 1 in column 'c'",
        Csv.writer(),
        frame(Column.of(Simple.TEXT, "a", "x\uD800")));
    double payload = Double.longBitsToDouble(0x7ff8000000000001L);
    assertRefused(
        "The value would not come back from JSON as it is, such as a NaN with a payload, or a Float"
            + " that is NaN or infinite among mixed values: row 0 in column 'c'",
        Csv.writer(),
        frame(Column.of(new FieldType.ListOf(Simple.FLOAT64), List.of(payload))));
    assertEquals(
        "c\n\"[NaN,Infinity]\"\n",
        write(
            Csv.writer(),
            frame(
                Column.of(
                    new FieldType.ListOf(Simple.FLOAT64),
                    List.of(Double.NaN, Double.POSITIVE_INFINITY)))));
    assertEquals(
        "The text 'a,b' for missing values would need quotes, in which it would be a value",
        assertThrows(
                IllegalArgumentException.class, () -> write(Csv.writer().missing("a,b"), FRAME))
            .getMessage());
  }

  private static void assertRefused(String message, CsvWriter writer, Frame frame) {
    assertEquals(
        message,
        assertThrows(UnsupportedTypeException.class, () -> write(writer, frame)).getMessage());
  }

  @Test
  void filesAreWrittenWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("a.csv");
    Csv.write(FRAME, file);
    assertEquals(
        "n,t\n1,\"x;\"\"y\"\"\"\n,\"\"\n".replace("\"x;\"\"y\"\"\"", "\"x;\"\"y\"\"\""),
        Files.readString(file));
    Frame bad = frame(Column.of(Simple.TEXT, "a".repeat(100_000), "\uDC00"));
    assertThrows(UnsupportedTypeException.class, () -> Csv.write(bad, file));
    assertEquals(FRAME, Csv.read(file));
    Path gzip = folder.resolve("a.csv.gz");
    Csv.write(FRAME, gzip);
    assertEquals(FRAME, Csv.read(gzip));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file, gzip), files.sorted().toList());
    }
    Path none = folder.resolve("none/a.csv");
    assertEquals(
        none + " cannot be written: there is no such file or folder",
        assertThrows(DatasonIOException.class, () -> Csv.write(FRAME, none)).getMessage());
  }

  @Test
  void streamsThatFailAreTold() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the line is cut");
          }
        };
    assertEquals(
        "The output failed: the line is cut",
        assertThrows(DatasonIOException.class, () -> Csv.writer().write(FRAME, broken))
            .getMessage());
  }
}
