package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.Location;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream longer than what is held of it at a time is read as if it were there whole. */
class StreamWindowTest {

  private static final Datason DATASON = Datason.create();
  private static final int WINDOW = InputWindow.SIZE;

  /** A stream that gives as many bytes at a time as it likes. */
  private static InputStream chunks(byte[] bytes, int most) {
    Random random = new Random(most);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 1 + random.nextInt(most)));
      }
    };
  }

  private static List<JsonReader> readers(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return List.of(
        DATASON.reader(new ByteArrayInputStream(bytes)),
        DATASON.reader(chunks(bytes, 10)),
        DATASON.reader(chunks(bytes, 40_000)));
  }

  /** The places just before, on and behind the end of the first window. */
  static IntStream places() {
    return IntStream.rangeClosed(WINDOW - 20, WINDOW + 2);
  }

  /** Tokens of every kind, each longer than a byte. */
  private static final List<String> TOKENS =
      List.of(
          "\"plain text\"",
          "\"\\n\\\"\\\\\\u00e9\\ud83d\\ude00\"",
          "\"aé日😀b\"",
          "\"😀😀😀\"",
          "1234567890",
          "-123456789012345678901234567890",
          "-0.123456789e-12",
          "true",
          "false",
          "null",
          "[[[[]]]]",
          "{\"name\" : {\"b\":[1,2]}}",
          "{\"é\\n\":\"\\t\"}");

  @ParameterizedTest
  @MethodSource("places")
  void tokenAcrossTheEndOfTheWindowIsRead(int place) {
    for (String token : TOKENS) {
      String json = "[\"" + "x".repeat(place - 4) + "\"," + token + ",7]";
      assertEquals(place, json.lastIndexOf(token));
      Object expected = DATASON.fromJson(json);
      Object value = DATASON.fromJson(token);
      for (JsonReader in : readers(json)) {
        assertEquals(expected, in.readValue());
        in.end();
      }
      for (JsonReader in : readers(json)) {
        in.skipValue();
        in.end();
      }
      for (JsonReader in : readers(json)) {
        in.beginArray();
        assertEquals(place - 4, in.readString().length());
        assertEquals(value, in.readValue());
        assertEquals(7, in.readInt());
        in.endArray();
        in.end();
      }
      for (JsonReader in : readers(json)) {
        in.beginArray();
        in.skipValue();
        in.skipValue();
        assertTrue(in.hasNext());
        assertEquals(7, in.readInt());
        in.endArray();
        in.end();
      }
      for (JsonReader in : readers(token + " ".repeat(place) + "\n" + token)) {
        assertEquals(value, in.readValue());
        assertTrue(in.hasNext());
        assertEquals(value, in.readValue());
        in.end();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void typedReadingCrossesTheEndOfTheWindow(int place) {
    record Reading(String token, Consumer<JsonReader> check) {}
    List<Reading> readings =
        List.of(
            new Reading("-1234567890", in -> assertEquals(-1234567890, in.readInt())),
            new Reading("-123456789012", in -> assertEquals(-123456789012L, in.readLong())),
            new Reading("12345.678e-3", in -> assertEquals(12.345678, in.readDouble())),
            new Reading("12345.678e-3", in -> assertEquals(12.345678f, in.readFloat())),
            new Reading("\"-Infinity\"", in -> assertEquals(-1.0 / 0, in.readDouble())),
            new Reading(
                "12345.6780",
                in -> assertEquals(new BigDecimal("12345.6780"), in.readBigDecimal())),
            new Reading("12345.6780", in -> assertEquals("12345.6780", in.readNumberText())),
            new Reading("false", in -> assertEquals(false, in.readBoolean())),
            new Reading("null", in -> assertEquals(true, in.tryNull())),
            new Reading(
                "\"aGVsbG8=\"", in -> assertArrayEquals("hello".getBytes(), in.readBase64())),
            new Reading("\"aé日😀b\\n\"", in -> assertEquals("aé日😀b\n", in.readString())));
    for (Reading reading : readings) {
      String json = "{\"" + "x".repeat(place - 5) + "\":" + reading.token + ",\"n\" : 7}";
      for (JsonReader in : readers(json)) {
        in.beginObject();
        assertEquals(place - 5, in.readName().length());
        reading.check.accept(in);
        assertEquals("n", in.readName());
        assertEquals(JsonToken.NUMBER, in.peek());
        assertEquals(7, in.readInt());
        in.endObject();
        in.end();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void nameAcrossTheEndOfTheWindowIsRead(int place) {
    String json = "{\"a\":\"" + "x".repeat(place - 8) + "\",\"naïve\\n\":1,\"other\":2}";
    for (JsonReader in : readers(json)) {
      in.beginObject();
      in.readName();
      in.readString();
      assertEquals("naïve\n", in.readName());
      assertEquals(1, in.readInt());
      assertEquals("other", in.readName());
      assertEquals(2, in.readInt());
      in.endObject();
    }
  }

  // ---------------------------------------------------------------- places of errors

  @ParameterizedTest
  @MethodSource("places")
  void errorBehindTheWindowHasItsPlace(int place) {
    String start = "[{\"a\":[1,\n2]},\n\"" + "x".repeat(place) + "\",\n {\"b c\":[7, ";
    int offset = start.length();
    Location expected = new Location("$[2][\"b c\"][1]", offset, 4, 13);
    for (JsonReader in : readers(start + "?]}]")) {
      JsonSyntaxException e = assertThrows(JsonSyntaxException.class, in::readValue);
      assertEquals("Expected a value but found '?' at " + expected, e.getMessage());
      assertEquals(expected, e.location());
    }
    for (JsonReader in : readers(start + "?]}]")) {
      assertEquals(expected, assertThrows(JsonSyntaxException.class, in::skipValue).location());
    }
    for (JsonReader in : readers(start + "?]}]")) {
      in.beginArray();
      in.skipValue();
      in.skipValue();
      in.beginObject();
      assertEquals("b c", in.readName());
      in.beginArray();
      MismatchException first = assertThrows(MismatchException.class, in::readString);
      assertEquals(
          "Expected a string but found 7 at $[2][\"b c\"][0] (line 4, column 10, offset "
              + (offset - 3)
              + ")",
          first.getMessage());
      assertEquals(7, in.readInt());
      // An error before does not spoil the place of the next.
      assertEquals(expected, assertThrows(JsonSyntaxException.class, in::readInt).location());
      assertEquals(expected, assertThrows(JsonSyntaxException.class, in::peek).location());
    }
  }

  @Test
  void errorFarBehindTheWindowHasItsPlace() {
    StringBuilder json = new StringBuilder("[\n");
    for (int i = 0; i < 50_000; i++) {
      json.append("{\"id\":").append(i).append(",\"text\":\"é\\\"]}\"},\n");
    }
    int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
    json.append("{\"id\":no}]");
    for (JsonReader in : readers(json.toString())) {
      in.beginArray();
      JsonSyntaxException e =
          assertThrows(
              JsonSyntaxException.class,
              () -> {
                while (in.hasNext()) {
                  in.readValue();
                }
              });
      assertEquals(
          "Expected null but found no at $[50000].id (line 50002, column 7, offset "
              + (bytes + 6)
              + ")",
          e.getMessage());
    }
  }

  static Stream<String> broken() {
    return Stream.of(
        "[1,", "{\"a\":", "\"abc", "\"\\u00", "tru", "-", "1.", "1e", "[}", "{]", "\"\n\"");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void errorIsTheSameWhereverTheWindowEnds(String broken) {
    for (int place = WINDOW - 6; place <= WINDOW + 1; place++) {
      String json = "[\"" + "x".repeat(place - 4) + "\"," + broken;
      String expected =
          assertThrows(DatasonException.class, () -> DATASON.fromJson(json)).getMessage();
      for (JsonReader in : readers(json)) {
        assertEquals(
            expected,
            assertThrows(
                    JsonSyntaxException.class,
                    () -> {
                      in.readValue();
                      in.end();
                    })
                .getMessage());
      }
    }
  }

  @Test
  void repeatedNameHasItsPlaceEvenIfItLeftTheWindow() {
    String json = "{\"a\":1,\"a\"" + " ".repeat(3 * WINDOW) + ":2}";
    JsonReader in =
        new JsonReader(
            DATASON.with(c -> c.duplicateKeys(org.datason.config.DuplicateKeys.REFUSE)).config(),
            null,
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    in.beginObject();
    in.readName();
    in.readInt();
    in.readName();
    JsonSyntaxException e = assertThrows(JsonSyntaxException.class, () -> in.repeated("a"));
    assertTrue(e.getMessage().startsWith("Expected each member once but found \"a\" again at $"));
  }

  // ---------------------------------------------------------------- what is held

  /** A stream without an end, which counts what was taken of it. */
  private static final class Endless extends InputStream {

    private final byte[] start;
    private final byte[] rest;
    private long taken;

    Endless(String start, String rest) {
      this.start = start.getBytes(StandardCharsets.UTF_8);
      this.rest = rest.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      long at = taken++;
      return at < start.length ? start[(int) at] : rest[(int) ((at - start.length) % rest.length)];
    }

    @Override
    public int read(byte[] target, int from, int length) {
      for (int i = 0; i < length; i++) {
        target[from + i] = (byte) read();
      }
      return length;
    }
  }

  @Test
  void endlessListIsReadItemByItem() {
    Endless stream = new Endless("[0", ",{\"a\":[1,2]}");
    JsonReader in = DATASON.reader(stream);
    in.beginArray();
    in.readInt();
    for (int i = 0; i < 100_000; i++) {
      assertTrue(in.hasNext());
      assertEquals(Map.of("a", List.of(1, 2)), in.readValue());
    }
    assertTrue(stream.taken <= 1_300_000 + WINDOW);
    assertTrue(in.buf.length <= 2 * WINDOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"", "{\"", "[\"é", "{\"a\":\"\\n", "[1", "[-0.", "[1e"})
  void endlessTokenIsGivenUpAtItsLimit(String start) {
    boolean text = start.contains("\"") && !start.matches("\\[-?[0-9].*");
    for (boolean skip : new boolean[] {true, false}) {
      Endless stream = new Endless(start, "1");
      JsonReader in = DATASON.with(c -> c.maxStringLength(100_000)).reader(stream);
      LimitException e =
          assertThrows(
              LimitException.class,
              () -> {
                if (skip) {
                  in.skipValue();
                } else {
                  in.readValue();
                }
              });
      assertEquals(
          (text
                  ? "A string is longer than maxStringLength = 100000"
                  : "A number is longer than maxNumberLength = 1000")
              + "; raise it if this is meant at "
              + e.location(),
          e.getMessage());
      assertTrue(stream.taken <= 3 * WINDOW, "" + stream.taken);
    }
  }

  @Test
  void endlessBlanksAreGivenUpAtTheLimitOfBytes() {
    for (String start : List.of("", "[1", "{\"a\"")) {
      Endless stream = new Endless(start, " ");
      JsonReader in = DATASON.with(c -> c.maxBytes(10_000_000)).reader(stream);
      LimitException e = assertThrows(LimitException.class, in::readValue);
      assertEquals(
          "The document is larger than maxBytes = 10000000; raise it if this is meant at "
              + e.location(),
          e.getMessage());
    }
  }

  @Test
  void blanksThatTrickleInNeedNoStack() {
    byte[] json =
        (" ".repeat(300_000) + "[" + "\n".repeat(300_000) + "1]").getBytes(StandardCharsets.UTF_8);
    JsonReader in = DATASON.reader(new JsonSource.Trickle(json));
    assertEquals(List.of(1), in.readValue());
    in.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "null",
        "\"a\"",
        "\"é\"",
        "\"\\n\"",
        "{\"a\":1}",
        "{\"a\":\"é\"}",
        "[\"\\n\"]",
        "[\"日\"]"
      })
  void streamIsNotReadBeyondTheLineThatIsAskedFor(String line) {
    Object expected = DATASON.fromJson(line);
    assertEquals(expected, DATASON.reader(patient(line)).readValue());
    DATASON.reader(patient(line)).skipValue();
  }

  /** The stream of a peer who waits for an answer before it writes the next line. */
  private static InputStream patient(String line) {
    return new InputStream() {
      private final byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      private int next;

      @Override
      public int read() {
        throw new AssertionError("reads byte by byte");
      }

      @Override
      public int read(byte[] target, int from, int length) {
        if (next == bytes.length) {
          throw new AssertionError("waits for a line that nobody asked for");
        }
        int n = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, from, n);
        next += n;
        return n;
      }
    };
  }

  // ---------------------------------------------------------------- JSON Lines

  @Test
  void linesAreReadOneByOne() {
    for (JsonReader in : readers("1\n\n \r\n{\"a\":[]}\n\"x\"   \n\t null \n\n")) {
      List<Object> values = new ArrayList<>();
      while (in.hasNext()) {
        values.add(in.readValue());
      }
      in.end();
      assertEquals("[1, {a=[]}, x, null]", values.toString());
    }
    for (JsonReader in : readers("")) {
      assertEquals(false, in.hasNext());
    }
    for (JsonReader in : readers("1")) {
      assertTrue(in.hasNext());
      assertTrue(in.hasNext());
      assertEquals(1, in.readInt());
      assertEquals(false, in.hasNext());
      assertEquals(JsonToken.END, in.peek());
    }
  }

  @Test
  void secondValueOnALineIsRefused() {
    for (JsonReader in : readers("1\n2 3\n")) {
      assertTrue(in.hasNext());
      in.readInt();
      assertTrue(in.hasNext());
      in.readInt();
      assertEquals(
          "Expected the end of the line after a value but found '3' at $ (line 2, column 3, offset"
              + " 4)",
          assertThrows(JsonSyntaxException.class, in::hasNext).getMessage());
    }
  }
}
