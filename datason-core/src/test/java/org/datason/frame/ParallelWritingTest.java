package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Async;
import org.datason.Datason;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.FrameForm;
import org.datason.config.NonFiniteForm;
import org.datason.error.DatasonException;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several workers write the bytes, or meet the error, that one does. */
class ParallelWritingTest {

  private static Datason datason(int workers, int parallelFrom) {
    return Datason.create().with(c -> c.workers(workers).parallelFrom(parallelFrom));
  }

  private static Frame frame(long seed, int rows, int columns) {
    Frames frames = new Frames(seed);
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < columns; i++) {
      builder.column("c" + i, frames.column(frames.type(1), rows));
    }
    if (seed % 3 == 0) {
      builder.index(new Series("key", frames.column(frames.type(1), rows)));
    }
    return builder.build();
  }

  /** One of many settings. */
  private static DatasonConfigBuilder vary(DatasonConfigBuilder c, Random random) {
    FrameForm[] forms = FrameForm.values();
    NonFiniteForm[] floats = {NonFiniteForm.HINTED, NonFiniteForm.NULL, NonFiniteForm.DROP};
    c.frameForm(forms[random.nextInt(forms.length)]).hints(random.nextInt(3) > 0);
    c.nonFiniteForm(floats[random.nextInt(3)]).indent(random.nextInt(3) == 0 ? 2 : 0);
    c.sortKeys(random.nextInt(4) == 0).omitNulls(random.nextInt(4) == 0);
    return c.asciiOnly(random.nextInt(4) == 0);
  }

  private static Object bytes(Datason datason, Object value) {
    try {
      return new String(datason.toBytes(value), StandardCharsets.UTF_8);
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  private static Object streamed(Datason datason, Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      datason.write(value, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  @Property(tries = 150)
  void everyFrameGivesTheSameBytes(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 4) int workers,
      @ForAll @IntRange(min = 0, max = 40_000) int from) {
    Random random = new Random(seed);
    Datason one = datason(1, from).with(c -> vary(c, new Random(seed)));
    Datason many = one.with(c -> c.workers(workers));
    int columns = random.nextInt(5) == 0 ? 60 : 1 + random.nextInt(4);
    Frame frame = frame(seed, random.nextInt(columns > 4 ? 40 : 900), columns);
    Object expected = bytes(one, frame);
    assertEquals(expected, bytes(many, frame));
    assertEquals(expected, streamed(many, frame));
    assertEquals(expected, streamed(one, frame));
  }

  @Property(tries = 60)
  void everyLimitIsMetAtTheSamePlace(@ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = frame(seed, 500, 2);
    int limit = 1 + random.nextInt(600);
    int kind = random.nextInt(3);
    Datason one =
        datason(1, 0)
            .with(c -> vary(c, new Random(seed)))
            .with(
                c ->
                    switch (kind) {
                      case 0 -> c.maxItems(limit);
                      case 1 -> c.maxMembers(limit);
                      default -> c.maxStringLength(limit % 40 + 1);
                    });
    Datason many = one.with(c -> c.workers(3));
    assertEquals(bytes(one, frame), bytes(many, frame));
    assertEquals(streamed(one, frame), streamed(many, frame));
  }

  private static Frame large() {
    long[] ids = new long[50_000];
    Arrays.setAll(ids, i -> i * 7919L);
    return Frame.builder()
        .column("id", Column.wrap(FieldType.Simple.INT64, ids))
        .column("half", Column.of(FieldType.Simple.FLOAT64, new Object[50_000]))
        .build();
  }

  @ParameterizedTest
  @EnumSource(FrameForm.class)
  void largeTablesAreShared(FrameForm form) {
    Frame frame = large();
    Datason many = datason(3, 100_000).with(c -> c.frameForm(form));
    assertArrayEquals(many.with(c -> c.workers(1)).toBytes(frame), many.toBytes(frame));
    assertEquals(many.with(c -> c.workers(1)).toJson(frame), many.toJson(frame));
    assertEquals(frame, many.fromJson(many.toBytes(frame), Frame.class));
  }

  @Test
  void rangesAreWrittenByOthersFromASizeOn() {
    assertTrue(writers(3, 100_000, 50_000).size() > 4);
    assertEquals(1, writers(3, 1_000_000, 50_000).size());
    assertEquals(1, writers(1, 100_000, 50_000).size());
    assertEquals(1, writers(3, 100_000, 10).size());
  }

  private static Set<JsonWriter> writers(int workers, int from, int items) {
    Set<JsonWriter> writers = ConcurrentHashMap.newKeySet();
    JsonWriter out = datason(workers, from).writer();
    out.beginArray();
    out.writeRanges(
        items,
        (part, first, end) -> {
          writers.add(part);
          part.writeLongs(new long[(int) (end - first)], 0, (int) (end - first));
        });
    out.endArray();
    return writers;
  }

  @Test
  void aRangeThatFailsIsWrittenAgainForItsError() {
    Datason many = datason(3, 0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter out = many.writer(bytes);
    out.beginObject();
    out.writeName("rows");
    out.beginArray();
    DatasonException e =
        assertThrows(
            DatasonException.class,
            () ->
                out.writeRanges(
                    100_000,
                    (part, from, to) -> {
                      for (long i = from; i < to; i++) {
                        part.writeValue(i == 70_000 ? new Object() : i);
                      }
                    }));
    assertEquals(
        "No handler writes a java.lang.Object; register a TypeHandler for it, or the type itself,"
            + " with the builder at $.rows[70000]",
        e.getMessage());
    String written = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(written.startsWith("{\"rows\":[0,1,2,3,"), written.substring(0, 20));
  }

  /** Small rows first, then large ones, which nobody could expect. */
  private static Frame growing() {
    ColumnBuilder texts = ColumnBuilder.of(FieldType.Simple.TEXT);
    String large = "x".repeat(20_000);
    for (int i = 0; i < 12_000; i++) {
      texts.append(i < 10_000 ? "a" : large);
    }
    return Frame.builder().column("t", texts.build()).build();
  }

  /** Digests what is written. */
  private static final class Digests extends OutputStream {
    private final CRC32 sum = new CRC32();
    private long length;

    @Override
    public void write(int b) {
      sum.update(b);
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int n) {
      sum.update(bytes, from, n);
      length += n;
    }
  }

  @Test
  void largeItemsThatComeLaterAreNotHeldButSent() {
    String[] written = new String[2];
    for (int workers = 1; workers <= 2; workers++) {
      Set<Integer> held = ConcurrentHashMap.newKeySet();
      Datason datason = datason(workers, 0).with(c -> c.maxBytes(1L << 40));
      Digests sent = new Digests();
      JsonWriter out = datason.writer(sent);
      String large = "x".repeat(20_000);
      out.beginArray();
      out.writeRanges(
          12_000,
          (part, from, to) -> {
            int inPart = 0;
            for (long i = from; i < to; i++) {
              part.writeString(i < 10_000 ? "a" : large);
              inPart += i < 10_000 || part == out ? 0 : 1;
              held.add(inPart);
            }
          });
      out.endArray();
      out.flush();
      written[workers - 1] = sent.length + " " + sent.sum.getValue();
      assertEquals(10_000 * 4 + 2_000 * 20_003 + 1, sent.length);
      assertTrue(Collections.max(held) <= 4, held::toString);
    }
    assertEquals(written[0], written[1]);
  }

  @Test
  void largeRowsThatComeLaterAreTheSameBytes() {
    Frame frame = growing();
    String[] written = new String[2];
    for (int i = 0; i < 2; i++) {
      Digests sent = new Digests();
      JsonWriter out = datason(1 + 2 * i, 0).writer(sent);
      FrameCodec.writeRows(List.of(frame, frame).iterator(), out, true);
      out.flush();
      written[i] = sent.length + " " + sent.sum.getValue();
      assertEquals(2 * (10_000L * 10 + 2_000L * 20_009), sent.length);
    }
    assertEquals(written[0], written[1]);
  }

  @Test
  void aStreamThatFailsEndsAll() {
    OutputStream full =
        new OutputStream() {
          private int size;

          @Override
          public void write(int b) throws IOException {
            write(new byte[1], 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            size += length;
            if (size > 300_000) {
              throw new IOException("no space");
            }
          }
        };
    DatasonException e =
        assertThrows(DatasonException.class, () -> datason(3, 0).write(large(), full));
    assertEquals("The output failed: no space", e.getMessage());
  }

  @Test
  void linesAreWrittenInOrder() {
    Frame frame = large();
    String[] texts = new String[2];
    for (int i = 0; i < 2; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      JsonWriter out = datason(1 + 2 * i, 50_000).writer(bytes);
      FrameCodec.writeRows(frame, out, true);
      FrameCodec.writeRows(frame, out, true);
      out.flush();
      texts[i] = bytes.toString(StandardCharsets.UTF_8);
    }
    assertEquals(texts[0], texts[1]);
    assertEquals(100_000, texts[1].lines().count());
  }

  @Property(tries = 40)
  void batchesAreWrittenInOrder(@ForAll long seed, @ForAll boolean lines) {
    Random random = new Random(seed);
    List<Frame> batches = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      batches.add(frame(seed + i, random.nextInt(3000) * random.nextInt(2), 2));
    }
    Object[] written = new Object[2];
    for (int i = 0; i < 2; i++) {
      Datason datason = datason(1 + 2 * i, 0);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      JsonWriter out = datason.with(c -> c.maxItems(9000)).writer(bytes);
      try {
        if (!lines) {
          out.beginArray();
        }
        FrameCodec.writeRows(batches.iterator(), out, lines);
        if (!lines) {
          out.endArray();
        }
        if (!out.isEmpty()) {
          out.flush();
        }
        written[i] = bytes.toString(StandardCharsets.UTF_8);
      } catch (DatasonException e) {
        written[i] = e.getMessage();
      }
    }
    assertEquals(written[0], written[1]);
  }

  @Test
  void whatIsWrongWithABatchIsSaidBeforeItsSourceFails() {
    for (int workers = 1; workers <= 3; workers++) {
      Datason datason = datason(workers, 0).with(c -> c.nonFiniteForm(NonFiniteForm.REFUSE));
      Iterator<Frame> batches =
          Stream.iterate(1, i -> i + 1)
              .map(
                  i -> {
                    if (i > 2) {
                      throw new IllegalStateException("source failed");
                    }
                    Object[] values = {1.5, i == 1 ? 2.0 : Double.NaN};
                    Column x = Column.of(FieldType.Simple.FLOAT64, values);
                    return Frame.builder().column("x", x).build();
                  })
              .iterator();
      JsonWriter out = datason.writer();
      DatasonException e =
          assertThrows(DatasonException.class, () -> FrameCodec.writeRows(batches, out, true));
      assertEquals("The settings refuse NaN; set another nonFiniteForm at $.x", e.getMessage());
    }
  }

  @Test
  void anInterruptedThreadWritesNoMoreBatches() {
    JsonWriter out = datason(3, 0).writer();
    Iterator<Frame> batches = List.of(large(), large()).iterator();
    Thread.currentThread().interrupt();
    DatasonException e =
        assertThrows(DatasonException.class, () -> FrameCodec.writeRows(batches, out, true));
    assertTrue(Thread.interrupted());
    assertEquals("Writing was interrupted", e.getMessage());
  }

  @Test
  void batchesAreSavedAndReadAgain(@TempDir Path folder) {
    Datason datason = datason(2, 0);
    Frame frame = large();
    for (String name : new String[] {"a.json", "b.JSON.gz", "c.jsonl", "d.ndjson.gz"}) {
      Path file = folder.resolve(name);
      datason.saveBatches(file, Stream.of(frame.slice(0, 20_000), frame.slice(20_000, 50_000)));
      BatchOptions options = BatchOptions.defaults().withSchema(frame.schema());
      try (FrameBatches batches = datason.batches(file, options)) {
        assertEquals(frame, batches.all());
      }
    }
    assertEquals(frame.size(), datason.load(folder.resolve("b.JSON.gz"), Frame.class).size());
  }

  @Test
  void oneThreadOfAnExecutorIsEnough() throws Exception {
    String line = "{\"a\":1,\"t\":\"" + "x".repeat(50) + "\"}\n";
    byte[] json = line.repeat(3000).getBytes(StandardCharsets.UTF_8);
    ExecutorService single = Executors.newSingleThreadExecutor();
    try {
      BatchOptions options = BatchOptions.defaults().withChunkSize(2000).withExecutor(single);
      FrameBatches batches = datason(3, 0).batches(new ByteArrayInputStream(json), options);
      assertEquals(3000, batches.allAsync(single).get().size());
    } finally {
      single.shutdownNow();
    }
  }

  @Test
  void wholeDocumentsAreReadAndWrittenLater(@TempDir Path folder) throws Exception {
    Async async = datason(2, 0).async(Runnable::run);
    Path file = folder.resolve("a.json");
    Frame frame = large();
    async.save(file, frame).get();
    assertEquals(frame, async.load(file, Frame.class).get());
    assertEquals(
        frame, async.toBytes(frame).thenCompose(b -> async.fromJson(b, Frame.class)).get());
    ExecutionException e =
        assertThrows(
            ExecutionException.class, () -> async.load(folder.resolve("b"), Frame.class).get());
    assertTrue(e.getCause() instanceof DatasonException);
  }
}
