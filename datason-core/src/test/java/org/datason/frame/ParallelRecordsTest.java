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
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.json.ArrayParts;
import org.datason.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Several workers read the table, or meet the error, that one does. */
class ParallelRecordsTest {

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
    return new ParallelRecords(in, null, new Inference(false, false)).read();
  }

  @Test
  void partsAreFoundAndNotInTexts() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 5000; i++) {
      json.append(i == 0 ? "" : ",").append("{\"a\":").append(i).append(",\"t\":\"");
      json.append("},{\\\"a\\\":1".repeat(4)).append("\"}");
    }
    byte[] bytes = utf8(json.append("]").toString());
    JsonReader in = new JsonReader(DatasonConfig.defaults(), null, bytes, 0, bytes.length);
    in.beginArray();
    ArrayParts parts = ArrayParts.of(in, 3);
    assertEquals(3, parts.size());
    int rows = 0;
    for (int i = 0; i < 3; i++) {
      JsonReader part = parts.reader(i);
      do {
        part.skipValue();
        rows++;
      } while (parts.hasNext(i));
    }
    assertEquals(5000, rows);
    parts.leave();
    in.endArray();
    in.end();
  }

  @Test
  void aPartThatIsNoneIsFoundOut() {
    // the second part seems to begin within the list in the middle
    String item = "{\"a\":1,\"t\":\"" + "x".repeat(100) + "\"}";
    String list = (item + ",").repeat(3000) + item;
    byte[] bytes = utf8("[" + item + "," + item + ",{\"a\":[" + list + "]}]");
    JsonReader in = new JsonReader(DatasonConfig.defaults(), null, bytes, 0, bytes.length);
    in.beginArray();
    ArrayParts parts = ArrayParts.of(in, 2);
    assertEquals(2, parts.size());
    JsonReader part = parts.reader(0);
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> {
                  do {
                    part.skipValue();
                  } while (parts.hasNext(0));
                })
            .getMessage();
    assertEquals("the array ends before its last part", message);
    assertThrows(IllegalStateException.class, parts::leave);
    assertEquals(read(ONE, bytes), read(MANY, bytes));
    assertTrue(read(MANY, bytes) instanceof Frame);
  }

  @Test
  void whatIsNoLargeArrayOfObjectsHasNoParts() {
    for (String json :
        new String[] {"[]", "[1]", "[{}]", "[{\"a\":1}]", "[{},{}]", "[{\"a\":1},2]"}) {
      byte[] bytes = utf8(json);
      JsonReader in = new JsonReader(DatasonConfig.defaults(), null, bytes, 0, bytes.length);
      in.beginArray();
      assertEquals(null, ArrayParts.of(in, 2), json);
      assertEquals(read(ONE, bytes), read(MANY, bytes));
    }
  }
}
