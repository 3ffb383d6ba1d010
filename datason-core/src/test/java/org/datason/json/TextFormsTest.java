package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and bytes of every kind and length are written as they should be, and read back. */
class TextFormsTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason ASCII = DATASON.with(c -> c.asciiOnly(true));

  @Test
  void asciiOnlyEscapesAllBeyondAscii() {
    assertEquals(
        "\"a\\u00e9\\u20ac\\ud83d\\ude00\u007f\\u0080\\n\\u0001\\\"\\\\/\"",
        ASCII.toJson("aé€😀\u007f\u0080\n\u0001\"\\/"));
    assertEquals("{\"\\u00e9\":\"\\u00e9\"}", ASCII.toJson(java.util.Map.of("é", "é")));
    assertEquals(
        "{\"\\u00e9\":1}", ASCII.toJson(DATASON.fromJson("{\"é\":1}"))); // a name that was read
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud800", "\udc00", "a\ud83d", "\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void loneSurrogatesAreEscapedAndReadBack(String text) {
    for (Datason datason : new Datason[] {DATASON, ASCII}) {
      for (int before : new int[] {0, 7, 60, 63, 64, 4094, 4095, 4096, 8191}) {
        String longer = "x".repeat(before) + text + "?";
        byte[] json = datason.toBytes(longer);
        assertEquals(longer, DATASON.fromJson(json));
        assertEquals(longer, DATASON.fromJson(new String(json, StandardCharsets.UTF_8)));
      }
    }
    assertEquals("\"\\ud800\"", DATASON.toJson("\ud800"));
    assertEquals("\"\\udfff?\"", DATASON.toJson("\udfff?"));
    assertEquals("\"\\ud83d😀\"", DATASON.toJson("\ud83d😀"));
  }

  /** The lengths around those at which a text is written in another way. */
  static IntStream lengths() {
    return IntStream.of(
        0, 1, 7, 8, 9, 15, 16, 31, 32, 33, 62, 63, 64, 65, 66, 127, 128, 4094, 4095, 4096, 4097,
        4098, 8191, 8192, 8193, 12_288, 70_000);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void characterOfEveryKindSurvivesAtEveryPlace(int length) {
    for (String character : new String[] {"\n", "\"", "\\", "\0", "é", "日", "😀", "\ud800", "?"}) {
      for (int place : new int[] {0, 1, length / 2, length - 8, length - 1, length}) {
        if (place >= 0 && place <= length) {
          String text = "x".repeat(place) + character + "y".repeat(length - place);
          assertEquals(text, DATASON.fromJson(DATASON.toBytes(text)));
          assertEquals(text, DATASON.fromJson(ASCII.toBytes(text)));
        }
      }
    }
  }

  // ---------------------------------------------------------------- bytes

  static IntStream sizes() {
    return IntStream.of(
        0, 1, 2, 3, 4, 5, 6, 100, 12_287, 12_288, 12_289, 12_290, 12_291, 24_575, 24_576, 24_577,
        100_000, 500_000);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void bytesAreWrittenInBase64AndReadBack(int size) {
    byte[] bytes = new byte[size + 7];
    new Random(size).nextBytes(bytes);
    byte[] part = Arrays.copyOfRange(bytes, 3, size + 3);
    for (DatasonConfig config :
        new DatasonConfig[] {DATASON.config(), DATASON.with(c -> c.indent(2)).config()}) {
      JsonWriter out = new JsonWriter(config, new Boxes());
      out.writeBase64(bytes, 3, size + 3);
      assertEquals('"' + Base64.getEncoder().encodeToString(part) + '"', out.toString());
      assertArrayEquals(part, new JsonReader(config, null, out.toString()).readBase64());
    }
  }

  @Test
  void paddingMayBeMissing() {
    for (String text : new String[] {"\"aGk=\"", "\"aGk\"", "\"\\u0061Gk=\""}) {
      assertArrayEquals(
          "hi".getBytes(StandardCharsets.US_ASCII),
          new JsonReader(DATASON.config(), null, text).readBase64());
    }
  }
}
