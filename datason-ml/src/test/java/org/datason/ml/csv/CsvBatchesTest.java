package org.datason.ml.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.error.MismatchException;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches are the parts of what is read as a whole. */
class CsvBatchesTest {

  private static final String[][] KINDS = {
    {"1", "-7", "0", "9007199254740993"},
    {"0.5", "2.5", "NaN", "3", "-Infinity"},
    {"2.50", "0.1", "12"},
    {"true", "false", "true"},
    {"2024-06-15", "1999-12-31"},
    {"2024-06-15T10:30:00", "2024-06-15T10:30:00.123456789", "2024-06-15T10:30:00.5"},
    {"2024-06-15T10:30:00+00:00", "2024-06-15T10:30:00.000001+00:00"},
    {"7d444840-9dc0-11d1-b245-5ffdce74fad2", "00000000-0000-0000-0000-000000000001"},
    {"007", "+5", "1e5", "TRUE", ".5", "1E+2", "-0"},
    {"a", "b c", "\"x,y\"", "\"\"", "\"1\"", "\"line\nend\""},
    {"", "", ""}
  };

  @TempDir private Path folder;

  /** Columns of one kind of texts each, into which others fall now and then. */
  private static String random(Random random) {
    int columns = 1 + random.nextInt(4);
    int[] kinds = random.ints(columns, 0, KINDS.length).toArray();
    StringBuilder csv = new StringBuilder("c0");
    for (int j = 1; j < columns; j++) {
      csv.append(",c").append(j);
    }
    int rows = random.nextInt(30);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int kind = random.nextInt(40) == 0 ? random.nextInt(KINDS.length) : kinds[j];
        String[] texts = KINDS[kind];
        boolean missing = random.nextInt(5) == 0;
        csv.append(j == 0 ? "\n" : ",");
        csv.append(missing ? "" : texts[random.nextInt(texts.length)]);
      }
    }
    return csv.append('\n').toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteArrayInputStream stream(String csv) {
    return new ByteArrayInputStream(bytes(csv));
  }

  private Path file(String name, String csv) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(bytes(csv));
    }
    return file;
  }

  private static Frame all(CsvBatches batches) {
    try (batches) {
      List<Frame> frames = new ArrayList<>();
      batches.forEachRemaining(frames::add);
      frames.forEach(frame -> assertEquals(batches.schema(), frame.schema()));
      return frames.isEmpty() ? batches.empty() : Frame.concat(frames);
    }
  }

  @Property(tries = 500)
  void batchesOfAFileAreThoseOfTheWhole(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String csv = random(random);
    CsvReader reader = Csv.reader().lenient(random.nextBoolean()).batchSize(1 + random.nextInt(99));
    reader = random.nextInt(4) == 0 ? reader.index() : reader;
    Path file = Files.createTempFile("datason", ".csv");
    try {
      Files.writeString(file, csv);
      assertEquals(reader.read(stream(csv)), all(reader.batches(file)), csv);
      assertEquals(
          reader.read(stream(csv)),
          all(reader.inferFrom(stream(csv)).sampleSize(1).batches(stream(csv))));
    } finally {
      Files.delete(file);
    }
  }

  /** The types are those of the whole, or else the value that changes them is an error. */
  @Property(tries = 500)
  void aStreamIsReadAsTheWholeOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    String csv = random(random);
    CsvReader reader =
        Csv.reader()
            .lenient(random.nextBoolean())
            .batchSize(1 + random.nextInt(99))
            .sampleSize(1 + random.nextInt(300));
    Frame whole = reader.read(stream(csv));
    CsvBatches batches = reader.batches(stream(csv));
    Schema sampled = batches.schema();
    boolean same = true;
    for (int i = 0; i < whole.schema().size(); i++) {
      FieldType type = whole.schema().field(i).type();
      FieldType found = i < sampled.size() ? sampled.field(i).type() : type;
      same &= found.equals(type) || found == Simple.TEXT; // nothing but missing ones at first
    }
    if (same) {
      Frame read = all(batches);
      assertEquals(whole.size(), read.size(), csv);
      if (sampled.equals(whole.schema())) {
        assertEquals(whole, read, csv);
      }
    } else {
      assertThrows(MismatchException.class, () -> all(batches), csv);
    }
  }

  @Test
  void aCompressedFileIsRead() throws IOException {
    String csv = "id,t\n1,a\n2,\n3,\"\"\n";
    CsvReader small = Csv.reader().batchSize(1);
    try (CsvBatches batches = small.batches(file("a.csv.gz", csv))) {
      assertEquals("id: int64, t: text", batches.schema().toString());
      assertEquals(0, batches.empty().size());
      assertEquals(
          List.of(1, 1, 1), batches.stream().map(Frame::size).toList()); // a row is a batch
      assertFalse(batches.hasNext());
      assertEquals(
          "the file has no more batches",
          assertThrows(NoSuchElementException.class, batches::next)
              .getMessage()
              .replace(folder.resolve("a.csv.gz").toString(), "the file"));
    }
  }

  @Test
  void filesWithoutRowsTellTheirColumns() throws IOException {
    try (CsvBatches batches = Csv.reader().batches(file("a.csv", "id,t\n"))) {
      assertFalse(batches.hasNext());
      assertEquals("id: mixed, t: mixed", batches.empty().schema().toString());
    }
    try (CsvBatches batches = Csv.reader().batches(file("b.csv", ""))) {
      assertFalse(batches.hasNext());
      assertEquals(0, batches.schema().size());
    }
    try (CsvBatches batches = Csv.reader().batches(stream(""))) {
      assertFalse(batches.hasNext());
    }
  }

  @Test
  void closedBatchesAreRefused() {
    CsvBatches batches = Csv.reader().batches(stream("a\n1\n"));
    batches.close();
    assertEquals(
        "The batches of the input are closed",
        assertThrows(IllegalStateException.class, batches::hasNext).getMessage());
  }

  @Test
  void valuesBeyondTheSampleAreErrorsWithTheirPlace() {
    CsvReader reader = Csv.reader().sampleSize(1).batchSize(4);
    CsvBatches batches = reader.batches(stream("id,x\n1,2\n2,3\n3,007\n"));
    assertEquals(1, batches.next().size());
    assertEquals(1, batches.next().size());
    assertEquals(
        "Expected int64, as in the sample at the beginning, but found '007' in column 'x' of the"
            + " input, line 4; give its type, or take a larger sample",
        assertThrows(MismatchException.class, batches::next).getMessage());
    assertFalse(batches.hasNext());
    Frame typed = all(reader.type("x", Simple.TEXT).batches(stream("id,x\n1,2\n2,3\n3,007\n")));
    assertEquals(Column.of(Simple.TEXT, "2", "3", "007"), typed.column("x"));
  }

  @Test
  void whatTheSampleDoesNotTellIsText() {
    CsvReader reader = Csv.reader().sampleSize(1);
    assertEquals(
        Column.of(Simple.TEXT, null, null, "7", "x"),
        all(reader.batches(stream("id,x\n1,\n2,\n3,7\n4,x\n"))).column("x"));
  }

  @Test
  void aGivenSchemaIsReadOnce() {
    Frame frame = Frame.builder().column("x", Column.of(Simple.INT32, 1, 2)).build();
    CsvReader reader = Csv.reader().schema(frame.schema()).batchSize(1);
    assertEquals(frame, all(reader.batches(stream("x\n1\n2\n"))));
    CsvBatches batches = reader.batches(stream("x\n1\ny\n"));
    batches.next();
    assertEquals(
        "'y' is no int32 in column 'x' of the input, line 3",
        assertThrows(MismatchException.class, batches::next).getMessage());
  }

  @Test
  void brokenFilesAreErrorsBeforeTheFirstBatch() throws IOException {
    Path file = file("a.csv", "a,b\n1,2\n3\n");
    assertEquals(
        "Expected 2 fields but found 1 in " + file + ", line 3",
        assertThrows(MismatchException.class, () -> Csv.reader().batches(file)).getMessage());
  }

  @Property(tries = 200)
  void batchesAreWrittenAsTheWhole(@ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new RandomFrames(seed).frame();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    CsvWriter writer = Csv.writer().index();
    writer.write(frame, whole);
    int cut = random.nextInt(frame.size() + 1);
    writer.write(List.of(frame.slice(0, cut), frame.slice(cut, frame.size())).iterator(), parts);
    assertArrayEquals(whole.toByteArray(), parts.toByteArray());
  }

  @Test
  void batchesMustBeThereAndAlike() {
    Frame one = Frame.builder().column("a", Column.of(Simple.INT64, 1L)).build();
    Frame other = Frame.builder().column("b", Column.of(Simple.INT64, 1L)).build();
    Path target = folder.resolve("c.csv");
    Iterator<Frame> none = List.<Frame>of().iterator();
    assertEquals(
        "There is no batch, which would tell the columns",
        assertThrows(IllegalArgumentException.class, () -> Csv.writer().write(none, target))
            .getMessage());
    Iterator<Frame> both = List.of(one, other).iterator();
    assertEquals(
        "The batches differ: expected the columns a: int64 but found b: int64",
        assertThrows(IllegalArgumentException.class, () -> Csv.writer().write(both, target))
            .getMessage());
    assertFalse(Files.exists(target));
    Csv.writer().write(List.of(one, one).iterator(), target);
    assertTrue(Files.exists(target));
    assertEquals(2, Csv.read(target).size());
  }
}
