package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.config.Recognition;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Several workers read the table, or meet the error, that one does. */
class ParallelRowsTest {

  private static final Datason ONE = Datason.create().with(c -> c.workers(1));
  private static final Datason MANY = Datason.create().with(c -> c.workers(3).parallelFrom(0));

  private static final String[] CELLS = {
    "1",
    "-7",
    "9007199254740993",
    "0.5",
    "1e3",
    "null",
    "true",
    "\"a\"",
    "\"},{\\\"a\\\":\"",
    "\"[{]}\\n\\u00e9\\\\\"",
    "\"caf\u00e9 \uD83D\uDE00\"",
    "[1,2]",
    "[]",
    "{\"x\":1}",
    "[{\"a\":1},{\"a\":2}]",
    "12345678901234567890.5",
    "\"2024-06-15\""
  };

  /** Records of like columns, more than enough for several parts. */
  private static String records(Random random, int rows, int odd) {
    int columns = 1 + random.nextInt(4);
    String[] usual = new String[columns];
    for (int i = 0; i < columns; i++) {
      usual[i] = CELLS[random.nextInt(CELLS.length)];
    }
    String blank = random.nextBoolean() ? "" : " \n";
    StringBuilder json = new StringBuilder("[");
    for (int row = 0; row < rows; row++) {
      json.append(row == 0 ? "" : ",").append(blank).append("{");
      for (int i = 0; i < columns; i++) {
        String cell = random.nextInt(odd) == 0 ? CELLS[random.nextInt(CELLS.length)] : usual[i];
        json.append(i == 0 ? "" : ",").append('"').append((char) ('a' + i)).append("\":");
        json.append(cell);
      }
      json.append(",\"filling\":\"").append("x".repeat(100)).append("\"}");
    }
    return json.append("]").toString();
  }

  private static Object read(Datason datason, byte[] json) {
    try {
      return datason.fromJson(json, Frame.class);
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  private static byte[] utf8(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 150)
  void everyDocumentGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int kind) {
    Random random = new Random(seed);
    byte[] json = utf8(records(random, 3000, (int) Math.pow(10, kind) * 2));
    assertEquals(read(ONE, json), read(MANY, json));
  }

  @Property(tries = 150)
  void everyErrorIsTheSame(@ForAll long seed, @ForAll byte changed) {
    Random random = new Random(seed);
    byte[] json = utf8(records(random, 3000, 1_000_000));
    json[random.nextInt(json.length)] = changed;
    json[random.nextInt(json.length)] = (byte) "{}[],:\"\\1n".charAt(random.nextInt(10));
    assertEquals(read(ONE, json), read(MANY, json));
  }

  @Property(tries = 60)
  void everyFrameComesBack(@ForAll long seed) {
    Frames frames = new Frames(seed);
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < 3; i++) {
      builder.column("c" + i, frames.column(frames.type(1), 4000));
    }
    Frame frame = builder.build();
    byte[] json = ONE.toBytes(frame);
    assertEquals(frame, MANY.fromJson(json, Frame.class));
    assertEquals(frame, MANY.fromJson(json));
    byte[] plain = ONE.with(c -> c.hints(false)).toBytes(frame);
    assertEquals(read(ONE, plain), read(MANY, plain));
  }

  private static final FrameForm[] FORMS = {
    FrameForm.RECORDS, FrameForm.LIST, FrameForm.SPLIT, FrameForm.VALUES
  };

  /** A table in one of the layouts that are read in parts, with types or without. */
  private static byte[] table(long seed, Random random) {
    Frames frames = new Frames(seed);
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < 3; i++) {
      builder.column("c" + i, frames.column(frames.type(1), 2500));
    }
    FrameForm form = FORMS[random.nextInt(FORMS.length)];
    boolean hints = random.nextBoolean();
    int indent = random.nextInt(4) == 0 ? 1 : 0;
    return ONE.with(c -> c.frameForm(form).hints(hints).indent(indent)).toBytes(builder.build());
  }

  @Property(tries = 150)
  void everyLayoutGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int workers) {
    byte[] json = table(seed, new Random(seed));
    Datason many = MANY.with(c -> c.workers(workers));
    assertEquals(read(ONE, json), read(many, json));
    Datason recognizing = ONE.with(c -> c.recognition(Recognition.AUTOMATIC));
    Object expected = read(recognizing, json);
    assertEquals(expected, read(recognizing.with(c -> c.workers(workers).parallelFrom(0)), json));
  }

  @Property(tries = 250)
  void everyErrorInEveryLayoutIsTheSame(@ForAll long seed, @ForAll byte changed) {
    Random random = new Random(seed);
    byte[] json = table(seed, random);
    json[random.nextInt(json.length)] = changed;
    if (random.nextBoolean()) {
      json[random.nextInt(json.length)] = (byte) "{}[],:\"\\1n".charAt(random.nextInt(10));
    }
    assertEquals(read(ONE, json), read(MANY, json));
  }

  @Property(tries = 40)
  void everyLimitIsMetAtTheSamePlace(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] json = table(seed, random);
    int most = 2400 + random.nextInt(200);
    Datason one = ONE.with(c -> c.maxItems(most));
    assertEquals(read(one, json), read(one.with(c -> c.workers(3).parallelFrom(0)), json));
  }

  @Property(tries = 60)
  void everySeriesComesBack(@ForAll long seed) {
    Frames frames = new Frames(seed);
    Series series = new Series("s", frames.column(frames.type(1), 4000));
    byte[] json = ONE.toBytes(series);
    assertEquals(series, MANY.fromJson(json));
    byte[] plain = ONE.with(c -> c.hints(false)).toBytes(series);
    assertEquals(ONE.fromJson(plain, Series.class), MANY.fromJson(plain, Series.class));
  }

  @Test
  void aColumnThatStandsTwiceIsRefusedByAll() {
    String values = "1,".repeat(20_000) + "1";
    String json =
        "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":{\"orient\":\"list\","
            + "\"__datason_schema__\":{\"fields\":[{\"name\":\"a\",\"type\":\"int64\"}],"
            + "\"rows\":20001},\"data\":{\"a\":["
            + values
            + "],\"a\":["
            + values
            + "]}}}";
    assertEquals(read(ONE, utf8(json)), read(MANY, utf8(json)));
    String once = json.replaceAll(",\"a\":\\[[1,]*]}", "}");
    assertTrue(read(MANY, utf8(once)) instanceof Frame);
  }

  @Test
  void usualTablesAreSharedAndOddOnesAreNot() {
    String usual = "[" + "{\"a\":1,\"b\":null,\"t\":\"x\"},".repeat(20_000) + "{\"a\":0.5}]";
    String odd = "[" + "{\"a\":1,\"b\":null,\"t\":\"x\"},".repeat(20_000) + "{\"a\":\"y\"}]";
    assertTrue(shares(usual));
    assertFalse(shares(odd));
    assertFalse(shares(usual.substring(0, usual.length() - 2)));
  }

  private static boolean shares(String json) {
    byte[] bytes = utf8(json);
    JsonReader in = new JsonReader(MANY.config(), null, bytes, 0, bytes.length);
    in.beginArray();
    Inference inference = new Inference(false, false);
    ParallelRows rows = new ParallelRows(in, null, inference);
    return in.hasNext()
        && rows.read(
            part -> {
              Records records = new Records(inference.again());
              while (part.hasNext()) {
                records.read(part.reader());
              }
              return new ParallelRows.Part(
                  records.names(), records.columns(), records.rows(), inference.again());
            });
  }

  @Test
  void whatIsNoTableIsSaidInPlainWords() {
    String[][] all = {
      {"[1,2]", "an object, not a number"},
      {"[[1],true]", "an array, not a boolean"},
      {"[{\"a\":1},null]", "an object, not null"},
      {"[{\"a\":1},\"b\"]", "an object, not a text"}
    };
    for (String[] one : all) {
      MismatchException e =
          assertThrows(MismatchException.class, () -> ONE.fromJson(one[0], Frame.class));
      assertEquals(
          "Expected a Frame but found an array (it is laid out otherwise: expected "
              + one[1]
              + ") at $ (line 1, column 1, offset 0)",
          e.getMessage());
    }
  }
}
