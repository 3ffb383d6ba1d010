package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.UnsupportedTypeException;
import org.datason.redaction.BuiltInPattern;
import org.datason.redaction.Redaction;
import org.junit.jupiter.api.Test;

/** What handlers write of a replaced value goes nowhere, and must be well-formed all the same. */
class RedactingWriterTest {

  private static final Redaction REDACTION =
      Redaction.builder().fields("secret").patterns(BuiltInPattern.EMAIL).build();

  private static JsonWriter writer() {
    return JsonWriter.redacting(DatasonConfig.defaults(), null, null, REDACTION.redactor());
  }

  private static String written(Consumer<JsonWriter> content) {
    JsonWriter out = writer();
    out.beginObject();
    out.writeName("secret");
    content.accept(out);
    out.writeName("next");
    out.writeInt(1);
    out.endObject();
    return out.toString();
  }

  /** A method that writes and is not overridden would let secrets through. */
  @Test
  void everyMethodThatWritesIsOverridden() {
    Set<String> missing = new TreeSet<>();
    for (Method method : JsonWriter.class.getDeclaredMethods()) {
      boolean writes = method.getName().matches("(write|begin|end)[A-Z].*");
      if (writes && Modifier.isPublic(method.getModifiers())) {
        try {
          RedactingWriter.class.getDeclaredMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
          missing.add(method.getName());
        }
      }
    }
    // the first ends an object, the last two have others write with the same writer
    assertEquals(Set.of("endEnvelope", "endLine", "writePieces", "writeRanges"), missing);
  }

  @Test
  void allOfAValueIsSwallowed() {
    String expected = "{\"secret\":\"[REDACTED]\",\"next\":1}";
    assertEquals(expected, written(JsonWriter::writeNull));
    assertEquals(expected, written(out -> out.writeBoolean(true)));
    assertEquals(expected, written(out -> out.writeBase64(new byte[9], 0, 9)));
    assertEquals(expected, written(out -> out.writeNumberText("1e5")));
    assertEquals(expected, written(out -> out.writeValue(new Object())));
    assertEquals(
        expected,
        written(
            out -> {
              out.beginEnvelope("h", "j", "exact");
              out.beginArray();
              out.writeString("x");
              out.beginObject();
              out.writeName("a");
              out.writeList(List.of());
              out.writeName("b");
              out.beginEnvelope("h", null);
              out.writeMap(Map.of());
              out.endEnvelope();
              out.endObject();
              out.beginPair(1);
              out.writeLong(1);
              out.writeDouble(2);
              out.endArray();
              out.endArray();
              out.endEnvelope();
            }));
  }

  @Test
  void whatFollowsARedactedTextInAnEnvelopeIsSwallowed() {
    JsonWriter out = writer();
    out.beginArray();
    out.beginEnvelope("h", null);
    out.writeString("ada@example.org");
    out.writeName("more");
    out.writeString("x");
    out.endEnvelope();
    out.beginEnvelope("h", null, "ada@example.org");
    out.writeString("x");
    out.endEnvelope();
    out.beginEnvelope("h", "j", "e");
    out.writeString("x");
    out.endEnvelope();
    out.endArray();
    assertEquals(
        "[\"[REDACTED]\",\"[REDACTED]\",{\"__datason_type__\":\"h\",\"__datason_java__\":\"j\","
            + "\"__datason_exact__\":\"e\",\"__datason_value__\":\"x\"}]",
        out.toString());
  }

  @Test
  void structureIsCheckedInWhatIsSwallowed() {
    assertMisplaced(
        "a name must come before a value in an object, in a value that is replaced",
        out -> {
          out.beginObject();
          out.writeNull();
        });
    assertMisplaced(
        "no place for a name here, in a value that is replaced",
        out -> {
          out.beginArray();
          out.writeName("a");
        });
    assertMisplaced(
        "no object to end here, in a value that is replaced",
        out -> {
          out.beginArray();
          out.endObject();
        });
    assertMisplaced(
        "no array to end here, in a value that is replaced",
        out -> {
          out.beginObject();
          out.endArray();
        });
    assertMisplaced(
        "a name must come before a value in an object (at $.secret); a handler must write exactly"
            + " one value",
        out -> {
          out.writeInt(1);
          out.writeInt(2);
        });
  }

  private static void assertMisplaced(String message, Consumer<JsonWriter> content) {
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> written(content));
    assertEquals(message, e.getMessage());
  }

  @Test
  void errorsDoNotShowWhatIsRedacted() {
    List<Object> list = new ArrayList<>();
    list.add(Map.of("ada@example.org", list));
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class,
            () -> Datason.create().with(REDACTION).toJson(Map.of("bob@example.org", list)));
    assertEquals(
        "JSON has no form for a circular reference (put an identifier in its place): the list at"
            + " $[\"[REDACTED]\"] contains itself at $[\"[REDACTED]\"][0][\"[REDACTED]\"]",
        e.getMessage());
  }

  @Test
  void aCycleInARedactedMemberIsNotMet() {
    List<Object> list = new ArrayList<>(Arrays.asList(1));
    list.add(list);
    assertEquals(
        "{\"secret\":\"[REDACTED]\"}",
        Datason.create().with(REDACTION).toJson(Map.of("secret", list)));
  }
}
