package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.frame.Frames;
import org.datason.json.JsonWriter;
import org.datason.redaction.Redaction;
import org.junit.jupiter.api.Test;

/** Record batches written as JSON, in each layout and with any number of threads. */
class ArrowJsonTest {

  private static final Datason ONE = Datason.create().with(c -> c.workers(1));
  private static final Datason MANY = Datason.create().with(c -> c.workers(3));

  private static Frame numbers(int rows) {
    long[] values = new long[rows];
    Arrays.setAll(values, i -> i);
    return Frame.builder().column("n", Column.wrap(Simple.INT64, values)).build();
  }

  private static String written(Datason datason, Frame frame, JsonLayout layout) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
      ArrowJson.write(datason, table.root(), table.dictionaries(), layout, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void partsThatWouldBeLargeAreNotHeld() {
    Object[] texts = new Object[12_000];
    Arrays.setAll(texts, i -> i < 10_000 ? "a" : "x".repeat(10_000));
    Frame frame = Frame.builder().column("t", Column.of(Simple.TEXT, texts)).build();
    int[] largest = {0};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            largest[0] = Math.max(largest[0], length);
            super.write(bytes, from, length);
          }
        };
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
      ArrowJson.write(MANY, table.root(), table.dictionaries(), JsonLayout.RECORDS, out);
    }
    assertEquals(expected(frame, JsonLayout.RECORDS), out.toString(StandardCharsets.UTF_8));
    assertTrue(largest[0] <= 1 << 22, () -> "held " + largest[0]);
    String lines = expected(frame, JsonLayout.LINES);
    assertEquals(lines, written(ONE, frame, JsonLayout.LINES));
    assertEquals(lines, written(MANY, frame, JsonLayout.LINES));
  }

  /** What the core writes of a frame. */
  private static String expected(Frame frame, JsonLayout layout) {
    Datason plain = ONE.with(c -> c.hints(false));
    if (layout == JsonLayout.LINES) {
      JsonWriter out = plain.writer();
      FrameCodec.writeRows(frame, out, true);
      return out.toString();
    }
    FrameForm form = layout == JsonLayout.COLUMNS ? FrameForm.LIST : FrameForm.RECORDS;
    if (layout != JsonLayout.SPLIT) {
      return plain.with(c -> c.frameForm(form)).toJson(frame);
    }
    String split = plain.with(c -> c.frameForm(FrameForm.SPLIT)).toJson(frame);
    return "{" + split.substring(split.indexOf("\"columns\":"));
  }

  @Property(tries = 200)
  void everyLayoutIsThatOfTheFrame(@ForAll long seed, @ForAll JsonLayout layout) {
    Frame frame = new Frames(seed).frame();
    Frame plain = Frame.concat(List.of(frame));
    if (frame.index() != null) { // labels are not written
      var builder = Frame.builder();
      for (int i = 0; i < frame.schema().size(); i++) {
        builder.column(frame.schema().field(i).name(), frame.column(i));
      }
      plain = builder.build();
      if (plain.size() != frame.size()) {
        return; // rows without columns
      }
    }
    String expected = expected(plain, layout);
    assertEquals(expected, written(ONE, frame, layout));
    assertEquals(expected, written(MANY, frame, layout));
  }

  @Test
  void manyRowsAreWrittenInOrder() {
    Frame frame = numbers(100_000);
    for (JsonLayout layout : JsonLayout.values()) {
      String expected = expected(frame, layout);
      assertEquals(expected, written(ONE, frame, layout));
      assertEquals(expected, written(MANY, frame, layout));
    }
  }

  @Test
  void aTableWithoutRowsHasItsColumns() {
    Frame none = numbers(1).slice(0, 0);
    assertEquals("", written(MANY, none, JsonLayout.LINES));
    assertEquals("[]", written(MANY, none, JsonLayout.RECORDS));
    assertEquals("{\"n\":[]}", written(MANY, none, JsonLayout.COLUMNS));
    assertEquals("{\"columns\":[\"n\"],\"data\":[]}", written(MANY, none, JsonLayout.SPLIT));
  }

  @Test
  void aReaderIsWrittenBatchByBatch() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<Frame> frames = List.of(numbers(2), numbers(0), numbers(1));
    ArrowStreams.write(stream, frames.iterator(), Compression.NONE);
    for (Datason datason : List.of(ONE, MANY)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (BufferAllocator allocator = ArrowMemory.newAllocator();
          StreamReader reader =
              new StreamReader(
                  new ByteArrayInputStream(stream.toByteArray()), allocator, ContentLimit.none())) {
        ArrowJson.write(datason, reader, JsonLayout.RECORDS, out);
      }
      assertEquals("[{\"n\":0},{\"n\":1},{\"n\":0}]", out.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aReaderWithoutBatchesHasItsColumns() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ArrowStreams.write(stream, numbers(0), Compression.NONE);
    byte[] bytes = stream.toByteArray();
    // the schema, and behind it the end in place of the only batch
    int schema =
        8 + java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4);
    byte[] schemaAlone = Arrays.copyOf(bytes, schema);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        StreamReader reader =
            new StreamReader(
                new ByteArrayInputStream(schemaAlone), allocator, ContentLimit.none())) {
      ArrowJson.write(ONE, reader, JsonLayout.COLUMNS, out);
    }
    assertEquals("{\"n\":[]}", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsRedactedIsRedacted() {
    Frame frame = numbers(3);
    Datason datason = MANY.with(Redaction.builder().fields("n").build());
    String expected = "{\"n\":\"[REDACTED]\"}\n".repeat(3);
    assertEquals(expected, written(datason, frame, JsonLayout.LINES));
  }

  @Test
  void theLimitIsOfTheWholeText() {
    Datason datason = MANY.with(c -> c.maxBytes(500_000));
    assertEquals(
        "The JSON text is longer than maxBytes = 500000;"
            + " raise it if the value is meant to be so large",
        assertThrows(
                LimitException.class, () -> written(datason, numbers(100_000), JsonLayout.LINES))
            .getMessage());
  }

  @Test
  void aStreamThatFailsIsTold() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowFrames.toArrow(numbers(100_000), allocator)) {
      for (JsonLayout layout : List.of(JsonLayout.LINES, JsonLayout.RECORDS, JsonLayout.COLUMNS)) {
        assertEquals(
            "The output failed: No space left on device",
            assertThrows(
                    DatasonIOException.class,
                    () -> ArrowJson.write(MANY, table.root(), null, layout, full))
                .getMessage());
      }
    }
  }
}
