package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that would not give JSON are refused, with the place where they were made. */
class WriterMisuseTest {

  private static List<JsonWriter> writers() {
    DatasonConfig compact = DatasonConfig.defaults();
    DatasonConfig pretty = DatasonConfig.builder().indent(2).sortKeys(true).build();
    return List.of(
        new JsonWriter(compact, new Boxes()),
        new JsonWriter(pretty, new Boxes()),
        new JsonWriter(compact, new Boxes(), OutputStream.nullOutputStream()),
        new JsonWriter(pretty, new Boxes(), OutputStream.nullOutputStream()));
  }

  private static final MemberNames NAMES = new MemberNames();

  static {
    NAMES.add("a");
    NAMES.add("b");
  }

  private static Arguments misuse(String message, Consumer<JsonWriter> calls) {
    return Arguments.of(message + "; a handler must write exactly one value", calls);
  }

  private static void inObject(JsonWriter w) {
    w.beginObject();
    w.writeName("a");
    w.writeInt(1);
  }

  static Stream<Arguments> misuses() {
    return Stream.of(
        misuse(
            "a name must come before a value in an object (at $)",
            w -> {
              w.beginObject();
              w.writeInt(1);
            }),
        misuse(
            "a name must come before a value in an object (at $.a)",
            w -> {
              inObject(w);
              w.writeInt(2);
            }),
        misuse(
            "a name must come before a value in an object (at $.a)",
            w -> {
              inObject(w);
              w.beginArray();
            }),
        misuse("no place for the name 'a' (at $)", w -> w.writeName("a")),
        misuse(
            "no place for the name 'a' (at $[0])",
            w -> {
              w.beginArray();
              w.writeName("a");
            }),
        misuse(
            "no place for the name 'b' (at $.a)",
            w -> {
              w.beginObject();
              w.writeName("a");
              w.writeName("b");
            }),
        misuse(
            "no place for the name 'b' (at $.a)",
            w -> {
              w.beginObject();
              w.writeName(NAMES, 0);
              w.writeName(NAMES, 1);
            }),
        misuse("no place for the name 'b' (at $)", w -> w.writeName(NAMES, 1)),
        misuse("no object to end here (at $)", JsonWriter::endObject),
        misuse("no array to end here (at $)", JsonWriter::endArray),
        misuse(
            "no object to end here (at $[1])",
            w -> {
              w.beginArray();
              w.writeNull();
              w.endObject();
            }),
        misuse(
            "no array to end here (at $)",
            w -> {
              w.beginObject();
              w.endArray();
            }),
        misuse(
            "no object to end here (at $.a)",
            w -> {
              w.beginObject();
              w.writeName("a");
              w.endObject();
            }),
        misuse(
            "no object to end here (at $)",
            w -> {
              inObject(w);
              w.endObject();
              w.endObject();
            }),
        misuse(
            "one value was written already (at $)",
            w -> {
              w.writeInt(1);
              w.writeInt(2);
            }),
        misuse(
            "one value was written already (at $)",
            w -> {
              w.beginArray();
              w.endArray();
              w.beginObject();
            }),
        misuse(
            "one value was written already (at $)",
            w -> {
              w.writeString("a");
              w.flush();
              w.writeString("b");
            }),
        misuse("the value is not complete (at $)", JsonWriter::flush),
        misuse("the value is not complete (at $)", JsonWriter::endLine),
        misuse("the value is not complete (at $)", JsonWriter::toByteArray),
        misuse(
            "the value is not complete (at $[1])",
            w -> {
              w.beginArray();
              w.writeBoolean(true);
              w.flush();
            }),
        misuse(
            "the value is not complete (at $.a)",
            w -> {
              inObject(w);
              w.endLine();
            }),
        misuse(
            "the value is not complete (at $)",
            w -> {
              w.beginObject();
              w.toByteArray();
            }));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void callOutOfPlaceIsRefused(String message, Consumer<JsonWriter> calls) {
    for (JsonWriter w : writers()) {
      assertEquals(
          message, assertThrows(IllegalStateException.class, () -> calls.accept(w)).getMessage());
    }
  }

  /** A handler that writes a box in a wrong way. */
  private record Wrong(Consumer<JsonWriter> writing) implements TypeHandler<Boxes.Box> {

    @Override
    public Class<Boxes.Box> type() {
      return Boxes.Box.class;
    }

    @Override
    public String hint() {
      return "wrong";
    }

    @Override
    public void write(Boxes.Box box, JsonWriter out) {
      writing.accept(out);
    }

    @Override
    public Boxes.Box read(JsonReader in) {
      throw new AssertionError();
    }
  }

  @Test
  void handlerThatWritesNothingUnderItsHintIsRefused() {
    for (JsonWriter w : writers()) {
      assertEquals(
          "no object to end here (at $[0]); a handler must write exactly one value",
          assertThrows(
                  IllegalStateException.class,
                  () -> {
                    w.beginArray();
                    new Wrong(out -> {}).writeHinted(new Boxes.Box(1), w);
                  })
              .getMessage());
    }
  }

  @Test
  void handlerThatWritesTwoValuesUnderItsHintIsRefused() {
    Wrong wrong =
        new Wrong(
            out -> {
              out.writeInt(1);
              out.writeInt(2);
            });
    for (JsonWriter w : writers()) {
      assertEquals(
          "a name must come before a value in an object (at $[0]); a handler must write exactly"
              + " one value",
          assertThrows(
                  IllegalStateException.class,
                  () -> {
                    w.beginArray();
                    wrong.writeHinted(new Boxes.Box(1), w);
                  })
              .getMessage());
    }
  }

  @Test
  void handlerThatLeavesAnArrayOpenIsRefusedInTheEnd() {
    Wrong wrong = new Wrong(JsonWriter::beginArray);
    for (JsonWriter w : writers()) {
      assertThrows(
          IllegalStateException.class,
          () -> {
            w.writeValue(new Boxes.Box(1), wrong);
            w.flush();
          });
    }
  }

  @Test
  void nullIsWrittenForAnyHandler() {
    for (JsonWriter w : writers()) {
      w.writeValue(null, Boxes.BOX);
      w.flush();
    }
    JsonWriter w = new JsonWriter(DatasonConfig.defaults(), new Boxes());
    w.writeValue(null, Boxes.BOX);
    assertEquals("null", w.toString());
  }
}
