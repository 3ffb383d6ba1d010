package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.datason.Datason;
import org.datason.error.LimitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However deep a value is, there is an error, and a clear one. */
class DeepNestingTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason DEEP = DATASON.with(c -> c.maxDepth(1_000_000));

  /** What a long path is cut to. */
  private static String shortened(String path) {
    return path.substring(0, 120) + " ... " + path.substring(path.length() - 120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void hundredThousandLevelsHitTheLimit(String open) {
    String levels = open.repeat(100_000);
    byte[] json = levels.getBytes(StandardCharsets.UTF_8);
    String path = open.equals("[") ? "[0]" : open.equals("{\"a\":") ? ".a" : "[0].a";
    int steps = open.startsWith("[{") ? 256 : 512;
    int offset = open.length() * steps;
    String message =
        "More than 512 arrays and objects in one another; raise maxDepth if this is meant at "
            + shortened("$" + path.repeat(steps))
            + " (line 1, column %d, offset %d)".formatted(offset + 1, offset);
    for (JsonSource source : JsonSource.values()) {
      LimitException e =
          assertThrows(LimitException.class, () -> source.read(DATASON, json), source::name);
      assertEquals(message, e.getMessage(), source::name);
    }
    for (JsonReader in :
        List.of(
            new JsonReader(DATASON.config(), null, json, 0, json.length),
            DATASON.reader(new ByteArrayInputStream(json)),
            DATASON.reader(new JsonSource.Trickle(json)))) {
      assertEquals(message, assertThrows(LimitException.class, in::skipValue).getMessage());
    }
  }

  @Test
  void skippingNeedsNoStack() throws Exception {
    String json = "[{\"a\":".repeat(250_000) + "1" + "}]".repeat(250_000);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "skipped",
        onSmallStack(
            () -> {
              for (JsonReader in :
                  List.of(
                      new JsonReader(DEEP.config(), null, bytes, 0, bytes.length),
                      DEEP.reader(new ByteArrayInputStream(bytes)))) {
                in.skipValue();
                in.end();
              }
              return "skipped";
            }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"a\":}", "[{\"a\":}]"})
  void readingBeyondTheStackIsAnErrorOfOurs(String brackets) throws Exception {
    int middle = brackets.length() - brackets.replaceAll("^.*[\\[:]", "").length();
    String json =
        brackets.substring(0, middle).repeat(200_000)
            + "1"
            + brackets.substring(middle).repeat(200_000);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Class<?> type = brackets.startsWith("{") ? Map.class : List.class;
    for (Datason datason : List.of(DEEP, DEEP.with(c -> c.predictShapes(false)))) {
      for (Supplier<Object> reading :
          List.<Supplier<Object>>of(
              () -> datason.fromJson(bytes),
              () -> datason.reader(new ByteArrayInputStream(bytes)).readValue(),
              () -> datason.fromJson(bytes, type))) {
        assertEquals(
            "The value is nested too deep to be read on this thread's stack; lower maxDepth, or"
                + " use a thread with a larger stack",
            onSmallStack(() -> messageOf(reading)));
      }
    }
  }

  /** Boxes in arrays, read by no other way than their own. */
  private static final class Nested implements TypeHandler<Boxes.Box> {

    @Override
    public Class<Boxes.Box> type() {
      return Boxes.Box.class;
    }

    @Override
    public String hint() {
      return "nested";
    }

    @Override
    public void write(Boxes.Box box, JsonWriter out) {
      out.writeValue(box.content());
    }

    @Override
    public Boxes.Box read(JsonReader in) {
      in.beginArray();
      Boxes.Box box = new Boxes.Box(in.hasNext() ? in.readValue(this) : null);
      in.endArray();
      return box;
    }
  }

  @Test
  void typedReadingBeyondTheStackIsAnErrorOfOurs() throws Exception {
    String json = "[".repeat(200_000) + "]".repeat(200_000);
    assertEquals(
        new Boxes.Box(new Boxes.Box(null)),
        new JsonReader(DEEP.config(), new Boxes(), "[[]]").readValue(new Nested()));
    assertEquals(
        "The value is nested too deep to be read on this thread's stack; lower maxDepth, or use a"
            + " thread with a larger stack",
        onSmallStack(
            () ->
                messageOf(
                    () -> new JsonReader(DEEP.config(), null, json).readValue(new Nested()))));
  }

  @Test
  void writingBeyondTheStackIsAnErrorOfOurs() throws Exception {
    List<Object> list = new ArrayList<>();
    Map<Object, Object> map = new HashMap<>();
    Map<Object, Object> pairs = new HashMap<>();
    Map<String, Object> shaped = new LinkedHashMap<>();
    Object box = 1;
    for (int i = 0; i < 200_000; i++) {
      list = new ArrayList<>(List.of(list));
      map = new HashMap<>(Map.of("a", map));
      pairs = new HashMap<>(Map.of(1, pairs));
      shaped = new LinkedHashMap<>(Map.of("a", new ArrayList<>(List.of(shaped))));
      box = new Boxes.Box(box);
    }
    List<Object> all = new ArrayList<>(List.of(list, map, pairs, shaped, box));
    for (Datason datason : List.of(DEEP, DEEP.with(c -> c.indent(1).sortKeys(true)))) {
      for (Object value : all) {
        assertEquals(
            "The value is nested too deep to be written on this thread's stack; lower maxDepth,"
                + " or use a thread with a larger stack",
            onSmallStack(
                () ->
                    messageOf(
                        () -> {
                          JsonWriter out =
                              new JsonWriter(
                                  datason.config(), new Boxes(), OutputStream.nullOutputStream());
                          out.writeValue(value);
                          return null;
                        })));
      }
    }
  }

  @Test
  void typedWritingBeyondTheStackIsAnErrorOfOurs() throws Exception {
    Object box = 1;
    for (int i = 0; i < 200_000; i++) {
      box = new Boxes.Box(box);
    }
    Boxes.Box deep = (Boxes.Box) box;
    assertEquals(
        "The value is nested too deep to be written on this thread's stack; lower maxDepth, or use"
            + " a thread with a larger stack",
        onSmallStack(
            () ->
                messageOf(
                    () -> {
                      new JsonWriter(DEEP.config(), new Boxes()).writeValue(deep, Boxes.BOX);
                      return null;
                    })));
  }

  @Test
  void depthOfWritingIsLimitedExactly() {
    Object taken = 1;
    for (int i = 0; i < 3; i++) {
      taken = new ArrayList<>(List.of(taken));
    }
    Object value = taken;
    assertEquals("[[[1]]]", DATASON.with(c -> c.maxDepth(3)).toJson(value));
    LimitException e =
        assertThrows(LimitException.class, () -> DATASON.with(c -> c.maxDepth(2)).toJson(value));
    assertEquals(
        "More than 2 arrays and objects in one another (a circular reference?); raise maxDepth if"
            + " the value is meant to be so deep at $[0][0]",
        e.getMessage());
  }

  /** Maps with mixed keys in one another could take twice as long at each level. */
  @Test
  void mixedKeysAreWrittenInTime() {
    Map<Object, Object> map = new LinkedHashMap<>(Map.of("innermost", 1));
    for (int i = 0; i < 100; i++) {
      Map<Object, Object> outer = new LinkedHashMap<>();
      outer.put("a", map);
      outer.put(1, "not a text");
      map = outer;
    }
    assertEquals(map, DATASON.fromJson(DATASON.toJson(map)));
  }

  private static String messageOf(Supplier<?> action) {
    return assertThrows(LimitException.class, action::get).getMessage();
  }

  private static <T> T onSmallStack(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    new Thread(null, task, "small stack", 256 * 1024).start();
    return task.get();
  }
}
