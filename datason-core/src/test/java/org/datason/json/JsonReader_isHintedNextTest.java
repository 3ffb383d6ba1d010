package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.junit.jupiter.api.Test;

class JsonReader_isHintedNextTest {

  private static final String ID = "d9b2d63d-a233-4123-847a-7a0a6e8f3c1b";

  @Test
  void aHintedValueIsToldFromWhatIsNone() {
    JsonReader in =
        trickling(
            "[1, {}, {\"a\": 2}, \"{\", [], { \n\"__datason_type__\": \"uuid.UUID\","
                + " \"__datason_value__\": \""
                + ID
                + "\"}, {\"b\": 3}]");
    in.beginArray();
    for (Object expected : List.of(1, Map.of(), Map.of("a", 2), "{", List.of())) {
      assertFalse(in.isHintedNext());
      assertEquals(expected, in.readValue());
    }
    assertTrue(in.isHintedNext());
    assertTrue(in.isHintedNext()); // asking changes nothing
    assertEquals(UUID.fromString(ID), in.readValue());
    assertFalse(in.isHintedNext());
    in.beginObject();
    assertEquals("b", in.readName());
    assertFalse(in.isHintedNext());
    assertEquals(3, in.readInt());
    in.endObject();
    in.endArray();
    assertFalse(in.isHintedNext());
  }

  @Test
  void aFirstNameLongerThanTheWindowIsNoHint() {
    String name = "x".repeat(200_000);
    JsonReader in = trickling("{" + " ".repeat(100_000) + "\"" + name + "\": 1}");
    assertFalse(in.isHintedNext());
    assertEquals(Map.of(name, 1), in.readValue());
  }

  /** A reader of a stream that gives a few bytes at a time. */
  private static JsonReader trickling(String json) {
    InputStream bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return Datason.create()
        .reader(
            new FilterInputStream(bytes) {
              @Override
              public int read(byte[] b, int from, int length) throws IOException {
                return super.read(b, from, Math.min(length, 3));
              }
            });
  }
}
