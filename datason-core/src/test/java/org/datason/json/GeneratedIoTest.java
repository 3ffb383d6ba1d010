package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

/** What generated code calls does as the methods of the reader and writer do. */
class GeneratedIoTest {

  private static final DatasonConfig CONFIG = DatasonConfig.defaults();

  private static JsonReader reader(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new JsonReader(CONFIG, null, bytes, 0, bytes.length);
  }

  private static Object outcome(String json, Function<JsonReader, Object> reading) {
    try {
      return reading.apply(reader(json));
    } catch (DatasonException e) {
      return e.getMessage();
    }
  }

  private static void assertSame(
      String json, Function<JsonReader, Object> quick, Function<JsonReader, Object> usual) {
    for (String behind :
        List.of("", ",", "}", "]", " ", "\n", ", \"a\":1234567890123456789}", "x")) {
      Function<JsonReader, Object> inArray =
          in -> {
            in.beginArray();
            return List.of(usual.apply(in), in.pos);
          };
      Function<JsonReader, Object> generated =
          in -> {
            GeneratedInput.beginArray(in);
            return List.of(quick.apply(in), in.pos);
          };
      String array = "[" + json + behind;
      assertEquals(outcome(array, inArray), outcome(array, generated), array);
    }
  }

  // ---------------------------------------------------------------- numbers

  private static void assertNumbers(String text) {
    assertSame(text, GeneratedScalars::readInt, JsonReader::readInt);
    assertSame(text, GeneratedScalars::readLong, JsonReader::readLong);
    assertSame(text, GeneratedScalars::readDouble, JsonReader::readDouble);
    assertSame(text, GeneratedScalars::readFloat, JsonReader::readFloat);
    assertSame(text, GeneratedScalars::readDecimal, JsonReader::readBigDecimal);
  }

  @Property(tries = 200)
  void integers(@ForAll int small, @ForAll long large) {
    assertNumbers("" + small);
    assertNumbers("" + large);
  }

  @Test
  void numbersAtTheEdges() {
    for (String text :
        List.of(
            "0",
            "-0",
            "00",
            "01",
            "-",
            "-:",
            "-}",
            "-]",
            "9",
            "-9",
            "10",
            "999999999",
            "1000000000",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "12345678",
            "1234567812345678",
            "123456781234567812",
            "1234567812345678123",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1.0",
            "1.5",
            "1e3",
            "1E",
            "1.",
            "12a",
            "1\"",
            "1{")) {
      assertNumbers(text);
    }
  }

  @Test
  void whatComesNext() {
    assertTrue(GeneratedScalars.isNumber(reader("1")));
    assertTrue(GeneratedScalars.isNumber(reader(" -1")));
    assertFalse(GeneratedScalars.isNumber(reader("-Infinity")));
    assertFalse(GeneratedScalars.isNumber(reader("\"1\"")));
    assertFalse(GeneratedScalars.isNumber(reader("")));
    assertTrue(GeneratedScalars.isText(reader("\n\"")));
    assertFalse(GeneratedScalars.isText(reader("n")));
    assertTrue(GeneratedScalars.isObject(reader("{")));
    assertTrue(GeneratedScalars.isBoolean(reader("true")));
    assertTrue(GeneratedScalars.isBoolean(reader("false")));
    assertFalse(GeneratedScalars.isBoolean(reader("null")));
  }

  @Test
  void booleans() {
    for (String text : List.of("true", "false", "truth", "fals", "t", "f")) {
      assertSame(text, GeneratedScalars::readBoolean, JsonReader::readBoolean);
    }
    assertEquals(true, GeneratedScalars.readBoolean(reader("true    ")));
    assertEquals(false, GeneratedScalars.readBoolean(reader("false   ")));
  }

  // ---------------------------------------------------------------- texts

  @Test
  void textsAndWhatTheyStandFor() {
    assertEquals("a\n", GeneratedScalars.readText(reader("\"a\\n\"")));
    KnownNames known = KnownNames.of(List.of("red", "green"), Map.of());
    assertEquals(1, GeneratedScalars.readChoice(reader("\"green\""), known));
    assertEquals(-1, GeneratedScalars.readChoice(reader("\"blue\""), known));
    assertEquals(-1, GeneratedScalars.readChoice(reader("\"r\\u0065d\""), known));
    assertEquals(-1, GeneratedScalars.readChoice(reader("\"red"), known));
    assertEquals(
        new UUID(1, 2), GeneratedScalars.readUuid(reader('"' + "" + new UUID(1, 2) + '"')));
    assertNull(GeneratedScalars.readUuid(reader("null")));
    assertEquals(Instant.EPOCH, GeneratedScalars.readInstant(reader("\"1970-01-01T00:00:00Z\"")));
    assertNull(GeneratedScalars.readInstant(reader("5")));
    assertEquals(
        OffsetDateTime.parse("2024-06-15T10:30:00+02:00"),
        GeneratedScalars.readOffsetDateTime(reader("\"2024-06-15T10:30:00+02:00\"")));
    assertNull(GeneratedScalars.readOffsetDateTime(reader("\"2024\"")));
    assertEquals(
        LocalDateTime.parse("2024-06-15T10:30:00"),
        GeneratedScalars.readLocalDateTime(reader("\"2024-06-15T10:30:00\"")));
    assertNull(GeneratedScalars.readLocalDateTime(reader("\"2024\"")));
    assertEquals(
        LocalDate.of(2024, 6, 15), GeneratedScalars.readLocalDate(reader("\"2024-06-15\"")));
    assertNull(GeneratedScalars.readLocalDate(reader("\"2024\"")));
    assertEquals(LocalTime.of(10, 30), GeneratedScalars.readLocalTime(reader("\"10:30:00\"")));
    assertNull(GeneratedScalars.readLocalTime(reader("\"2024\"")));
    assertEquals(List.of(1), GeneratedInput.readAny(reader("[1]")));
  }

  @Test
  void repeatedTextsAreShared() {
    RepeatedTexts texts = new RepeatedTexts(false);
    for (String text : List.of("a", "running", "finished", "a text of more than sixteen bytes")) {
      String first = GeneratedScalars.readText(reader('"' + text + '"'), texts);
      assertEquals(text, first);
      assertTrue(first == GeneratedScalars.readText(reader('"' + text + "\"        "), texts));
    }
    for (String text : List.of("", "\u00e9", "a\\n", "x".repeat(65))) {
      assertEquals(
          outcome('"' + text + '"', GeneratedScalars::readText),
          outcome('"' + text + '"', in -> GeneratedScalars.readText(in, texts)));
    }
    assertEquals(
        outcome("\"abc", GeneratedScalars::readText),
        outcome("\"abc", in -> GeneratedScalars.readText(in, texts)));
  }

  @Test
  void textsThatDoNotRepeatAreNotKept() {
    RepeatedTexts texts = new RepeatedTexts(false);
    RepeatedTexts always = new RepeatedTexts(true);
    for (int i = 0; i < 1000; i++) {
      assertEquals("t" + i, GeneratedScalars.readText(reader("\"t" + i + '"'), texts));
      assertEquals("t" + i, GeneratedScalars.readText(reader("\"t" + i + '"'), always));
    }
    assertFalse(texts.isWorthIt());
    assertTrue(always.isWorthIt());
  }

  // ---------------------------------------------------------------- structure

  private static long word(String text, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Words.partial(bytes, at, Math.min(bytes.length, at + 8));
  }

  /** Takes a token by the method for its length. */
  private static boolean token(JsonReader in, String token) {
    int n = token.length();
    if (n <= 8) {
      return GeneratedInput.token(in, word(token, 0), n);
    }
    if (n <= 16) {
      return GeneratedInput.token(in, word(token, 0), word(token, n - 8), n);
    }
    return n <= 24
        ? GeneratedInput.token(in, word(token, 0), word(token, 8), word(token, n - 8), n)
        : GeneratedInput.token(in, token.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tokensOfAllLengths() {
    for (int n = 1; n < 40; n++) {
      String token = "{\"" + "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop".substring(0, n) + "\":";
      JsonReader in = reader(token + "12345678}");
      assertTrue(token(in, token));
      assertEquals(12345678, GeneratedScalars.readInt(in));
      JsonReader other = reader(token.replace("\":", "!\":") + "12345678}");
      assertFalse(token(other, token));
      assertEquals(0, other.pos);
      assertFalse(token(reader(token.substring(0, token.length() - 1)), token));
      for (int i = 0; i < token.length(); i++) {
        String changed = token.substring(0, i) + '~' + token.substring(i + 1) + "12345678}";
        assertFalse(token(reader(changed), token));
      }
    }
  }

  @Test
  void membersInAnyOrder() {
    KnownNames names = KnownNames.of(List.of("a", "b"), Map.of("c", 1));
    JsonReader in = reader(" {\"b\":1 , \"a\" : 2,\"\\u0063\":3,\"d\":4} ");
    assertEquals(1, TypedInput.firstMember(in, names));
    assertEquals(1, in.readInt());
    assertEquals(0, TypedInput.nextMember(in, names, 2));
    assertEquals(2, in.readInt());
    assertEquals(1, TypedInput.nextMember(in, names, -1));
    assertEquals(3, in.readInt());
    assertEquals(TypedInput.UNKNOWN, TypedInput.nextMember(in, names, 0));
    assertEquals("d", TypedInput.lastName(in));
    assertEquals(4, in.readInt());
    assertEquals(TypedInput.END, TypedInput.nextMember(in, names, 0));
    in.end();
    assertEquals(TypedInput.END, TypedInput.firstMember(reader("{}"), names));
  }

  @Test
  void objectsThatAreNone() {
    KnownNames names = KnownNames.of(List.of("a"), Map.of());
    for (String json :
        List.of("{,}", "{1}", "{\"a\"}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":1]")) {
      JsonReader in = reader(json);
      assertThrows(
          JsonSyntaxException.class,
          () -> {
            TypedInput.firstMember(in, names);
            in.readInt();
            TypedInput.nextMember(in, names, 1);
          },
          json);
    }
  }

  @Test
  void membersAreSeenBeforeTheyAreRead() {
    JsonReader in = reader("{\"x\":[1,{}],\"kind\":\"a\",\"y\":1}");
    assertEquals("a", TypedInput.peekMember(in, "kind"));
    assertNull(TypedInput.peekMember(in, "y"));
    assertNull(TypedInput.peekMember(in, "z"));
    assertEquals(Map.of("x", List.of(1, Map.of()), "kind", "a", "y", 1), in.readValue());
    assertNull(TypedInput.peekMember(reader("[]"), "kind"));
  }

  @Test
  void arraysItemByItem() {
    JsonReader in = reader("[ 1 , 2 ]");
    assertTrue(GeneratedInput.beginArray(in));
    assertFalse(GeneratedInput.endArray(in));
    assertEquals(1, GeneratedScalars.readInt(in));
    assertTrue(GeneratedInput.nextItem(in));
    assertTrue(GeneratedScalars.isNumber(in));
    assertEquals(2, GeneratedScalars.readInt(in));
    assertFalse(GeneratedInput.nextItem(in));
    in.end();
    assertFalse(GeneratedInput.beginArray(reader("1")));
    JsonReader empty = reader("[ ]");
    assertTrue(GeneratedInput.beginArray(empty));
    assertTrue(GeneratedInput.endArray(empty));
    for (String json : List.of("[}", "[1,]", "[1 2]", "[1}", "[1")) {
      JsonReader bad = reader(json);
      assertThrows(
          JsonSyntaxException.class,
          () -> {
            GeneratedInput.beginArray(bad);
            if (!GeneratedInput.endArray(bad)) {
              GeneratedScalars.readInt(bad);
              GeneratedInput.nextItem(bad);
            }
          },
          json);
    }
  }

  /** Reads {"v":1} and nothing else. */
  private static final class OfOne implements TypeHandler<Integer> {

    @Override
    public Class<Integer> type() {
      return Integer.class;
    }

    @Override
    public String hint() {
      return "one";
    }

    @Override
    public void write(Integer value, JsonWriter out) {
      GeneratedOutput.enterObject(out);
      GeneratedOutput.run(out, word("{\"v\":", 0), 5);
      GeneratedOutput.writeInt(out, value);
      GeneratedOutput.endObject(out);
    }

    @Override
    public Integer read(JsonReader in) {
      if (!token(in, "{\"v\":")) {
        throw new IllegalArgumentException("no v");
      }
      GeneratedInput.enterObject(in);
      int value = (int) GeneratedScalars.readLong(in);
      if (!GeneratedInput.endObject(in)) {
        throw in.mismatch("an end");
      }
      return value;
    }
  }

  @Test
  void objectsByTheirHandler() {
    OfOne one = new OfOne();
    assertEquals(7, GeneratedInput.readObject(reader("{\"v\":7}        "), one));
    assertNull(GeneratedInput.readObject(reader("null"), one));
    assertEquals(7, GeneratedInput.readObject(reader("  {\"v\":7}        "), one));
    assertEquals(7, GeneratedInput.readValue(reader("{\"v\":7}        "), one));
    assertEquals(
        "Expected an Integer but found an object (no v) at $ (line 1, column 1, offset 0)",
        assertThrows(
                MismatchException.class, () -> GeneratedInput.readObject(reader("{\"w\":7}"), one))
            .getMessage());
    assertThrows(
        MismatchException.class, () -> GeneratedInput.readObject(reader("{\"v\":7,        "), one));
    byte[] lines = "{\"v\":1}\n{\"v\":2}\n{\"v\"".getBytes(StandardCharsets.UTF_8);
    JsonReader in = new JsonReader(CONFIG, null, new ByteArrayInputStream(lines));
    assertTrue(in.hasNext());
    assertEquals(1, TypedInput.readRecord(in, one));
    assertTrue(in.hasNext());
    assertEquals(2, TypedInput.readRecord(in, one));
    assertTrue(in.hasNext());
    assertThrows(MismatchException.class, () -> TypedInput.readRecord(in, one));
  }

  @Test
  void errorsAboutAPlace() {
    JsonReader in = reader("[1,{}]");
    in.beginArray();
    in.readInt();
    int place = TypedInput.place(in);
    in.skipValue();
    assertEquals(
        "Expected a thing but found an object at $[1] (line 1, column 4, offset 3)",
        TypedInput.mismatch(in, "a thing", place).getMessage());
    assertEquals(
        "Expected an Integer but found an object (why) at $[1] (line 1, column 4, offset 3)",
        TypedInput.rejected(in, new OfOne(), place, new IllegalArgumentException("why"))
            .getMessage());
  }

  @Test
  void endsOfRecordsInParts() {
    String record = "{\"a\":[\"}\\\"\\\\\",{\"b]\":\"\\u007D long enough text\"}]}";
    byte[] bytes = (record + ",{}").getBytes(StandardCharsets.UTF_8);
    for (int step = 1; step < 20; step++) {
      RecordEnd end = new RecordEnd();
      int found = -1;
      for (int limit = step; found < 0; limit = Math.min(limit + step, bytes.length)) {
        found = end.find(bytes, 0, limit);
      }
      assertEquals(record.length(), found);
      end.reset();
      assertEquals(-1, end.find(bytes, 0, record.length() - 1));
    }
  }

  // ---------------------------------------------------------------- writing

  @Test
  void writesWhatTheWriterWrites() {
    UUID id = new UUID(-1, 5);
    JsonWriter out = new JsonWriter(CONFIG, null);
    assertTrue(GeneratedOutput.isPlain(out));
    GeneratedOutput.enterObject(out);
    StringBuilder expected = new StringBuilder();
    char before = '{';
    for (int n = 1; n < 30; n += 4) {
      String run =
          before + "\"" + "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop".substring(0, n) + "\":";
      expected.append(run).append("-5");
      write(out, run);
      GeneratedOutput.writeInt(out, -5);
      before = ',';
    }
    write(out, ",\"l\":");
    GeneratedOutput.beginArray(out, 16);
    List<Object> items = Arrays.asList("x\"", 1, 2L, 0.5, 1.5f, true, null);
    for (Object item : items) {
      GeneratedOutput.writeItem(out, item);
      GeneratedOutput.comma(out);
    }
    GeneratedOutput.writeText(out, "t");
    GeneratedOutput.comma(out);
    GeneratedOutput.writeText(out, null);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeUuid(out, id);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeUuid(out, null);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeInstant(out, Instant.ofEpochSecond(1, 500_000_000));
    GeneratedOutput.comma(out);
    GeneratedOutput.writeInstant(out, Instant.MAX);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeInstant(out, null);
    GeneratedOutput.comma(out);
    byte[][] texts = new byte[TimeUnit.values().length][];
    texts[TimeUnit.DAYS.ordinal()] = "\"DAYS\"".getBytes(StandardCharsets.UTF_8);
    GeneratedOutput.writeEnum(out, texts, TimeUnit.DAYS);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeEnum(out, texts, null);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeObject(out, 3, new OfOne());
    GeneratedOutput.comma(out);
    GeneratedOutput.writeObject(out, null, new OfOne());
    GeneratedOutput.comma(out);
    GeneratedOutput.writeLong(out, 1L << 40);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeDouble(out, 0.25);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeFloat(out, 0.1f);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeBoolean(out, false);
    GeneratedOutput.comma(out);
    GeneratedOutput.writeNull(out);
    GeneratedOutput.endArray(out);
    GeneratedOutput.endObject(out);
    expected
        .append(",\"l\":[\"x\\\"\",1,2,0.5,1.5,true,null,\"t\",null,\"")
        .append(id)
        .append("\",null,\"1970-01-01T00:00:01.500Z\",\"")
        .append(Instant.MAX)
        .append("\",null,\"DAYS\",null,{\"v\":3},null,1099511627776,0.25,0.1,false,null]}");
    assertEquals(expected.toString(), out.toString());
    assertTrue(GeneratedOutput.isUsual(null));
    assertTrue(GeneratedOutput.isUsual(List.of()));
    assertFalse(GeneratedOutput.isUsual(this));
  }

  private static void write(JsonWriter out, String run) {
    int n = run.length();
    if (n <= 8) {
      GeneratedOutput.run(out, word(run, 0), n);
    } else if (n <= 16) {
      GeneratedOutput.run(out, word(run, 0), word(run, n - 8), n);
    } else if (n <= 24) {
      GeneratedOutput.run(out, word(run, 0), word(run, 8), word(run, n - 8), n);
    } else {
      GeneratedOutput.run(out, run.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void writersThatAreNotPlain() {
    for (DatasonConfig config :
        List.of(
            CONFIG.toBuilder().indent(2).build(),
            CONFIG.toBuilder().asciiOnly(true).build(),
            CONFIG.toBuilder().sortKeys(true).build(),
            CONFIG.toBuilder().omitNulls(true).build())) {
      assertFalse(GeneratedOutput.isPlain(new JsonWriter(config, null)));
    }
    JsonWriter out = new JsonWriter(CONFIG.toBuilder().maxItems(2).build(), null);
    assertThrows(LimitException.class, () -> GeneratedOutput.beginArray(out, 3));
  }

  @Test
  void decimalsKeepTheirScale() {
    assertEquals(new BigDecimal("1.50"), GeneratedScalars.readDecimal(reader("1.50,")));
  }
}
