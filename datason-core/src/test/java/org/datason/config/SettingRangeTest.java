package org.datason.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number beyond its range is refused, also as a text that no int holds. */
class SettingRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maxDepth|0|maxDepth must be at least 1, not 0",
        "maxDepth|-5|maxDepth must be at least 1, not -5",
        "maxDepth|4294967298|maxDepth must be from 1 to 2147483647, not 4294967298",
        "maxItems|-4294967295|maxItems must be at least 1, not -4294967295",
        "indent|17|indent must be from 0 to 16, not 17",
        "indent|4294967298|indent must be from 0 to 16, not 4294967298",
        "maxBytes|0|maxBytes must be at least 1, not 0",
        "maxBytes|99999999999999999999|maxBytes must be a whole number, not"
            + " '99999999999999999999'"
      })
  void textBeyondTheRangeIsRefused(String name, String text, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DatasonConfig.builder().set(name, text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void textWithinTheRangeIsTaken() {
    assertEquals(
        Integer.MAX_VALUE,
        DatasonConfig.builder().set("maxDepth", "2147483647").build().maxDepth());
    assertEquals(16, DatasonConfig.builder().set("indent", " 16 ").build().indent());
  }
}
