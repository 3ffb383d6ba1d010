package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings of several MiB that are skipped in a stream, which holds a part of them at a time. */
class JsonReader_skipLongStringTest {

  private static final int MIB = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "\u00e9", "\u3042", "\ud83d\ude00", "\\n", "\\u00e9", "a\u3042\\\"b"})
  void aLongStringIsSkippedInParts(String part) {
    for (int shift = 0; shift < 7; shift++) {
      byte[] text = ("[\"" + "y".repeat(shift)).getBytes(StandardCharsets.UTF_8);
      byte[] body = part.repeat(3 * MIB / part.length()).getBytes(StandardCharsets.UTF_8);
      byte[] rest = "\", 7]".getBytes(StandardCharsets.UTF_8);
      JsonReader in = reader(stream(text, body, rest), DatasonConfig.defaults());
      in.beginArray();
      in.skipValue();
      assertTrue(in.buf.length <= 4 * MIB, "the window grew to " + in.buf.length);
      assertEquals(7, in.readInt());
      in.endArray();
      in.end();
    }
  }

  @Test
  void aStringFarBeyondTheWindowIsNeverHeld() {
    byte[] block = "z".repeat(MIB).getBytes(StandardCharsets.UTF_8);
    InputStream body =
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, 64)
                    .<InputStream>mapToObj(i -> new ByteArrayInputStream(block))
                    .toList()));
    InputStream all =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream("{\"a\":\"".getBytes(StandardCharsets.UTF_8)),
                    body,
                    new ByteArrayInputStream("\"}".getBytes(StandardCharsets.UTF_8)))));
    JsonReader in = reader(all, DatasonConfig.defaults());
    in.skipValue();
    in.end();
    assertTrue(in.buf.length <= 4 * MIB, "the window grew to " + in.buf.length);
  }

  @Test
  void whatIsWrongInItIsFoundAtItsPlace() {
    String body = "x".repeat(2 * MIB);
    assertError(
        JsonSyntaxException.class,
        "Expected an escape in place of the control character but found U+0001 at $[0] (line 1,"
            + " column 2097155, offset 2097154)",
        body + "\u0001\"]");
    assertError(
        JsonSyntaxException.class,
        "Expected the closing quote of the string but found the end of the input at $[0] (line 1,"
            + " column 2097155, offset 2097154)",
        body);
    assertError(
        JsonSyntaxException.class,
        "Expected one of \" \\ / b f n r t u after the backslash but found 'x' at $[0] (line 1,"
            + " column 2097156, offset 2097155)",
        body + "\\x\"]");
  }

  @Test
  void theBeginningCanBeReadAlone() {
    for (String text :
        List.of(
            "",
            "a",
            "ab",
            "abc",
            "\u3042\u3044\u3046",
            "\ud83d\ude00x",
            "\n\"\ud83d\ude00",
            "ab\ud800")) {
      for (int most = 0; most < 5; most++) {
        JsonReader in =
            reader(
                stream("[" + org.datason.Datason.create().toJson(text) + ",1]"),
                DatasonConfig.defaults());
        in.beginArray();
        String start = in.readStringStart(most);
        assertTrue(text.startsWith(start) && start.length() <= most);
        assertTrue(start.length() >= Math.min(text.length(), most) - 1);
        assertEquals(1, in.readInt());
      }
    }
    byte[] body = "\u3042\\n".repeat(MIB).getBytes(StandardCharsets.UTF_8);
    byte[] quote = {'"'};
    JsonReader in = reader(stream(quote, body, quote), DatasonConfig.defaults());
    assertEquals("\u3042\n\u3042", in.readStringStart(3));
    in.end();
    assertTrue(in.buf.length <= 4 * MIB, "the window grew to " + in.buf.length);
    assertEquals(
        "most must be from 0 to 65536, not -1",
        assertThrows(IllegalArgumentException.class, () -> in.readStringStart(-1)).getMessage());
  }

  @Test
  void itsLengthIsLimited() {
    DatasonConfig config = DatasonConfig.builder().maxStringLength(2 * MIB).build();
    JsonReader fits = reader(stream("[\"" + "x".repeat(2 * MIB) + "\"]"), config);
    fits.skipValue();
    JsonReader in = reader(stream("[\"" + "x".repeat(2 * MIB + 1) + "\"]"), config);
    assertTrue(
        assertThrows(LimitException.class, in::skipValue)
            .getMessage()
            .startsWith(
                "A string is longer than maxStringLength = 2097152; raise it if this is meant at"
                    + " $[0] "));
  }

  private static void assertError(
      Class<? extends DatasonException> type, String message, String rest) {
    JsonReader in = reader(stream("[\"" + rest), DatasonConfig.defaults());
    assertEquals(message, assertThrows(type, in::skipValue).getMessage());
  }

  private static JsonReader reader(InputStream in, DatasonConfig config) {
    return new JsonReader(config, null, in);
  }

  private static InputStream stream(String text) {
    return stream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream stream(byte[]... parts) {
    return new SequenceInputStream(
        Collections.enumeration(
            java.util.Arrays.stream(parts).<InputStream>map(ByteArrayInputStream::new).toList()));
  }
}
