package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DigitsTest {

  @Property(tries = 20_000)
  void eightDigitsGoBothWays(@ForAll @IntRange(max = 99_999_999) int value) {
    long digits = Digits.toEightDigits(value);
    byte[] buf = new byte[8];
    Words.set(buf, 0, digits | Digits.ASCII_ZEROS);

    assertEquals(String.format("%08d", value), new String(buf, StandardCharsets.ISO_8859_1));
    assertEquals(value, Digits.parseEightDigits(digits));
    assertEquals(value, Digits.parseEightDigits(Words.get(buf, 0)));
  }

  @Test
  void everyPairOfAdjacentBytesIsTold() {
    byte[] buf = "00000000".getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < 7; at++) {
      for (int pair = 0; pair < 0x10000; pair++) {
        buf[at] = (byte) pair;
        buf[at + 1] = (byte) (pair >>> 8);
        assertAgrees(buf);
      }
      buf[at] = '9';
    }
  }

  @Property(tries = 20_000)
  void anyBytesAreTold(@ForAll @Size(8) byte[] bytes) {
    assertAgrees(bytes);
  }

  private static void assertAgrees(byte[] bytes) {
    int digits = 0;
    while (digits < 8 && bytes[digits] >= '0' && bytes[digits] <= '9') {
      digits++;
    }
    long word = Words.get(bytes, 0);
    if (digits != Digits.countLeadingDigits(word) || (digits == 8) != Digits.isEightDigits(word)) {
      assertEquals(digits, Digits.countLeadingDigits(word), () -> Long.toHexString(word));
      assertEquals(digits == 8, Digits.isEightDigits(word), () -> Long.toHexString(word));
    }
  }
}
