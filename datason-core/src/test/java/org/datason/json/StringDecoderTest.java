package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.junit.jupiter.api.Test;

/**
 * Strings that change between plain text, escapes, Latin-1 and the rest of Unicode at any place.
 */
class StringDecoderTest {

  private static final Datason DATASON = Datason.create();
  private static final ObjectMapper ORACLE = new ObjectMapper();

  @Provide
  Arbitrary<String> parts() {
    Arbitrary<String> part =
        Arbitraries.of(
            "a",
            "plain text of some length, ",
            "x".repeat(70),
            "\\n",
            "\\\"",
            "\\u0041",
            "\\u00e9",
            "\\u3042",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\u00e9",
            "\u00ff\u0080",
            "\u0100",
            "\u07ff\u0800",
            "\u3042\u3044\u3046",
            "\ud7ff\ue000\uffff",
            "\ud83d\ude00");
    return part.list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  @Property
  void stringsAreReadAsTheOracleReadsThem(
      @ForAll("parts") String first, @ForAll("parts") String second) throws IOException {
    byte[] json = ("[\"" + first + "\",\"" + second + "\"]").getBytes(StandardCharsets.UTF_8);
    List<?> expected = ORACLE.readValue(json, List.class);
    assertEquals(expected, DATASON.fromJson(json));
    assertEquals(expected, DATASON.fromJson(new ByteArrayInputStream(json), List.class));
  }

  @Property
  void aTextThatIsCutIsRefused(@ForAll("parts") String text) {
    byte[] json = ("\"" + text).getBytes(StandardCharsets.UTF_8);
    assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson(json));
  }

  @Test
  void malformedBytesAreRefusedWhereTheyStand() {
    // overlong forms, surrogates, bytes that continue nothing, sequences that are not continued
    byte[][] wrong = {
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xE0, (byte) 0x9F, (byte) 0xBF},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0x80},
      {(byte) 0xC3, 'a'},
      {(byte) 0xE3, (byte) 0x81, 'a'},
      {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    };
    for (String before : List.of("", "plain", "\u00e9", "\u3042", "\\n\u3042\u3042\u3042")) {
      byte[] start = ("\"" + before).getBytes(StandardCharsets.UTF_8);
      for (byte[] part : wrong) {
        byte[] json = new byte[start.length + part.length + 10];
        Arrays.fill(json, (byte) 'z');
        System.arraycopy(start, 0, json, 0, start.length);
        System.arraycopy(part, 0, json, start.length, part.length);
        json[json.length - 1] = '"';
        JsonSyntaxException e =
            assertThrows(JsonSyntaxException.class, () -> DATASON.fromJson(json));
        assertEquals(start.length, e.location().offset(), e.getMessage());
      }
    }
  }

  @Test
  void aStringBeyondTheLimitIsRefusedInEveryForm() {
    Datason small = DATASON.with(c -> c.maxStringLength(30));
    for (String text : List.of("a", "\\n", "\u00e9", "\u3042", "\u3042a")) {
      String json = "\"" + text.repeat(40) + "\"";
      LimitException e = assertThrows(LimitException.class, () -> small.fromJson(json));
      assertEquals(
          "A string is longer than maxStringLength = 30; raise it if this is meant",
          e.getMessage().split(" at ")[0]);
    }
  }
}
