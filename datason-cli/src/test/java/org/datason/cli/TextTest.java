package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 KB",
    "67119, 67.1 KB",
    "999949, 999.9 KB",
    "999950, 1.0 MB",
    "9223372036854775807, 9.2 EB"
  })
  void bytes(long bytes, String text) {
    assertEquals(text, Text.bytes(bytes));
  }

  @Test
  void aCutTextFitsItsWidth() {
    assertEquals("abc", Text.cut("abc", 3));
    assertEquals("ab…", Text.cut("abcd", 3));
    assertEquals("日…", Text.cut("日本語", 3));
    assertEquals("日本", Text.cut("日本", 4));
    assertEquals("a😀…", Text.cut("a😀bcd", 4));
    assertEquals("日  ", Text.pad("日", 4));
  }

  @Test
  void controlsAreEscaped() {
    assertEquals("a\\u000ab\\u202e\\u007f\\u2028", Text.line("a\nb\u202e\u007f\u2028"));
    assertEquals("\"a\\nb\\\"\\\\\"", Text.quoted("a\nb\"\\", 60));
  }
}
