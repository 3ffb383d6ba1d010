package org.datason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.datason.config.DatasonConfig;
import org.datason.error.JsonSyntaxException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.junit.jupiter.api.Test;

/** The facade: the same document in every form, and the settings and types that it is made of. */
class DatasonTest {

  private static final Datason DATASON = Datason.create();
  private static final String JSON = "{\"a\":[1,2.5,\"é\",null,true]}";
  private static final byte[] BYTES = JSON.getBytes(StandardCharsets.UTF_8);

  private static Map<String, Object> value() {
    List<Object> list = new ArrayList<>(List.of(1, 2.5, "é"));
    list.add(null);
    list.add(true);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", list);
    return map;
  }

  @Test
  void documentIsReadFromEveryForm() {
    Map<String, Object> expected = value();
    TypeRef<Map<String, Object>> type = new TypeRef<>() {};
    assertEquals(expected, DATASON.fromJson(JSON));
    assertEquals(expected, DATASON.fromJson(JSON, Map.class));
    assertEquals(expected, DATASON.fromJson(JSON, type));
    assertEquals(expected, DATASON.fromJson(BYTES));
    assertEquals(expected, DATASON.fromJson(BYTES, Map.class));
    assertEquals(expected, DATASON.fromJson(BYTES, type));
    assertEquals(expected, DATASON.fromJson(ByteBuffer.wrap(BYTES)));
    assertEquals(expected, DATASON.fromJson(ByteBuffer.wrap(BYTES), Map.class));
    assertEquals(expected, DATASON.fromJson(ByteBuffer.wrap(BYTES), type));
    assertEquals(expected, DATASON.fromJson(new ByteArrayInputStream(BYTES)));
    assertEquals(expected, DATASON.fromJson(new ByteArrayInputStream(BYTES), Map.class));
    assertEquals(expected, DATASON.fromJson(new ByteArrayInputStream(BYTES), type));
    assertEquals(JSON, DATASON.toJson(expected));
    assertEquals(JSON, new String(DATASON.toBytes(expected), StandardCharsets.UTF_8));
  }

  @Test
  void onlyOneDocumentIsRead() {
    assertEquals(
        "Expected the end of the document but found '2' at $ (line 1, column 3, offset 2)",
        assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson("1 2")).getMessage());
    assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson("1 2", Integer.class));
    assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson("[] x", List.class));
  }

  @Test
  void bufferIsReadFromItsPositionAndLeftAsItWas() {
    byte[] amid = ("xxx" + JSON + "yyyyy").getBytes(StandardCharsets.UTF_8);
    ByteBuffer direct = ByteBuffer.allocateDirect(amid.length).put(amid);
    for (ByteBuffer buffer :
        List.of(
            ByteBuffer.wrap(amid),
            direct,
            ByteBuffer.wrap(amid).asReadOnlyBuffer(),
            ByteBuffer.wrap(
                    ("zz" + new String(amid, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8),
                    2,
                    amid.length)
                .slice())) {
      buffer.position(3).limit(3 + BYTES.length).mark();
      assertEquals(value(), DATASON.fromJson(buffer));
      assertEquals(value(), DATASON.fromJson(buffer, Map.class));
      assertEquals(3, buffer.position());
      assertEquals(3 + BYTES.length, buffer.limit());
    }
  }

  @Test
  void otherSettingsAreAnotherInstance() {
    Datason pretty = DATASON.with(c -> c.indent(1));
    assertNotSame(DATASON, pretty);
    assertEquals(0, DATASON.config().indent());
    assertEquals(1, pretty.config().indent());
    assertEquals("[1]", DATASON.toJson(List.of(1)));
    assertEquals("[\n 1\n]", pretty.toJson(List.of(1)));
    assertEquals(2, pretty.with(c -> c.sortKeys(true).indent(2)).config().indent());
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    assertEquals(
        "canonical(true) contradicts indent(2): drop one of them",
        assertThrows(
                IllegalArgumentException.class,
                () -> DATASON.with(c -> c.canonical(true).indent(2)))
            .getMessage());
    assertEquals(
        "canonical(true) contradicts asciiOnly(true): drop one of them",
        assertThrows(
                IllegalArgumentException.class,
                () -> DATASON.with(c -> c.canonical(true).asciiOnly(true)))
            .getMessage());
    assertEquals(
        "exactNumbers(true) contradicts hints(false): drop one of them",
        assertThrows(
                IllegalArgumentException.class,
                () -> DATASON.with(c -> c.exactNumbers(true).hints(false)))
            .getMessage());
  }

  @Test
  void nothingIsTakenForNothing() {
    assertNull(DATASON.fromJson("null"));
    assertNull(DATASON.fromJson("null", UUID.class));
    assertEquals("null", DATASON.toJson(null));
    assertThrows(NullPointerException.class, () -> DATASON.fromJson((String) null));
    assertThrows(NullPointerException.class, () -> DATASON.fromJson((byte[]) null));
    assertThrows(NullPointerException.class, () -> DATASON.fromJson("1", (Class<?>) null));
    assertThrows(NullPointerException.class, () -> DATASON.reader((InputStream) null));
    assertThrows(NullPointerException.class, () -> DATASON.write(1, (OutputStream) null));
    assertThrows(NullPointerException.class, () -> DATASON.write(1, (WritableByteChannel) null));
  }

  // ---------------------------------------------------------------- the builder

  enum Colour {
    RED
  }

  record Point(int x, int y) {}

  /** Points as texts. */
  private static final class PointHandler implements TypeHandler<Point> {

    @Override
    public Class<Point> type() {
      return Point.class;
    }

    @Override
    public String hint() {
      return "point";
    }

    @Override
    public void write(Point point, JsonWriter out) {
      out.writeString(point.x + "," + point.y);
    }

    @Override
    public Point read(JsonReader in) {
      String[] parts = in.readString().split(",");
      return new Point(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
  }

  @Test
  void builderTakesSettingsAndTypes() {
    DatasonConfig config = DatasonConfig.builder().sortKeys(true).build();
    Datason datason =
        Datason.builder()
            .config(config)
            .handler(new PointHandler())
            .type(Colour.class)
            .type("colour", Colour.class)
            .build();
    assertSame(config, datason.config());
    List<Object> value = List.of(new Point(1, 2), Colour.RED);
    String json = datason.toJson(value);
    assertEquals(
        "[{\"__datason_type__\":\"point\",\"__datason_value__\":\"1,2\"},"
            + "{\"__datason_type__\":\"colour\",\"__datason_value__\":\"RED\"}]",
        json);
    assertEquals(value, datason.fromJson(json));
    assertEquals(new Point(3, 4), datason.fromJson("\"3,4\"", Point.class));
    assertEquals(value, datason.with(c -> c.indent(1)).fromJson(json)); // the types stay
  }

  @Test
  void hintStandsForOneClass() {
    Datason.Builder builder = Datason.builder().type("thing", Colour.class);
    builder.type("thing", Colour.class); // said twice is said once
    assertEquals(
        "The hint 'thing' stands for org.datason.DatasonTest$Colour already",
        assertThrows(IllegalArgumentException.class, () -> builder.type("thing", Point.class))
            .getMessage());
    // and the builder is as it was
    assertEquals(
        Colour.RED,
        builder.build().fromJson("{\"__datason_type__\":\"thing\",\"__datason_value__\":\"RED\"}"));
  }

  @Test
  void builderTakesNoNull() {
    Datason.Builder builder = Datason.builder();
    assertThrows(NullPointerException.class, () -> builder.config(null));
    assertThrows(NullPointerException.class, () -> builder.handler(null));
    assertThrows(NullPointerException.class, () -> builder.type(null, Point.class));
    assertThrows(NullPointerException.class, () -> builder.type("point", null));
  }

  // ---------------------------------------------------------------- TypeRef

  @Test
  void typeRefKnowsItsType() {
    assertEquals(String.class, new TypeRef<String>() {}.type());
    ParameterizedType list = (ParameterizedType) new TypeRef<List<Point>>() {}.type();
    assertEquals(List.class, list.getRawType());
    assertEquals(Point.class, list.getActualTypeArguments()[0]);
  }

  private abstract static class Middle<T> extends TypeRef<List<T>> {}

  @Test
  @SuppressWarnings({"rawtypes", "unchecked"})
  void typeRefWithoutItsTypeIsRefused() {
    String message = "write it as new TypeRef<List<Run>>() {}, with its type";
    assertEquals(
        message, assertThrows(IllegalStateException.class, () -> new TypeRef() {}).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> new Middle<String>() {}).getMessage());
  }

  // ---------------------------------------------------------------- threads

  @Test
  void manyThreadsShareOneInstance() throws Exception {
    int threads = 8;
    Datason datason = Datason.builder().handler(new PointHandler()).build();
    List<Object> value = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", new UUID(i, i));
      map.put("point", new Point(i, -i));
      map.put("values", new double[] {i, 0.1});
      map.put("k" + i % 7, i);
      value.add(map);
    }
    String expected = Datason.builder().handler(new PointHandler()).build().toJson(value);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        Callable<Boolean> task =
            () -> {
              start.await(); // so that they all meet the types for the first time together
              for (int i = 0; i < 20; i++) {
                assertEquals(expected, datason.toJson(value));
                assertEquals(expected, datason.toJson(datason.fromJson(expected)));
              }
              return true;
            };
        results.add(pool.submit(task));
      }
      start.countDown();
      for (Future<Boolean> result : results) {
        assertEquals(true, result.get());
      }
    } finally {
      pool.shutdown();
    }
  }
}
