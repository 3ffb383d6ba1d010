package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.datason.Datason;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

  private static final Datason DATASON = Datason.create();

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static JsonReader reader(String json) {
    return new JsonReader(DATASON.config(), null, json);
  }

  // ---------------------------------------------------------------- writing

  /** Texts before, between and after, so that the buffer is not the one that was foreseen. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6_143, 6_144, 6_145, 196_606, 196_608, 300_000, 1_000_000})
  void longTextsStandAmongOthers(int size) {
    byte[] bytes = random(size);
    for (int before : new int[] {0, 3, 600, 20_000, 700_000}) {
      StringBuilder expected = new StringBuilder("[");
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      JsonWriter memory = new JsonWriter(DATASON.config(), new Boxes());
      JsonWriter toStream = DATASON.writer(stream);
      for (JsonWriter out : new JsonWriter[] {memory, toStream}) {
        out.beginArray();
        out.writeString("x".repeat(before));
        out.writeBase64(bytes, 0, size);
        out.writeBase64(bytes, 0, size);
        out.writeString("y".repeat(before));
        out.writeBase64(bytes, 0, size);
        out.endArray();
        out.flush();
      }
      String x = "x".repeat(before);
      String text = encoded(bytes);
      expected.append('"').append(x).append("\",\"").append(text).append("\",\"").append(text);
      expected.append("\",\"").append(x.replace('x', 'y')).append("\",\"").append(text);
      byte[] json = expected.append("\"]").toString().getBytes(StandardCharsets.US_ASCII);
      assertArrayEquals(json, stream.toByteArray());
      assertArrayEquals(json, memory.toByteArray());
      assertArrayEquals(json, memory.takeByteArray());
    }
  }

  @Test
  void whatWasTakenIsTheCallersOwn() {
    byte[] bytes = random(1_000_000);
    JsonWriter out = new JsonWriter(DATASON.config(), new Boxes());
    out.writeBase64(bytes, 0, bytes.length);
    byte[] first = out.takeByteArray();
    byte[] kept = first.clone();
    assertEquals(true, out.isEmpty());
    out.writeInt(1);
    out.endLine();
    assertArrayEquals("1\n".getBytes(StandardCharsets.US_ASCII), out.takeByteArray());
    assertArrayEquals(kept, first);
    assertEquals('"' + encoded(bytes) + '"', new String(first, StandardCharsets.US_ASCII));
    JsonWriter stream = DATASON.writer(new ByteArrayOutputStream());
    stream.writeInt(1);
    assertEquals(
        "what was written has gone to the stream",
        assertThrows(IllegalStateException.class, stream::takeByteArray).getMessage());
  }

  @Test
  void errorBehindATextThatWentToTheStreamHasItsPlace() {
    byte[] bytes = random(500_000);
    for (JsonWriter out :
        new JsonWriter[] {
          DATASON.writer(new ByteArrayOutputStream()), new JsonWriter(DATASON.config(), new Boxes())
        }) {
      out.beginArray();
      out.beginObject();
      out.writeName("a");
      out.writeBase64(bytes, 0, bytes.length);
      out.writeName("b");
      out.beginArray();
      out.writeInt(1);
      UnsupportedTypeException e = out.unsupported("No.");
      assertEquals("$[0].b[1]", e.location().path());
    }
  }

  @Test
  void textBeyondALimitIsRefusedBeforeItIsWritten() {
    byte[] bytes = random(1_000_000);
    assertEquals(
        "The JSON text is longer than maxBytes = 1000000; raise it if the value is meant to be so"
            + " large",
        assertThrows(
                LimitException.class, () -> DATASON.with(c -> c.maxBytes(1_000_000)).toBytes(bytes))
            .getMessage());
    assertEquals(
        "A string is longer than maxStringLength = 1000000; raise it if the value is meant to be so"
            + " large at $",
        assertThrows(
                LimitException.class,
                () -> DATASON.with(c -> c.maxStringLength(1_000_000)).toBytes(bytes))
            .getMessage());
  }

  // ---------------------------------------------------------------- reading

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8_191, 8_192, 8_193, 8_194, 24_576, 100_000})
  void expectedLengthChangesNothing(int size) {
    byte[] bytes = random(size);
    String json = "[\"" + encoded(bytes) + "\",\"" + "A".repeat(40_000) + "\"]";
    for (long likely : new long[] {-1, 0, size - 1, size, size + 1, size + 3, 1L << 40}) {
      for (JsonReader in :
          new JsonReader[] {
            reader(json),
            reader(json.replace("\"]", "\"]      ")),
            DATASON.reader(new ByteArrayInputStream(json.getBytes(StandardCharsets.US_ASCII)))
          }) {
        in.beginArray();
        assertArrayEquals(bytes, in.readBase64(likely));
        assertEquals(40_000, in.readString().length());
        in.endArray();
        in.end();
      }
    }
  }

  @Test
  void quoteWhereTheEndIsExpectedNeedNotBeTheEnd() {
    String half = "A".repeat(5_000);
    JsonReader two = reader("[\"" + half + "\",\"" + "A".repeat(6_997) + "\"]");
    two.beginArray();
    assertArrayEquals(new byte[3_750], two.readBase64(9_000));
    assertEquals(6_997, two.readString().length());
    two.endArray();
    JsonReader escaped = reader("\"" + half + "\\u0041" + "A".repeat(6_994) + "\"");
    assertArrayEquals(new byte[8_996], escaped.readBase64(9_000));
    escaped.end();
  }

  @Test
  void otherLettersAreRefusedWhateverIsExpected() {
    String json = "[\"" + "A".repeat(11_000) + "-" + "A".repeat(999) + "\"]";
    for (long likely : new long[] {-1, 9_000, 9_001}) {
      JsonReader in = reader(json);
      in.beginArray();
      assertEquals(
          "Expected a text in base64 but found \"AAAAAAAAAAAAAAAAAAAAAAAA...\" at $[0] (line 1,"
              + " column 2, offset 1)",
          assertThrows(MismatchException.class, () -> in.readBase64(likely)).getMessage());
    }
  }
}
