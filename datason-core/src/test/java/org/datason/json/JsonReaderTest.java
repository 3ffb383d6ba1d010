package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.datason.config.DatasonConfig;
import org.datason.error.JsonSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading bit by bit: what stands next, what may be asked, and the words beyond JSON. */
class JsonReaderTest {

  private static final DatasonConfig DEFAULTS = DatasonConfig.defaults();
  private static final DatasonConfig NON_FINITE =
      DatasonConfig.builder().acceptNonFinite(true).build();

  private static List<JsonReader> readers(String json, DatasonConfig config) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return List.of(
        new JsonReader(config, new Boxes(), json),
        new JsonReader(config, new Boxes(), new JsonSource.Trickle(bytes)));
  }

  private static List<JsonReader> readers(String json) {
    return readers(json, DEFAULTS);
  }

  @Test
  void peekTellsTheKindOfWhatComes() {
    for (JsonReader in : readers(" [ {} , [] ,\"a\", -1 ,2,true,false,null ] ")) {
      assertEquals(JsonToken.BEGIN_ARRAY, in.peek());
      in.beginArray();
      for (JsonToken token :
          List.of(
              JsonToken.BEGIN_OBJECT,
              JsonToken.BEGIN_ARRAY,
              JsonToken.STRING,
              JsonToken.NUMBER,
              JsonToken.NUMBER,
              JsonToken.BOOLEAN,
              JsonToken.BOOLEAN,
              JsonToken.NULL)) {
        assertEquals(token, in.peek());
        assertEquals(token, in.peek());
        in.skipValue();
      }
      assertEquals(JsonToken.END_ARRAY, in.peek());
      in.endArray();
      assertEquals(JsonToken.END, in.peek());
    }
    for (JsonReader in : readers("{\"a\":1}")) {
      in.beginObject();
      assertEquals(JsonToken.STRING, in.peek());
      in.readName();
      in.skipValue();
      assertEquals(JsonToken.END_OBJECT, in.peek());
    }
  }

  @Test
  void commaIsFollowedByAValue() {
    for (String json : List.of("[1,]", "[1,}")) {
      for (JsonReader in : readers(json)) {
        in.beginArray();
        in.readInt();
        String message =
            "Expected a value after the comma but found '"
                + json.charAt(3)
                + "' at $[1] (line 1, column 4, offset 3)";
        assertEquals(message, assertThrows(JsonSyntaxException.class, in::peek).getMessage());
      }
    }
  }

  @Test
  void endsBelongToWhatWasBegun() {
    for (JsonReader in : readers("]")) {
      assertEquals(
          "Expected a value but found ']' at $ (line 1, column 1, offset 0)",
          assertThrows(JsonSyntaxException.class, in::endArray).getMessage());
    }
    for (JsonReader in : readers("[1}")) {
      in.beginArray();
      in.readInt();
      assertFalse(in.hasNext());
      assertEquals(
          "Expected ']' but found '}' at $[0] (line 1, column 3, offset 2)",
          assertThrows(JsonSyntaxException.class, in::endArray).getMessage());
    }
    for (JsonReader in : readers("{]")) {
      in.beginObject();
      assertFalse(in.hasNext());
      assertEquals(
          "Expected '}' but found ']' at $ (line 1, column 2, offset 1)",
          assertThrows(JsonSyntaxException.class, in::endObject).getMessage());
    }
    for (JsonReader in : readers("[1 2]")) {
      in.beginArray();
      in.readInt();
      assertEquals(
          "Expected ',' but found '2' at $[0] (line 1, column 4, offset 3)",
          assertThrows(JsonSyntaxException.class, in::readInt).getMessage());
    }
    for (JsonReader in : readers("1 2")) {
      in.readInt();
      assertEquals(
          "Expected the end of the document but found '2' at $ (line 1, column 3, offset 2)",
          assertThrows(JsonSyntaxException.class, in::readInt).getMessage());
    }
    for (JsonReader in : readers("{1:2}")) {
      in.beginObject();
      assertTrue(in.hasNext());
      assertEquals(
          "Expected a member name but found '1' at $ (line 1, column 2, offset 1)",
          assertThrows(JsonSyntaxException.class, in::readName).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "-", "-x", "1.", "1e", "-01"})
  void numbersAreCheckedByEachWayOfReadingThem(String number) {
    String message =
        assertThrows(
                JsonSyntaxException.class, () -> new JsonReader(DEFAULTS, null, number).readValue())
            .getMessage();
    for (JsonReader in : readers(number)) {
      assertEquals(message, assertThrows(JsonSyntaxException.class, in::readDouble).getMessage());
      assertEquals(message, assertThrows(JsonSyntaxException.class, in::readFloat).getMessage());
      assertEquals(
          message, assertThrows(JsonSyntaxException.class, in::readBigDecimal).getMessage());
      assertEquals(
          message, assertThrows(JsonSyntaxException.class, in::readBigInteger).getMessage());
      assertEquals(
          message, assertThrows(JsonSyntaxException.class, in::readNumberText).getMessage());
      assertEquals(message, assertThrows(JsonSyntaxException.class, in::skipValue).getMessage());
    }
  }

  @Test
  void withoutTypesHintsAreData() {
    String json = "{\"__datason_type__\":\"box\",\"__datason_value__\":1}";
    Map<String, Object> expected = Map.of("__datason_type__", "box", "__datason_value__", 1);
    assertEquals(expected, new JsonReader(DEFAULTS, null, json).readValue());
    assertEquals(
        new Boxes.Box(expected), new JsonReader(DEFAULTS, null, json).readValue(Boxes.BOX));
    new JsonReader(DEFAULTS, null, json).skipValue();
  }

  // ---------------------------------------------------------------- NaN and the infinities

  @ParameterizedTest
  @CsvSource({"NaN,NaN", "Infinity,Infinity", "-Infinity,-Infinity"})
  void bareWordsAreReadWhereTheyAreAccepted(String word, double value) {
    String json = "[" + word + ", " + word + ",{\"a\":" + word + "}," + word + "]";
    for (JsonReader in : readers(json, NON_FINITE)) {
      assertEquals(List.of(value, value, Map.of("a", value), value), in.readValue());
      in.end();
    }
    for (JsonReader in : readers(json, NON_FINITE)) {
      in.beginArray();
      assertEquals(JsonToken.NUMBER, in.peek());
      assertEquals(value, in.readDouble());
      assertEquals((float) value, in.readFloat());
      in.skipValue();
      in.skipValue();
      in.endArray();
    }
    for (String wrong : List.of(word + "x", word.substring(0, word.length() - 1), word + "1")) {
      for (JsonReader in : readers("[" + wrong + "]", NON_FINITE)) {
        JsonSyntaxException e = assertThrows(JsonSyntaxException.class, in::readValue);
        assertEquals(
            word.startsWith("-")
                ? "Expected a digit but found 'I' at $[0] (line 1, column 3, offset 2)"
                : "Expected a value but found '"
                    + word.charAt(0)
                    + "' at $[0] (line 1, column 2, offset 1)",
            e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,NaN",
    "nan,NaN",
    "Infinity,Infinity",
    "inf,Infinity",
    "-Infinity,-Infinity",
    "-inf,-Infinity"
  })
  void theirTextsAreReadWhereANumberIsAskedFor(String text, double value) {
    for (JsonReader in : readers("[\"" + text + "\",\"" + text + "\"]")) {
      in.beginArray();
      assertEquals(value, in.readDouble());
      assertEquals((float) value, in.readFloat());
      in.endArray();
    }
  }

  @Test
  void payloadOfNanIsKept() {
    for (long bits : new long[] {0x7ff8000000000001L, 0xfff8000000000000L, 0x7ff0000000000001L}) {
      JsonWriter out = new JsonWriter(DEFAULTS, new Boxes());
      out.writeDouble(Double.longBitsToDouble(bits));
      assertEquals("\"NaN:" + Long.toHexString(bits) + "\"", out.toString());
      assertEquals(
          bits,
          Double.doubleToRawLongBits(new JsonReader(DEFAULTS, null, out.toString()).readDouble()));
    }
    for (int bits : new int[] {0x7fc00001, 0xffc00000}) {
      JsonWriter out = new JsonWriter(DEFAULTS, new Boxes());
      out.writeFloat(Float.intBitsToFloat(bits));
      assertEquals(
          bits,
          Float.floatToRawIntBits(new JsonReader(DEFAULTS, null, out.toString()).readFloat()));
    }
  }

  @Test
  void repeatedNamesAreReadWithoutTheirTable() {
    DatasonConfig plain = DatasonConfig.builder().internNames(false).build();
    String json = "[{\"a\":1,\"long name of it\":2},{\"a\":3,\"long name of it\":4}]";
    assertEquals(
        new JsonReader(DEFAULTS, null, json).readValue(),
        new JsonReader(plain, null, json).readValue());
    assertEquals(
        Arrays.asList(1, 2),
        List.copyOf(
            ((Map<?, ?>) ((List<?>) new JsonReader(plain, null, json).readValue()).get(0))
                .values()));
  }
}
