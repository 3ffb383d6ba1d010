package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class MediaTypeTest {

  @Test
  void partsAreRead() {
    MediaType type = MediaType.parse("Text/CSV ; Header=absent; x=\"a;\\\"b\\\"\"");
    assertEquals("text", type.type());
    assertEquals("csv", type.subtype());
    assertEquals(Map.of("header", "absent", "x", "a;\"b\""), type.parameters());
    assertEquals("absent", type.parameter("header"));
    assertNull(type.parameter("charset"));
    assertEquals(MediaType.CSV, type.essence());
    assertEquals("text/csv;header=absent;x=\"a;\\\"b\\\"\"", type.toString());
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll @AlphaChars @NotBlank String name, @ForAll String value) {
    MediaType type = MediaType.JSON.with(name, value);
    assertEquals(type, MediaType.parse(type.toString()));
  }

  @Test
  void rangesIncludeTheirTypes() {
    assertTrue(MediaType.parse("*/*").includes(MediaType.CSV));
    assertTrue(MediaType.parse("text/*").includes(MediaType.CSV));
    assertTrue(MediaType.CSV.includes(MediaType.parse("text/csv;header=absent")));
    assertFalse(MediaType.parse("application/*").includes(MediaType.CSV));
    assertFalse(MediaType.CSV.includes(MediaType.parse("text/*")));
  }

  private static void assertRefused(String message, String text) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> MediaType.parse(text)).getMessage());
  }

  @Test
  void whatIsNoneIsRefused() {
    assertRefused("Expected a token but found the end at character 0 of ''", "");
    assertRefused("Expected a token but found the end at character 5 of 'text/'", "text/");
    assertRefused("Expected '=' but found the end at character 10 of 'text/csv;a'", "text/csv;a");
    assertRefused(
        "Expected a closing quote but found the end at character 13 of 'text/csv;a=\"b'",
        "text/csv;a=\"b");
    assertRefused(
        "Expected the end but found ',' at character 8 of 'text/csv,a/b'", "text/csv,a/b");
    assertEquals(
        "Expected a token of RFC 9110 but found 'te xt'",
        assertThrows(IllegalArgumentException.class, () -> new MediaType("te xt", "csv", Map.of()))
            .getMessage());
  }
}
