package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.datason.config.Coercion;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items are found by guessing, and a wrong guess is found out. */
class ArrayPartsTest {

  private static final DatasonConfig SHARED =
      DatasonConfig.builder().workers(3).parallelFrom(0).build();

  private static JsonReader inside(String json, DatasonConfig config) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    JsonReader in = new JsonReader(config, null, bytes, 0, bytes.length);
    in.beginArray();
    return in;
  }

  private static List<Object> items(ArrayParts.Part part) {
    List<Object> items = new ArrayList<>();
    while (part.hasNext()) {
      items.add(part.reader().readValue());
    }
    return items;
  }

  private static List<Object> joined(List<List<Object>> parts) {
    List<Object> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "-7",
        "null",
        "\"text\"",
        "\"a\\\",\\\"b\"",
        "[1,2]",
        "[[1],[2,3]]",
        "{\"a\":1}",
        "{\"a\":\"},{\\\"a\\\":\"}",
        "{\"a\":[{\"a\":1},{\"a\":2}]}"
      })
  void itemsOfAllKindsAreReadInParts(String item) {
    for (String comma : new String[] {",", ", ", "\n ,\t"}) {
      String json = "[" + (item + comma).repeat(5000) + item + "] ";
      JsonReader in = inside(json, SHARED);
      ArrayParts parts = ArrayParts.of(in);
      assertFalse(parts.isDue());
      int before = 0;
      while (in.hasNext() && !parts.isDue()) {
        in.skipValue();
        before++;
      }
      assertTrue(before > 1 && before < 1000);
      List<List<Object>> rest = parts.readRest(ArrayPartsTest::items);
      assertTrue(rest.size() > 4, item + comma);
      assertEquals(5001 - before, joined(rest).size());
      assertFalse(parts.isDue());
      parts.leave();
      assertFalse(in.hasNext());
      in.endArray();
      in.end();
    }
  }

  @Test
  void allItemsCanBeReadFromTheFirstOneOn() {
    StringBuilder json = new StringBuilder("[ 0");
    List<Object> expected = new ArrayList<>(List.of(0));
    for (int i = 1; i < 5000; i++) {
      json.append(',').append(i);
      expected.add(i);
    }
    JsonReader in = inside(json.append("],[1]").toString(), SHARED);
    ArrayParts parts = ArrayParts.of(in);
    assertTrue(in.hasNext());
    in.skipValue();
    assertTrue(in.hasNext());
    assertEquals(expected, joined(parts.readAll(ArrayPartsTest::items)));
    assertEquals(1, in.readInt()); // it still stands there
    parts.leave();
    in.endArray();
  }

  @Test
  void partsAreReadBySeveralThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    JsonReader in = inside("[" + "1,".repeat(200_000) + "1]", SHARED);
    assertTrue(in.hasNext());
    ArrayParts parts = ArrayParts.of(in);
    assertNotNull(
        parts.readAll(
            part -> {
              threads.add(Thread.currentThread());
              while (threads.size() < 2) {
                Thread.onSpinWait();
              }
              return items(part);
            }));
    assertTrue(threads.contains(Thread.currentThread()));
  }

  @Test
  void aWrongGuessIsFoundOut() {
    String commas = "\",\",".repeat(3000); // what stands between two of them looks like one
    JsonReader in = inside("[" + commas + "\"x\"]", SHARED);
    assertTrue(in.hasNext());
    ArrayParts parts = ArrayParts.of(in);
    List<List<Object>> all = parts.readAll(ArrayPartsTest::items);
    if (all != null) { // the guesses were right by chance
      assertEquals(3001, joined(all).size());
    }
    String list = "{\"a\":1},".repeat(3000) + "{\"a\":2}"; // of which none is an item
    JsonReader deep = inside("[{\"a\":1},{\"a\":1},{\"b\":[" + list + "]},{\"a\":3}]", SHARED);
    assertTrue(deep.hasNext());
    ArrayParts none = ArrayParts.of(deep);
    assertNull(none.readAll(ArrayPartsTest::items));
    assertEquals(
        "the array has not been read",
        assertThrows(IllegalStateException.class, none::leave).getMessage());
    deep.skipValue(); // it goes on from where it stood
    assertTrue(deep.hasNext());
  }

  @Test
  void errorsAndLimitsAreLeftToOneThread() {
    for (String end : new String[] {"", "]", ",]", "x]", ",\"a\":1]"}) {
      JsonReader in = inside("[" + "1,".repeat(3000) + "1" + end, SHARED);
      assertTrue(in.hasNext());
      List<List<Object>> all = ArrayParts.of(in).readAll(ArrayPartsTest::items);
      assertEquals(end.equals("]"), all != null, end);
    }
    for (int most : new int[] {3000, 3001, 3002}) {
      DatasonConfig config = SHARED.toBuilder().maxItems(most).build();
      JsonReader in = inside("[" + "1,".repeat(3000) + "1]", config);
      assertTrue(in.hasNext());
      List<List<Object>> all = ArrayParts.of(in).readAll(ArrayPartsTest::items);
      assertEquals(most > 3000, all != null);
    }
  }

  @Test
  void partsAreReadWithTheCoercionsOfTheArray() {
    String json = "[" + "1,".repeat(8500) + "\"12.5\"" + ",1".repeat(500) + "]";
    DatasonConfig none = SHARED.toBuilder().coercions(Set.of()).build();
    DatasonConfig texts = SHARED.toBuilder().coercions(Set.of(Coercion.TEXT_TO_NUMBER)).build();
    assertNull(inside(json, texts).coercing(Set.of(), ArrayPartsTest::sums));
    List<Double> sums =
        inside(json, none).coercing(Set.of(Coercion.TEXT_TO_NUMBER), ArrayPartsTest::sums);
    assertEquals(9012.5, sums.stream().mapToDouble(x -> x).sum());
  }

  private static List<Double> sums(JsonReader in) {
    assertTrue(in.hasNext());
    return ArrayParts.of(in)
        .readAll(
            part -> {
              double sum = 0;
              while (part.hasNext()) {
                sum += part.reader().readDouble();
              }
              return sum;
            });
  }

  @Test
  void aStackThatIsTooSmallIsLeftToOneThread() {
    Thread owner = Thread.currentThread();
    JsonReader in = inside("[" + "1,".repeat(20_000) + "1]", SHARED);
    assertTrue(in.hasNext());
    CountDownLatch overflown = new CountDownLatch(1);
    assertNull(
        ArrayParts.of(in)
            .readAll(
                part -> {
                  if (Thread.currentThread() != owner) {
                    overflown.countDown();
                    throw new StackOverflowError();
                  }
                  await(overflown);
                  return items(part);
                }));
  }

  @Test
  void whatIsMetBehindTheArrayIsNoMatter() {
    JsonReader in = inside("[0" + ",1".repeat(1500) + "],[" + "2,".repeat(5000) + "2]", SHARED);
    assertTrue(in.hasNext());
    CountDownLatch behind = new CountDownLatch(1);
    List<Integer> sums =
        ArrayParts.of(in)
            .readAll(
                part -> {
                  int sum = 0;
                  while (part.hasNext()) {
                    int item = part.reader().readInt();
                    if (item == 2) {
                      behind.countDown();
                      throw new AssertionError("behind the array");
                    }
                    if (item == 0) {
                      await(behind);
                    }
                    sum += item;
                  }
                  return sum;
                });
    assertEquals(1500, sums.stream().mapToInt(x -> x).sum());
  }

  @Test
  void anyOtherErrorInTheArrayIsThrown() {
    JsonReader in = inside("[" + "1,".repeat(5000) + "1]", SHARED);
    assertTrue(in.hasNext());
    ArrayParts parts = ArrayParts.of(in);
    assertEquals(
        "of the type",
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                    parts.readAll(
                        part -> {
                          throw new UnsupportedOperationException("of the type");
                        }))
            .getMessage());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void smallArraysAndStreamsAreNotDue() {
    DatasonConfig usual = DatasonConfig.builder().workers(3).build();
    for (DatasonConfig config :
        new DatasonConfig[] {usual, SHARED.toBuilder().workers(1).build()}) {
      JsonReader in = inside("[" + "1,".repeat(100_000) + "1]", config);
      ArrayParts parts = ArrayParts.of(in);
      while (in.hasNext()) {
        assertFalse(parts.isDue());
        in.skipValue();
      }
    }
  }
}
