package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Frames;
import org.datason.frame.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON in record batches, with any number of threads and chunks of any size. */
class VectorBatchesTest {

  private static final Datason ONE = Datason.create().with(c -> c.workers(1));
  private static final Datason MANY = Datason.create().with(c -> c.workers(3));

  private static final String[] TEXTS = {
    "\"\"",
    "\"},{\\\"id\\\":[\\n\"",
    "\"\\\\\"",
    "\"\\\\\\\"]\"",
    "\"caf\u00e9\"",
    "\"\uD83D\uDE00\uD83D\uDE00\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"[[[{{{\"",
    "null"
  };

  private static final Schema SCHEMA =
      Schema.of(
          new Field("id", Simple.INT64),
          new Field("x", Simple.FLOAT64),
          new Field("t", Simple.TEXT),
          new Field("c", new Dictionary(Simple.TEXT, false)),
          new Field("u", Simple.UUID),
          new Field("at", new Timestamp(Unit.US, "UTC")),
          new Field("ok", Simple.BOOLEAN),
          new Field("l", new ListOf(new Struct(Schema.of(new Field("a", Simple.INT64))))));

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Rows with texts that look like structure, as lines or as one array. */
  private static String rows(Random random, int rows, boolean lines) {
    StringBuilder json = new StringBuilder(lines ? "" : " [");
    for (int i = 0; i < rows; i++) {
      json.append(i == 0 ? "" : lines ? "\n" : random.nextBoolean() ? "," : ",\n ");
      json.append("{\"id\":").append(i).append(",\"x\":").append(random.nextInt(100)).append(".5");
      json.append(",\"t\":").append(TEXTS[random.nextInt(TEXTS.length)]);
      json.append(",\"c\":\"c").append(random.nextInt(5)).append('"');
      json.append(",\"u\":\"").append(new UUID(random.nextLong(), i)).append('"');
      json.append(",\"at\":\"2026-11-20T10:30:").append(10 + random.nextInt(50)).append("Z\"");
      json.append(",\"ok\":").append(random.nextBoolean());
      json.append(",\"l\":[{\"a\":1},{\"a\":2}]}");
    }
    return json.append(lines ? "\n" : "] ").toString();
  }

  private static BatchOptions chunks(int size) {
    return BatchOptions.defaults().withChunkSize(size);
  }

  /** The batches as frames, or the error; all vectors are closed before the allocator is. */
  private static Object batches(Datason datason, byte[] json, BatchOptions options) {
    List<ArrowTable> tables = new ArrayList<>();
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      List<Frame> frames = new ArrayList<>();
      try (VectorBatches batches = ArrowJson.read(datason, json, options, allocator)) {
        batches.forEachRemaining(tables::add);
        tables.forEach(t -> frames.add(ArrowFrames.toFrame(t.root(), t.dictionaries())));
        return frames;
      } catch (DatasonException e) {
        return e.getClass() + e.getMessage();
      } finally {
        tables.forEach(ArrowTable::close);
      }
    }
  }

  private static Object all(Datason datason, byte[] json, BatchOptions options) {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches = ArrowJson.read(datason, json, options, allocator);
        ArrowTable table = batches.all()) {
      return ArrowFrames.toFrame(table.root(), table.dictionaries());
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  /** What the core reads without batches. */
  private static Object whole(byte[] json, BatchOptions options) {
    try (var batches = ONE.batches(new ByteArrayInputStream(json), options)) {
      return batches.all();
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  private static BatchOptions options(boolean given) {
    return given ? BatchOptions.defaults().withSchema(SCHEMA) : BatchOptions.defaults();
  }

  @Property(tries = 150)
  void chunksAndThreadsDoNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int size,
      @ForAll boolean lines,
      @ForAll boolean given) {
    byte[] json = utf8(rows(new Random(seed), 30, lines));
    BatchOptions options = options(given);
    Object expected = whole(json, options);
    assertTrue(expected instanceof Frame, expected::toString);
    assertEquals(expected, all(ONE, json, options));
    assertEquals(expected, all(ONE, json, options.withChunkSize(size)));
    assertEquals(expected, all(MANY, json, options.withChunkSize(size)));
    assertEquals(
        batches(ONE, json, options.withChunkSize(size)),
        batches(MANY, json, options.withChunkSize(size)));
    if (!lines && !given) {
      assertEquals(ONE.fromJson(json, Frame.class), expected);
    }
  }

  @Property(tries = 250)
  void errorsAreTheSameWithTheirPlaces(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int size,
      @ForAll boolean lines,
      @ForAll boolean given) {
    Random random = new Random(seed);
    byte[] json = utf8(rows(random, 30, lines));
    json[random.nextInt(json.length)] = (byte) "{}[],:\"\\1n\n x".charAt(random.nextInt(13));
    BatchOptions options = options(given);
    Object expected = whole(json, options);
    if (given || expected instanceof String) {
      assertEquals(expected, all(ONE, json, options.withChunkSize(size)));
      assertEquals(expected, all(MANY, json, options.withChunkSize(size)));
    }
    assertEquals(
        batches(ONE, json, options.withChunkSize(size)),
        batches(MANY, json, options.withChunkSize(size)));
  }

  @Property(tries = 150)
  void tablesWithAHintAreReadInEveryLayout(
      @ForAll long seed, @ForAll FrameForm form, @ForAll @IntRange(min = 1, max = 400) int size) {
    Frame frame = new Frames(seed).frame();
    byte[] json = ONE.with(c -> c.frameForm(form).indent((int) (seed & 3))).toBytes(frame);
    if (!ONE.fromJson(json, Frame.class).equals(frame) || frame.size() == 0) {
      return; // the layouts with labels as names do not keep all
    }
    assertEquals(frame, all(MANY, json, chunks(size)));
  }

  @Test
  void aTableWithAHintHasToHaveTheColumns() {
    Frame frame = Frame.builder().column("a", Column.of(Simple.INT64, 1L)).build();
    BatchOptions options = BatchOptions.defaults().withSchema(SCHEMA);
    assertEquals(
        "Expected a table of " + SCHEMA + ", but the document has " + frame.schema(),
        assertThrows(IllegalArgumentException.class, () -> all(ONE, ONE.toBytes(frame), options))
            .getMessage());
  }

  @Test
  void aTableWithAHintComesInPartsOfTheSize() {
    Frame frame = Frame.builder().column("n", Column.wrap(Simple.INT64, new long[10_000])).build();
    byte[] rows = ONE.toBytes(frame); // row by row
    assertEquals(List.of(2858, 2858, 2858, 1426), sizes(batches(ONE, rows, chunks(20_000))));
    byte[] columns = ONE.with(c -> c.frameForm(FrameForm.LIST)).toBytes(frame); // as a whole
    assertEquals(
        List.of(2500, 2500, 2500, 2500),
        sizes(batches(ONE, columns, chunks(columns.length / 4 + 1))));
  }

  private static List<Integer> sizes(Object batches) {
    return ((List<?>) batches).stream().map(batch -> ((Frame) batch).size()).toList();
  }

  @Test
  void columnsWidenAndEarlierBatchesAreConverted() {
    byte[] json = utf8("{\"a\":1}\n{\"a\":2.5}\n{\"a\":\"x\",\"b\":true}\n");
    List<?> batches = (List<?>) batches(MANY, json, chunks(1));
    assertEquals(
        List.of(Simple.INT64, Simple.FLOAT64, Simple.MIXED),
        batches.stream().map(b -> ((Frame) b).column("a").type()).toList());
    Frame all = (Frame) all(MANY, json, chunks(1));
    assertEquals(Column.of(Simple.MIXED, 1, 2.5, "x"), all.column("a"));
    assertEquals(
        "class org.datason.error.MismatchException"
            + "Expected a long but found 2.5 at $.a (line 2, column 6, offset 13)",
        batches(MANY, json, chunks(1).withoutWidening()));
  }

  @Test
  void anArrowSchemaIsGiven() {
    Frame frame = (Frame) all(ONE, utf8(rows(new Random(1), 3, true)), options(true));
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
      assertEquals(SCHEMA, ArrowFrames.schema(table.root().getSchema(), table.dictionaries()));
    }
  }

  @Test
  void textsStandInVectorsAsTheirBytes() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches =
            ArrowJson.read(ONE, utf8("{\"t\":\"\\u00e9\"}"), chunks(9), allocator);
        ArrowTable table = batches.next()) {
      VarCharVector vector = (VarCharVector) table.root().getVector("t");
      assertEquals("\u00e9", new String(vector.get(0), StandardCharsets.UTF_8));
      assertEquals(14, batches.bytesRead());
      assertFalse(batches.hasNext());
      assertEquals(
          "There are no more batches",
          assertThrows(NoSuchElementException.class, batches::next).getMessage());
    }
  }

  // ---------------------------------------------------------------- ends

  @Test
  void closingFreesWhatWasNotTaken() {
    byte[] json = utf8(rows(new Random(2), 100, true));
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      VectorBatches batches = ArrowJson.read(MANY, json, chunks(100), allocator);
      batches.next().close();
      assertTrue(batches.hasNext());
      batches.close();
      assertEquals(0, allocator.getAllocatedMemory());
      assertFalse(batches.hasNext());
    }
  }

  @Test
  void anInterruptFreesAll() {
    byte[] json = utf8(rows(new Random(3), 100, false));
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches = ArrowJson.read(MANY, json, chunks(100), allocator)) {
      batches.next().close();
      batches.next().close();
      Thread.currentThread().interrupt();
      assertEquals(
          "Reading was interrupted",
          assertThrows(DatasonIOException.class, () -> batches.forEachRemaining(ArrowTable::close))
              .getMessage());
      assertTrue(Thread.interrupted());
      assertEquals(0, allocator.getAllocatedMemory());
    }
  }

  @Test
  void anAllocatorThatHasTooLittleFreesAll() {
    byte[] json = utf8(rows(new Random(4), 1000, true));
    try (BufferAllocator allocator = new RootAllocator(20_000);
        VectorBatches batches = ArrowJson.read(MANY, json, options(true), allocator)) {
      assertThrows(OutOfMemoryException.class, batches::next);
      assertEquals(0, allocator.getAllocatedMemory());
    }
  }

  // ---------------------------------------------------------------- other forms

  @Test
  void filesStreamsAndFuturesGiveTheSame(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.jsonl");
    Files.writeString(file, rows(new Random(5), 50, true));
    Object expected = whole(Files.readAllBytes(file), options(true));
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      try (ArrowTable table =
          ArrowJson.read(MANY, file, options(true), allocator).allAsync(Runnable::run).get()) {
        assertEquals(expected, ArrowFrames.toFrame(table.root(), table.dictionaries()));
      }
      VectorBatches batches =
          ArrowJson.read(MANY, file, options(true).withChunkSize(500), allocator);
      try (Stream<ArrowTable> stream = batches.stream()) {
        List<Frame> frames = new ArrayList<>();
        stream.forEach(
            table -> {
              frames.add(ArrowFrames.toFrame(table.root(), table.dictionaries()));
              table.close();
            });
        assertEquals(expected, Frame.concat(frames));
      }
    }
  }

  @Test
  void batchesOfAnyReaderBecomeVectors() {
    byte[] json = utf8(rows(new Random(7), 20, true));
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches =
            ArrowJson.read(MANY.batches(new ByteArrayInputStream(json), options(true)), allocator);
        ArrowTable table = batches.all()) {
      assertEquals(
          whole(json, options(true)), ArrowFrames.toFrame(table.root(), table.dictionaries()));
    }
  }

  @Test
  void batchesAreWrittenAgain() throws IOException {
    String lines = rows(new Random(6), 50, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches = ArrowJson.read(MANY, utf8(lines), chunks(300), allocator)) {
      ArrowJson.write(MANY, batches, JsonLayout.LINES, out);
      assertEquals(
          "There is no batch to write, and so no schema",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> ArrowJson.write(MANY, batches, JsonLayout.LINES, out))
              .getMessage());
    }
    assertEquals(whole(utf8(lines), options(true)), whole(out.toByteArray(), options(true)));
  }

  /** Takes one batch at a time, and cancels after so many. */
  private static final class Taker implements Flow.Subscriber<ArrowTable> {

    private final int most;
    private final List<Integer> sizes = new ArrayList<>();
    private Flow.Subscription subscription;
    private String end = "";

    Taker(int most) {
      this.most = most;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscription.request(1);
    }

    @Override
    public void onNext(ArrowTable table) {
      sizes.add(table.root().getRowCount());
      table.close();
      if (sizes.size() == most) {
        subscription.cancel();
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable error) {
      end = error.getMessage();
    }

    @Override
    public void onComplete() {
      end = "complete";
    }
  }

  private static Taker published(String json, BufferAllocator allocator, int most) {
    Taker taker = new Taker(most);
    BatchOptions options = chunks(1).withSchema(Schema.of(new Field("t", Simple.TEXT)));
    ArrowJson.read(MANY, utf8(json), options, allocator).publisher(Runnable::run).subscribe(taker);
    return taker;
  }

  @Test
  void batchesArePublished() {
    String row = "{\"t\":\"x\"}\n";
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      Taker all = published(row.repeat(3), allocator, 9);
      assertEquals(List.of(1, 1, 1), all.sizes);
      assertEquals("complete", all.end);
      Taker some = published(row.repeat(3), allocator, 2);
      assertEquals(List.of(1, 1), some.sizes);
      assertEquals("", some.end);
      Taker wrong = published(row + "{\"t\":5}", allocator, 9);
      assertEquals(List.of(1), wrong.sizes);
      assertTrue(wrong.end.endsWith("at $.t (line 2, column 6, offset 15)"), wrong.end);
    }
    try (BufferAllocator allocator = new RootAllocator(1)) {
      Taker none = published(row, allocator, 9);
      assertEquals(List.of(), none.sizes);
      assertTrue(none.end.startsWith("Unable to allocate buffer"), none.end);
    }
  }
}
