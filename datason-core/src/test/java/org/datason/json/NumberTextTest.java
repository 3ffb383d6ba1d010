package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.datason.config.DatasonConfig;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are read and written as the text that they are. */
class NumberTextTest {

  private static final DatasonConfig PLAIN = DatasonConfig.defaults();
  private static final DatasonConfig CANONICAL = DatasonConfig.builder().canonical(true).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "12",
        "0.10",
        "1E+2",
        "1e400",
        "1e-99999999999",
        "0.1234567890123456789",
        "123456789012345678901234567890"
      })
  void aNumberKeepsItsText(String number) {
    assertTrue(NumberText.isNumber(number));
    assertEquals(number, reader(number, PLAIN).readNumberText());
    assertEquals(number, written(number, PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "1 ", "NaN", "1,2"})
  void whatIsNoNumberIsRefused(String text) {
    assertFalse(NumberText.isNumber(text));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> written(text, PLAIN));
    assertEquals("Expected a number of JSON but found '" + text + "'", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0.10, 0.1",
    "-0.0, 0",
    "1E+2, 100",
    "8.41E21, 8.41e+21",
    "1e23, 1e+23",
    "-65.613616999999977, -65.61361699999998",
    "505874924095815700, 505874924095815700",
    "9007199254740992, 9007199254740992"
  })
  void theCanonicalFormIsTheDouble(String number, String canonical) {
    assertEquals(canonical, written(number, CANONICAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1234567890123456789",
        "9007199254740993",
        "100000000000000000000001",
        "1e400",
        "1e-400",
        "1e-99999999999"
      })
  void theCanonicalFormRefusesWhatNoDoubleSays(String number) {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> written(number, CANONICAL));
    assertEquals(
        "The canonical form has only doubles, and none is written as "
            + number
            + "; write it as text, or without canonical at $",
        e.getMessage());
  }

  @Test
  void bareTokensAreReadWhereTheyAreAccepted() {
    DatasonConfig accepting = DatasonConfig.builder().acceptNonFinite(true).build();
    JsonReader in = reader("[NaN, Infinity, -Infinity, -1]", accepting);
    in.beginArray();
    assertEquals("NaN", in.readNumberText());
    assertEquals("Infinity", in.readNumberText());
    assertEquals("-Infinity", in.readNumberText());
    assertEquals("-1", in.readNumberText());
    in.endArray();
  }

  private static JsonReader reader(String json, DatasonConfig config) {
    return new JsonReader(
        config, null, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String written(String number, DatasonConfig config) {
    JsonWriter out = new JsonWriter(config, null);
    out.writeNumberText(number);
    return out.toString();
  }
}
