package org.datason.template;

import static org.datason.template.TemplateContract.assertMismatch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.MismatchException;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Records one by one, and in batches. */
class StreamsTest {

  record Item(int id, String text, List<Integer> parts) {}

  private static final Template<Item> ITEMS =
      Template.builder(Item.class).compilation(Compilation.ON).build();

  private static Item item(int i) {
    return new Item(i, "te\\xt {\"" + i + "\" [}\u65e5", List.of(i, -i));
  }

  private static List<Item> items(int n) {
    return IntStream.range(0, n).mapToObj(StreamsTest::item).toList();
  }

  private static byte[] array(int n) {
    return ITEMS.allToBytes(items(n));
  }

  private static byte[] lines(int n) {
    return items(n).stream()
        .map(ITEMS::toJson)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Gives a few bytes at a time. */
  private static InputStream trickle(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] b, int off, int len) {
        return super.read(b, off, Math.min(len, most));
      }
    };
  }

  @Test
  void arraysAndLinesOfAnySize() {
    for (int n : new int[] {0, 1, 2, 5000}) {
      for (byte[] json : List.of(array(n), lines(n))) {
        assertEquals(items(n), ITEMS.readAll(json));
        assertEquals(items(n), ITEMS.stream(json).toList());
        assertEquals(items(n), ITEMS.stream(new ByteArrayInputStream(json)).toList());
        assertEquals(items(n), ITEMS.readAll(trickle(json, 777)));
      }
    }
  }

  @Property(tries = 50)
  void recordsAreWholeWhereverTheInputIsCut(@ForAll @IntRange(min = 1, max = 40) int most) {
    assertEquals(items(30), ITEMS.readAll(trickle(array(30), most)));
    assertEquals(items(30), ITEMS.readAll(trickle(lines(30), most)));
  }

  /** Records that suddenly are much longer than those before end beyond what is at hand. */
  @Property(tries = 30)
  void recordsOfAnyLengthWhereverTheInputIsCut(
      @ForAll @IntRange(min = 1, max = 30_000) int most, @ForAll long seed) {
    Random random = new Random(seed);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int length = random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(100);
      items.add(new Item(i, "\u00e9".repeat(length), List.of(i)));
    }
    byte[] json = ITEMS.allToBytes(items);
    assertEquals(items, ITEMS.readAll(trickle(json, most)));
    byte[] cut = Arrays.copyOf(json, random.nextInt(json.length));
    String message = message(() -> ITEMS.readAll(cut));
    assertEquals(message, message(() -> ITEMS.readAll(trickle(cut, most))));
  }

  private static String message(Executable reading) {
    return assertThrows(DatasonException.class, reading).getMessage();
  }

  @Test
  void placesOfErrorsAreRightFarIntoWhatIsWritten() {
    List<Item> items = new ArrayList<>(items(9000));
    items.set(8000, new Item(8000, "a".repeat(2000), List.of()));
    Template<Item> limited =
        Template.builder(Item.class)
            .datason(Datason.create().with(c -> c.maxStringLength(1000)))
            .build();
    String message =
        "A string is longer than maxStringLength = 1000; raise it if the value is meant to be so large at"
            + " $[8000].text";
    assertEquals(message, message(() -> limited.allToBytes(items)));
    assertEquals(message, message(() -> limited.writeAll(items, OutputStream.nullOutputStream())));
  }

  @Test
  void iteratorsEnd() {
    Iterator<Item> iterator = ITEMS.iterator("[]".getBytes(StandardCharsets.UTF_8));
    assertFalse(iterator.hasNext());
    assertThrows(NoSuchElementException.class, iterator::next);
    Iterator<Item> one = ITEMS.iterator(new ByteArrayInputStream(array(1)));
    assertEquals(item(0), one.next());
    assertFalse(one.hasNext());
  }

  @Test
  void placesOfErrorsAreRightFarIntoAStream() {
    String pretty =
        items(9000).stream()
            .map(ITEMS::toJson)
            .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    int at = pretty.indexOf("8000,\"text\"");
    String wrong = pretty.substring(0, at) + "true" + pretty.substring(at + 4);
    int offset = wrong.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    String message =
        "Item.id: Expected an int but found true at $[8000].id (line 8002, column 9, offset "
            + offset
            + ")";
    byte[] json = wrong.getBytes(StandardCharsets.UTF_8);
    assertMismatch(message, () -> ITEMS.readAll(json));
    assertMismatch(message, () -> ITEMS.readAll(new ByteArrayInputStream(json)));
    byte[] lines = lines(9000);
    String text = new String(lines, StandardCharsets.UTF_8);
    int id = text.indexOf("8000,\"text\"");
    byte[] wrongLines =
        (text.substring(0, id) + "true" + text.substring(id + 4)).getBytes(StandardCharsets.UTF_8);
    int place = text.substring(0, id).getBytes(StandardCharsets.UTF_8).length;
    assertMismatch(
        "Item.id: Expected an int but found true at $.id (line 8001, column 7, offset "
            + place
            + ")",
        () -> ITEMS.readAll(new ByteArrayInputStream(wrongLines)));
  }

  @Test
  void whatIsCutOffIsASyntaxError() {
    byte[] json = array(3000);
    byte[] half = java.util.Arrays.copyOf(json, json.length / 2);
    assertThrows(JsonSyntaxException.class, () -> ITEMS.readAll(half));
    assertThrows(JsonSyntaxException.class, () -> ITEMS.readAll(new ByteArrayInputStream(half)));
    assertThrows(
        MismatchException.class, () -> ITEMS.readAll("[1]".getBytes(StandardCharsets.UTF_8)));
    assertThrows(
        JsonSyntaxException.class, () -> ITEMS.readAll("[]]".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void closingTheStreamClosesTheInput() {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream(array(3)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    try (Stream<Item> stream = ITEMS.stream(in)) {
      assertEquals(item(0), stream.findFirst().orElseThrow());
    }
    assertTrue(closed[0]);
  }

  @Test
  void filesCompressedOrNot(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("items.json");
    Files.write(plain, array(10));
    assertEquals(items(10), ITEMS.readAll(plain));
    Path lines = folder.resolve("items.jsonl.gz");
    Datason.create()
        .savePieces(
            lines,
            out ->
                items(10)
                    .forEach(
                        item -> {
                          out.writeNumberText("" + item.id());
                          out.endLine();
                        }));
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), Template.of(Integer.class).readAll(lines));
    Path one = folder.resolve("one.json.gz");
    ITEMS.write(item(1), one);
    assertEquals(item(1), ITEMS.read(one));
  }

  @Test
  void streamsOfFramesAreBatches() {
    Schema schema =
        Schema.of(
            new Field("id", FieldType.Simple.INT32), new Field("text", FieldType.Simple.TEXT));
    Template<Frame> template = Template.builder(schema).batchSize(400).build();
    for (byte[] json : List.of(array(1000), lines(1000))) {
      List<Frame> frames = template.stream(new ByteArrayInputStream(json)).toList();
      assertEquals(List.of(400, 400, 200), frames.stream().map(Frame::size).toList());
      assertEquals(999, frames.get(2).column("id").getLong(199));
      List<Object> texts = new ArrayList<>();
      frames.forEach(
          frame -> {
            for (int i = 0; i < frame.size(); i++) {
              texts.add(frame.column("text").get(i));
            }
          });
      assertEquals(items(1000).stream().map(Item::text).toList(), texts);
      assertEquals(1000, template.readAll(json).get(0).size());
    }
  }

  // ---------------------------------------------------------------- by key

  @Test
  void recordsByKey() {
    List<Item> items = items(1000);
    KeyedRecords<Item> byId = ITEMS.byKey("id", items);
    assertEquals(1000, byId.size());
    for (Item item : items) {
      assertSame(item, byId.get(item.id()));
      assertSame(item, byId.get((Object) (long) item.id()));
    }
    assertNull(byId.get(-1));
    assertNull(byId.get("x"));
    KeyedRecords<Item> byText = ITEMS.byKey("text", items);
    assertSame(items.get(7), byText.get(items.get(7).text()));
    assertNull(byText.get("none"));
    assertNull(byText.get(7));
    assertEquals(0, ITEMS.byKey("id", List.of()).size());
  }

  @Test
  void integersOfAnyWidthAreTheSameKey() {
    Template<Object> template =
        Template.of(
            Node.Members.of(TemplateField.of("id", new Node.Scalar(ScalarType.INTEGER))), Map.of());
    String large = "123456789012345678901";
    List<Object> some =
        template.readAll("{\"id\":5}\n{\"id\":6}".getBytes(StandardCharsets.US_ASCII));
    List<Object> all =
        template.readAll(
            ("[{\"id\":5},{\"id\":" + large + "}]").getBytes(StandardCharsets.US_ASCII));
    for (List<Object> records : List.of(some, all)) {
      KeyedRecords<Object> byId = template.byKey("id", records);
      for (Object key : new Object[] {(byte) 5, (short) 5, 5, 5L, BigInteger.valueOf(5)}) {
        assertSame(records.get(0), byId.get(key));
      }
      assertSame(records.get(0), byId.get(5));
      assertNull(byId.get(BigInteger.ONE));
    }
    assertSame(all.get(1), template.byKey("id", all).get(new BigInteger(large)));
  }

  @Test
  void keysMustTellRecordsApart() {
    assertEquals(
        "A record is null, which has no field 'id'",
        assertThrows(
                IllegalArgumentException.class,
                () -> ITEMS.byKey("id", java.util.Arrays.asList(item(3), null)))
            .getMessage());
    assertEquals(
        "Two records have the value 3 in the field 'id'",
        assertThrows(
                IllegalArgumentException.class,
                () -> ITEMS.byKey("id", List.of(item(3), item(4), item(3))))
            .getMessage());
    Template<Object> maps =
        Template.of(
            Node.Members.of(TemplateField.of("id", new Node.Scalar(ScalarType.INT64))), Map.of());
    assertEquals(
        "A record has no value in the field 'id'",
        assertThrows(
                IllegalArgumentException.class, () -> maps.byKey("id", List.of(maps.read("{}"))))
            .getMessage());
    assertEquals(
        "The template has no field 'key'",
        assertThrows(IllegalArgumentException.class, () -> ITEMS.byKey("key", List.of()))
            .getMessage());
  }
}
