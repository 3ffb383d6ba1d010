package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.error.DatasonIOException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a stream, and when. */
class WriterStreamTest {

  private static final Datason DATASON = Datason.create();

  /** Remembers what was done to it. */
  private static final class Recorder extends OutputStream {

    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int writes;
    int flushes;
    boolean closed;

    @Override
    public void write(int b) {
      bytes.write(b);
      writes++;
    }

    @Override
    public void write(byte[] from, int at, int length) {
      bytes.write(from, at, length);
      writes++;
    }

    @Override
    public void flush() {
      flushes++;
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public String toString() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final String NO_HANDLER =
      "No handler writes a java.lang.Thread; register a TypeHandler for it, or the type itself,"
          + " with the builder at ";

  @Test
  void nothingIsWrittenBeforeTheFlush() {
    Recorder stream = new Recorder();
    JsonWriter out = DATASON.writer(stream);
    out.writeValue(Map.of("a", 1));
    out.endLine();
    out.writeValue(2);
    out.endLine();
    assertEquals(0, stream.writes);
    out.flush();
    assertEquals("{\"a\":1}\n2\n", stream.toString());
    assertEquals(1, stream.writes);
    out.flush();
    assertEquals(1, stream.writes);
    out.writeValue(3);
    out.flush();
    assertEquals("{\"a\":1}\n2\n3", stream.toString());
    assertEquals(0, stream.flushes);
    assertEquals(false, stream.closed);
  }

  @Test
  void facadeFlushesTheStreamAndLeavesItOpen() {
    Recorder stream = new Recorder();
    DATASON.write(List.of(1), stream);
    assertEquals("[1]", stream.toString());
    assertTrue(stream.flushes > 0);
    assertEquals(false, stream.closed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000, 40_000, 65_500})
  void shortValueThatFailsLeavesTheStreamAsItWas(int length) {
    Recorder stream = new Recorder();
    List<Object> list = new ArrayList<>(List.of("x".repeat(length), new Thread()));
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> DATASON.write(list, stream));
    assertEquals(NO_HANDLER + "$[1]", e.getMessage());
    assertEquals(0, stream.writes);
  }

  @Test
  void longValueThatFailsHasReachedTheStreamInPart() {
    Recorder stream = new Recorder();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      list.add(new ArrayList<>(List.of(i, "text")));
    }
    list.add(Map.of("a", new Thread()));
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> DATASON.write(list, stream));
    assertEquals(NO_HANDLER + "$[20000].a", e.getMessage());
    assertTrue(stream.bytes.size() > 65_536);
    assertTrue(stream.toString().startsWith("[[0,\"text\"],[1,\"text\"]"));
  }

  @Test
  void errorsAreInTheRightPlaceHoweverManyThereWere() {
    Recorder stream = new Recorder();
    JsonWriter out = DATASON.writer(stream);
    out.beginArray();
    for (int i = 0; i < 3; i++) {
      String place = "$[" + 20_001 * i + "]";
      assertEquals(
          NO_HANDLER + place,
          assertThrows(UnsupportedTypeException.class, () -> out.writeValue(new Thread()))
              .getMessage());
      out.writeNull(); // the comma stands already
      for (int k = 0; k < 20_000; k++) {
        out.writeString("item");
      }
    }
    out.endArray();
    out.flush();
    List<?> list = (List<?>) DATASON.fromJson(stream.toString());
    assertEquals(60_003, list.size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sortedObjectIsHeldUntilItEnds(boolean array) {
    Recorder stream = new Recorder();
    JsonWriter out = DATASON.with(c -> c.sortKeys(true)).writer(stream);
    if (array) {
      out.beginArray();
    }
    out.beginObject();
    StringBuilder expected = new StringBuilder();
    for (int i = 9999; i >= 0; i--) {
      out.writeName(String.format("%04d", i));
      out.writeString("a value");
      expected.insert(0, String.format("%s\"%04d\":\"a value\"", i == 0 ? "" : ",", i));
    }
    assertEquals(0, stream.writes);
    out.endObject();
    if (array) {
      out.endArray();
    }
    out.flush();
    assertEquals(array ? "[{" + expected + "}]" : "{" + expected + "}", stream.toString());
  }

  @Test
  void mapWithMixedKeysIsWrittenToAStreamAsToMemory() {
    Map<Object, Object> map = new java.util.LinkedHashMap<>();
    map.put("a", "x".repeat(100_000));
    map.put(1, List.of("y".repeat(100_000)));
    Recorder stream = new Recorder();
    DATASON.write(map, stream);
    assertEquals(DATASON.toJson(map), stream.toString());
    assertEquals(map, DATASON.fromJson(stream.toString()));
  }

  // ---------------------------------------------------------------- streams that fail

  /** A stream that takes so many bytes and then fails. */
  private static OutputStream full(int room, IOException error) {
    return new OutputStream() {
      private int left = room;

      @Override
      public void write(int b) throws IOException {
        if (left-- == 0) {
          throw error;
        }
      }

      @Override
      public void flush() throws IOException {
        if (left < 0) {
          throw error;
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 70_000})
  void streamThatFailsIsAnErrorOfOurs(int room) {
    IOException error = new IOException("disk full");
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      list.add(i);
    }
    DatasonIOException e =
        assertThrows(DatasonIOException.class, () -> DATASON.write(list, full(room, error)));
    assertEquals("The output failed: disk full", e.getMessage());
    assertSame(error, e.getCause());
  }

  @Test
  void streamThatFailsToFlushIsAnErrorOfOurs() {
    IOException error = new IOException();
    OutputStream stream =
        new ByteArrayOutputStream() {
          @Override
          public void flush() throws IOException {
            throw error;
          }
        };
    DatasonIOException e = assertThrows(DatasonIOException.class, () -> DATASON.write(1, stream));
    assertEquals("The output failed: IOException", e.getMessage());
    assertSame(error, e.getCause());
  }
}
