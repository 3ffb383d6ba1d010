package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.junit.jupiter.api.Test;

/** What one document leaves in the buffer is never seen in another. */
class SpareBufferTest {

  private final SpareBuffer spare = new SpareBuffer();

  private byte[] write(Object value) {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), null, spare);
    out.writeValue(value);
    return out.takeByteArray();
  }

  @Property(tries = 300)
  void documentsAreThoseOfWritersWithoutOne(@ForAll @Size(max = 30) List<String> texts) {
    for (String text : texts) {
      String value = text.repeat(Math.min(3_000, 1 + text.hashCode() >>> 20));
      JsonWriter fresh = new JsonWriter(DatasonConfig.defaults(), null);
      fresh.writeValue(value);
      assertArrayEquals(fresh.toByteArray(), write(value));
    }
  }

  @Test
  void theBufferGoesFromWriterToWriterAndIsNeverTheResult() {
    byte[] first = write("a".repeat(100));
    byte[] left = spare.take();
    spare.leave(left);
    byte[] second = write("b");
    assertSame(left, spare.take());
    assertNotSame(left, first);
    assertEquals("\"" + "a".repeat(100) + "\"", new String(first, StandardCharsets.UTF_8));
    assertEquals("\"b\"", new String(second, StandardCharsets.UTF_8));
  }

  @Test
  void whatWasTakenDoesNotChangeAfterwards() {
    byte[] first = write("a");
    write("other");
    assertEquals("\"a\"", new String(first, StandardCharsets.UTF_8));
  }

  @Test
  void documentsOfMoreThanSixteenMegabytesLeaveNothing() {
    write("a".repeat(100_000)); // in several segments: a buffer that fits is left
    assertEquals(100_002 + 100_002 / 8, spare.take().length);
    write("a".repeat(2_000_000));
    assertEquals(2_000_002 + 2_000_002 / 8, spare.take().length);
    write("a".repeat(17_000_000));
    assertNull(spare.take());
  }

  @Test
  void anErrorHalfWayLeavesNothingBehind() {
    Datason datason = Datason.create();
    assertEquals("[1,2]", text(datason, List.of(1, 2)));
    assertThrows(DatasonException.class, () -> datason.toBytes(List.of("half", new Object())));
    assertEquals("[3]", text(datason, List.of(3)));
  }

  @Test
  void writersAtTheSameTimeDoNotMeet() {
    Datason datason = Datason.create();
    boolean same =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> text(datason, List.of("x".repeat(i), i)).endsWith("x\"," + i + "]"))
            .skip(1)
            .allMatch(Boolean::booleanValue);
    assertTrue(same);
  }

  private static String text(Datason datason, Object value) {
    return new String(datason.toBytes(value), StandardCharsets.UTF_8);
  }
}
