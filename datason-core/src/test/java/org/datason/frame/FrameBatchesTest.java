package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.frame.FieldType.Simple;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables read batch by batch, with any number of threads and chunks of any size. */
class FrameBatchesTest {

  private static final Datason ONE = Datason.create().with(c -> c.workers(1));
  private static final Datason MANY = Datason.create().with(c -> c.workers(3));

  private static final String[] TEXTS = {
    "\"\"",
    "\"a\"",
    "\"},{\\\"a\\\":[\\n\"",
    "\"\\\\\"",
    "\"\\\\\\\"]\"",
    "\"caf\u00e9\"",
    "\"\uD83D\uDE00\uD83D\uDE00\"",
    "\"\\u00e9\\ud83d\\ude00\"",
    "\"[[[{{{\"",
    "null"
  };

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
      json.append(",\"l\":[{\"a\":1},{\"a\":2}]}");
    }
    return json.append(lines ? "\n" : "] ").toString();
  }

  private static BatchOptions chunks(int size) {
    return BatchOptions.defaults().withChunkSize(size);
  }

  private static Object batches(Datason datason, byte[] json, BatchOptions options) {
    try (FrameBatches batches = datason.batches(new ByteArrayInputStream(json), options)) {
      List<Frame> all = new ArrayList<>();
      batches.forEachRemaining(all::add);
      return all;
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  private static Object all(Datason datason, byte[] json, BatchOptions options) {
    try (FrameBatches batches = datason.batches(new ByteArrayInputStream(json), options)) {
      return batches.all();
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  @Property(tries = 200)
  void chunksAndThreadsDoNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size, @ForAll boolean lines) {
    byte[] json = utf8(rows(new Random(seed), 40, lines));
    Object expected = all(ONE, json, chunks(1 << 20));
    assertEquals(expected, all(ONE, json, chunks(size)));
    assertEquals(expected, all(MANY, json, chunks(size)));
    assertEquals(batches(ONE, json, chunks(size)), batches(MANY, json, chunks(size)));
    if (!lines) {
      assertEquals(ONE.fromJson(json, Frame.class), expected);
    }
  }

  @Property(tries = 400)
  void errorsAreTheSameWithTheirPlaces(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll boolean lines,
      @ForAll boolean given) {
    Random random = new Random(seed);
    byte[] json = utf8(rows(random, 40, lines));
    json[random.nextInt(json.length)] = (byte) "{}[],:\"\\1n\n x".charAt(random.nextInt(13));
    BatchOptions options = BatchOptions.defaults();
    if (given) {
      Schema item = Schema.of(new Field("a", Simple.INT64));
      options =
          options.withSchema(
              Schema.of(
                  new Field("id", Simple.INT64),
                  new Field("x", Simple.FLOAT64),
                  new Field("t", Simple.TEXT),
                  new Field("l", new FieldType.ListOf(new FieldType.Struct(item)))));
    }
    Object expected = all(ONE, json, options);
    if (given || expected instanceof String) {
      assertEquals(expected, all(ONE, json, options.withChunkSize(size)));
    }
    assertEquals(
        batches(ONE, json, options.withChunkSize(size)),
        batches(MANY, json, options.withChunkSize(size)));
  }

  @Test
  void placesAreThoseInTheDocument() {
    String row = "{\"a\":1}";
    String array = "[\n" + (row + ",\n").repeat(50) + "{\"a\":tru}]";
    for (Datason datason : List.of(ONE, MANY)) {
      assertEquals(
          JsonSyntaxException.class
              + "Expected true but found tru at $[50].a (line 52, column 6, offset 457)",
          batches(datason, utf8(array), chunks(10)));
      String lines = (row + "\n").repeat(50) + "{\"a\":tru}";
      assertEquals(
          JsonSyntaxException.class
              + "Expected true but found tru at $.a (line 51, column 6, offset 405)",
          batches(datason, utf8(lines), chunks(10)));
      String twice = "[" + (row + ",").repeat(50) + "{\"a\":1,\"a\":2}]";
      assertEquals(
          MismatchException.class
              + "Expected a row of the table but found an object (Row 50 has the member 'a' twice)"
              + " at $[50] (line 1, column 402, offset 401)",
          batches(datason, utf8(twice), chunks(10)));
      assertEquals(
          MismatchException.class
              + "Expected an object for a row but found 5 at $[2] (line 1, column 18, offset 17)",
          batches(datason, utf8("[" + row + "," + row + ",5]"), chunks(1)));
      assertEquals(
          JsonSyntaxException.class
              + "Expected a value after the comma but found ']' at $[1] (line 1, column 10, offset"
              + " 9)",
          batches(datason, utf8("[" + row + ",]"), chunks(1)));
      assertEquals(
          JsonSyntaxException.class
              + "Expected the end of the document but found 'x' at $ (line 1, column 11, offset"
              + " 10)",
          batches(datason, utf8("[" + row + "] x"), chunks(1)));
    }
  }

  @Test
  void aCommaIsNoItem() {
    String row = "{\"a\":1}";
    for (String array :
        List.of("[,%s]", "[%s,,%s]", "[%s, ,%s]", "[%s,%s,,]", "[ , ]", "[%s,%s,]")) {
      byte[] json = utf8(array.replace("%s", row));
      Object expected = all(ONE, json, chunks(1 << 20));
      assertTrue(expected instanceof String, array);
      for (Datason datason : List.of(ONE, MANY)) {
        for (int size = 1; size < 12; size++) {
          assertEquals(expected, all(datason, json, chunks(size)), array);
        }
      }
    }
  }

  @Test
  void limitsCountTheWholeArray() {
    String array = "[" + "{\"a\":1},".repeat(9) + "{\"a\":1}]";
    for (Datason datason : List.of(ONE, MANY)) {
      Datason ten = datason.with(c -> c.maxItems(10));
      Datason nine = datason.with(c -> c.maxItems(9));
      for (int size : new int[] {1, 30, 1000}) {
        assertEquals(10, ((Frame) all(ten, utf8(array), chunks(size))).size());
        assertEquals(all(nine, utf8(array), chunks(1000)), all(nine, utf8(array), chunks(size)));
        assertTrue(all(nine, utf8(array), chunks(size)) instanceof String);
      }
    }
    Datason small = ONE.with(c -> c.maxStringLength(100));
    assertEquals(
        LimitException.class
            + "A value among others is larger than maxStringLength = 100; raise it",
        batches(small, utf8("[{\"a\":[" + "1,".repeat(100) + "1]}]"), chunks(10)));
  }

  @Test
  void columnsWidenOnTheWay() {
    byte[] json =
        utf8("{\"a\":1,\"n\":null}\n{\"a\":2}\n{\"a\":2.5,\"n\":7,\"b\":\"x\"}\n{\"a\":\"y\"}\n");
    for (Datason datason : List.of(ONE, MANY)) {
      List<String> schemas = new ArrayList<>();
      try (FrameBatches batches = datason.batches(new ByteArrayInputStream(json), chunks(1))) {
        batches.forEachRemaining(batch -> schemas.add(batch.schema().toString()));
        assertEquals(json.length, batches.bytesRead());
      }
      assertEquals(
          List.of(
              "a: int64, n: mixed",
              "a: int64, n: mixed",
              "a: float64, n: int64, b: text",
              "a: mixed, n: int64, b: text"),
          schemas);
      Frame all = (Frame) all(datason, json, chunks(1));
      assertEquals(Column.of(Simple.MIXED, 1, 2, 2.5, "y"), all.column("a"));
      assertEquals(Column.of(Simple.INT64, null, null, 7L, null), all.column("n"));
      assertEquals(Column.of(Simple.TEXT, null, null, "x", null), all.column("b"));
      assertEquals(
          MismatchException.class
              + "Expected a long but found 2.5 at $.a (line 3, column 6, offset 30)",
          batches(datason, json, chunks(1).withoutWidening()));
    }
  }

  @Test
  void integersThatNoDoubleHoldsStayExact() {
    byte[] json = utf8("{\"a\":9007199254740993}\n{\"a\":0.5}\n{\"a\":1}");
    Frame all = (Frame) all(MANY, json, chunks(1));
    assertEquals(Column.of(Simple.MIXED, 9007199254740993L, 0.5, 1.0), all.column("a"));
  }

  @Test
  void documentsWithoutRowsHaveNoBatches() {
    for (String json : new String[] {"", " \n", "[]", " [ ] "}) {
      assertEquals(List.of(), batches(MANY, utf8(json), chunks(1)), json);
      assertEquals(0, ((Frame) all(MANY, utf8(json), chunks(1))).size());
    }
    try (FrameBatches batches = MANY.batches(new ByteArrayInputStream(new byte[0]), chunks(1))) {
      assertFalse(batches.hasNext());
      assertEquals(
          "There are no more batches",
          assertThrows(NoSuchElementException.class, batches::next).getMessage());
    }
  }

  @Test
  void filesAreReadAndClosed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(utf8("{\"a\":1}\n{\"a\":2}\n"));
    }
    try (FrameBatches batches = MANY.batches(file, BatchOptions.defaults())) {
      assertEquals(Column.of(Simple.INT64, 1L, 2L), batches.next().column(0));
      assertFalse(batches.hasNext());
    }
  }

  /** A stream without end that counts what is read of it. */
  private static final class Endless extends InputStream {
    private final byte[] row = utf8("{\"a\":1}\n");
    final AtomicLong read = new AtomicLong();
    private int at;

    @Override
    public int read() {
      read.incrementAndGet();
      at = (at + 1) % row.length;
      return row[(at + row.length - 1) % row.length];
    }
  }

  @Test
  void aSlowTakerHasTheInputReadSlowly() {
    Endless in = new Endless();
    FrameBatches batches = MANY.batches(in, chunks(1000));
    for (int i = 1; i < 20; i++) {
      batches.next();
      // taken, twice as many as workers read ahead, and what stands in the buffer
      assertTrue(in.read.get() <= (i + 2 * 3 + 1) * 1200L, i + ": " + in.read.get());
    }
    batches.close();
    assertFalse(batches.hasNext());
  }

  @Test
  void nothingIsReadBeforeABatchIsAskedFor() {
    Endless in = new Endless();
    try (FrameBatches batches = MANY.batches(in, chunks(1000))) {
      assertEquals(0, in.read.get());
      assertEquals(0, batches.bytesRead());
      assertTrue(batches.hasNext());
    }
    assertTrue(in.read.get() > 0);
  }

  @Test
  void anInterruptEndsIt() {
    try (FrameBatches batches = MANY.batches(new Endless(), chunks(1000))) {
      batches.next();
      Thread.currentThread().interrupt();
      assertEquals(
          "Reading was interrupted",
          assertThrows(DatasonIOException.class, () -> batches.forEachRemaining(batch -> {}))
              .getMessage());
      assertTrue(Thread.interrupted());
      assertFalse(batches.hasNext());
    }
  }

  @Test
  void anInputThatFailsIsAnError() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("no such line");
          }
        };
    assertEquals(
        "The input failed: no such line",
        assertThrows(DatasonIOException.class, () -> MANY.batches(failing, chunks(1)).hasNext())
            .getMessage());
  }

  /** The rows that come before an error, and its words. */
  private static List<Object> untilError(Datason datason, InputStream in, BatchOptions options) {
    List<Object> found = new ArrayList<>();
    try (FrameBatches batches = datason.batches(in, options)) {
      batches.forEachRemaining(found::add);
    } catch (DatasonException e) {
      found.add(e.getMessage());
    }
    return found;
  }

  /** A document whose stream then fails, once: whoever reads on finds its end. */
  private static InputStream failingBehind(byte[] json) {
    return new InputStream() {
      private int at;

      @Override
      public int read() throws IOException {
        if (at == json.length) {
          at++;
          throw new IOException("cut off");
        }
        return at > json.length ? -1 : json[at++];
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = Math.min(length, json.length - at);
        if (n == 0) {
          return length == 0 ? 0 : read();
        }
        System.arraycopy(json, at, bytes, from, n);
        at += n;
        return n;
      }
    };
  }

  @Test
  void whatComesBeforeAnInputFailsIsTaken() {
    for (boolean lines : new boolean[] {true, false}) {
      byte[] json = utf8(rows(new Random(1), 200, lines));
      List<Object> expected = untilError(ONE, failingBehind(json), chunks(300));
      List<Object> found = untilError(MANY, failingBehind(json), chunks(300));
      assertEquals("The input failed: cut off", expected.get(expected.size() - 1));
      assertTrue(expected.size() > 20);
      assertEquals(expected, found);
      byte[] wrong =
          utf8(new String(json, StandardCharsets.UTF_8).replace("\"id\":190,", "\"id\":190 "));
      List<Object> earlier = untilError(ONE, failingBehind(wrong), chunks(300));
      assertTrue(earlier.get(earlier.size() - 1).toString().startsWith("Expected ',' or '}'"));
      assertEquals(earlier, untilError(MANY, failingBehind(wrong), chunks(300)));
    }
    byte[] large = utf8("{\"a\":1}\n".repeat(40) + "{\"a\":" + "1".repeat(400) + "}\n");
    Datason one = ONE.with(c -> c.maxStringLength(100));
    List<Object> expected = untilError(one, new ByteArrayInputStream(large), chunks(40));
    assertEquals(
        "A value among others is larger than maxStringLength = 100; raise it",
        expected.get(expected.size() - 1));
    assertTrue(expected.size() > 8);
    Datason many = one.with(c -> c.workers(3));
    assertEquals(expected, untilError(many, new ByteArrayInputStream(large), chunks(40)));
  }

  @Test
  void anInputThatFailsDoesSoAgainAfterAWrongCut() {
    String kids = "{\"id\":1},".repeat(40) + "{\"id\":1}";
    String rows = ("{\"id\":1,\"kids\":[]},".repeat(30) + "{\"id\":1,\"kids\":[" + kids + "]},");
    InputStream in = failingBehind(utf8("[" + rows + "{\"id\":2,"));
    List<Object> found = untilError(MANY, in, chunks(100));
    assertEquals("The input failed: cut off", found.get(found.size() - 1));
  }

  @Test
  void workersRunWhereTheyAreAskedTo() {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      byte[] json = utf8(rows(new Random(1), 100, true));
      Object expected = batches(ONE, json, chunks(50));
      assertEquals(expected, batches(MANY, json, chunks(50).withExecutor(pool)));
      Executor same = Runnable::run;
      assertEquals(expected, batches(MANY, json, chunks(50).withExecutor(same)));
      Executor full =
          task -> {
            throw new RejectedExecutionException("full");
          };
      assertEquals(expected, batches(MANY, json, chunks(50).withExecutor(full)));
      assertFalse(pool.isShutdown());
      CompletableFuture<Frame> frame =
          MANY.batches(new ByteArrayInputStream(json), chunks(50)).allAsync(pool);
      assertEquals(all(ONE, json, chunks(50)), frame.join());
      CompletableFuture<Frame> failed =
          MANY.batches(new ByteArrayInputStream(utf8("[1]")), chunks(50)).allAsync(pool);
      assertTrue(
          assertThrows(CompletionException.class, failed::join).getCause()
              instanceof MismatchException);
    } finally {
      pool.shutdown();
    }
  }

  /** Requests so many at a time, and keeps what comes. */
  private static final class Taker implements Flow.Subscriber<Frame> {
    final List<Object> events = new ArrayList<>();
    private final int each;
    private final int most;
    private Flow.Subscription subscription;

    Taker(int each, int most) {
      this.each = each;
      this.most = most;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(each);
    }

    @Override
    public void onNext(Frame frame) {
      events.add(frame);
      if (events.size() == most) {
        subscription.cancel();
      } else if (events.size() % Math.max(1, each) == 0) {
        subscription.request(each);
      }
    }

    @Override
    public void onError(Throwable error) {
      events.add(String.valueOf(error.getMessage()));
    }

    @Override
    public void onComplete() {
      events.add("end");
    }
  }

  private static List<Object> published(byte[] json, Taker taker) {
    MANY.batches(new ByteArrayInputStream(json), chunks(50))
        .publisher(Runnable::run)
        .subscribe(taker);
    return taker.events;
  }

  @Test
  void batchesArePublishedAsRequested() {
    byte[] json = utf8(rows(new Random(1), 30, true));
    List<Object> expected = new ArrayList<>((List<?>) batches(ONE, json, chunks(50)));
    List<Object> first = new ArrayList<>(expected.subList(0, 3));
    expected.add("end");
    assertEquals(expected, published(json, new Taker(1, -1)));
    assertEquals(expected, published(json, new Taker(7, -1)));
    assertEquals(first, published(json, new Taker(2, 3)));
    assertEquals(List.of("Requests must be positive"), published(json, new Taker(0, -1)));
    assertEquals(
        List.of("Expected an object for a row but found 1 at $[0] (line 1, column 2, offset 1)"),
        published(utf8("[1]"), new Taker(1, -1)));
    Flow.Publisher<Frame> publisher =
        MANY.batches(new ByteArrayInputStream(json), chunks(50)).publisher(Runnable::run);
    publisher.subscribe(new Taker(1, 1));
    Taker second = new Taker(1, -1);
    publisher.subscribe(second);
    assertEquals(List.of("These batches have a subscriber already"), second.events);
  }

  @Test
  void rowsAreWrittenOneByOne() {
    Frame frame =
        Frame.builder()
            .column("a", Column.of(Simple.INT64, 1L, null))
            .column("t", Column.of(Simple.TEXT, "x\n", "y"))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter writer = ONE.writer(out);
    FrameCodec.writeRows(frame, writer, true);
    writer.flush();
    String lines = out.toString(StandardCharsets.UTF_8);
    assertEquals("{\"a\":1,\"t\":\"x\\n\"}\n{\"a\":null,\"t\":\"y\"}\n", lines);
    assertEquals(frame, all(MANY, utf8(lines), chunks(1)));
  }

  @Test
  void chunksHaveASize() {
    assertEquals(
        "chunkSize must be from 1 to 268435456, not 0",
        assertThrows(IllegalArgumentException.class, () -> chunks(0)).getMessage());
  }

  @Test
  void tablesWithTheirTypesComeInBatches() {
    Frame frame =
        Frame.builder()
            .column("a", Column.of(Simple.FLOAT32, 1.5f, Float.NaN, null))
            .index(new Series("k", Column.of(Simple.TEXT, "x", "y", "z")))
            .build();
    for (FrameForm form : FrameForm.values()) {
      byte[] json = MANY.with(c -> c.frameForm(form).indent(2)).toBytes(frame);
      Object expected = MANY.fromJson(json, Frame.class);
      assertEquals(expected, all(MANY, json, chunks(1 << 20)), form.name());
      assertEquals(expected, all(ONE, json, chunks(1)), form.name());
      try (FrameBatches batches = ONE.batches(new ByteArrayInputStream(json), chunks(1))) {
        batches.next();
        assertEquals(frame.schema(), batches.schema());
        batches.forEachRemaining(batch -> {});
        assertEquals(json.length, batches.bytesRead());
      }
    }
    String broken = new String(MANY.toBytes(frame), StandardCharsets.UTF_8).replace("1.5", "x");
    assertEquals(239, broken.indexOf(":x") + 1);
    assertEquals(
        JsonSyntaxException.class
            + "Expected a value but found 'x' at $.__datason_value__.data[0].a"
            + " (line 1, column 240, offset 239)",
        all(ONE, utf8(broken), chunks(1)));
  }

  /** Items of items look like items, so that the place to cut is guessed wrong. */
  @Property(tries = 300)
  void itemsInItemsAreNoItems(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int size,
      @ForAll boolean damaged,
      @ForAll boolean given) {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder("[");
    for (int i = 0; i < 40; i++) {
      rows.append(i == 0 ? "" : i > 30 ? " , " : ",").append("{\"id\":").append(i);
      rows.append(",\"kids\":[");
      for (int j = random.nextInt(i < 8 ? 1 : 12); j >= 0; j--) {
        rows.append("{\"id\":").append(j).append(j == 0 ? "}" : "},");
      }
      rows.append("]}");
    }
    byte[] json = utf8(rows.append("]").toString());
    if (damaged) {
      json[random.nextInt(json.length)] = (byte) "{}[],:\"\\1n x".charAt(random.nextInt(12));
    }
    Schema kid = Schema.of(new Field("id", Simple.INT64));
    BatchOptions options =
        given
            ? chunks(size)
                .withSchema(
                    Schema.of(
                        new Field("id", Simple.INT64),
                        new Field("kids", new FieldType.ListOf(new FieldType.Struct(kid)))))
            : chunks(size);
    Object expected = all(ONE, json, options.withChunkSize(1 << 20));
    assertTrue(damaged || expected instanceof Frame, expected::toString);
    if (given || expected instanceof String || !damaged) {
      assertEquals(expected, all(ONE, json, options));
      assertEquals(expected, all(MANY, json, options));
    }
    assertEquals(batches(ONE, json, options), batches(MANY, json, options));
  }

  @Test
  void whatComesBehindTheArrayIsNoItem() {
    String rows = "{\"a\":1},".repeat(20) + "{\"a\":2}";
    byte[] json = utf8("[" + rows + "]" + " [" + rows + "]".repeat(3));
    for (Datason datason : List.of(ONE, MANY)) {
      assertEquals(
          JsonSyntaxException.class
              + "Expected the end of the document but found '[' at $ (line 1, column 171, offset"
              + " 170)",
          batches(datason, json, chunks(50)));
    }
  }
}
