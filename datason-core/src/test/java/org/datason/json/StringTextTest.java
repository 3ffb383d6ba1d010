package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.config.DatasonConfig;

/** Texts of each way that they are written in, beside a writer of one character at a time. */
class StringTextTest {

  /**
   * Runs of characters of one kind each, of lengths on both sides of all that make a difference.
   */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> kinds =
        Arbitraries.of('a', '\n', '"', '\\', '\u0001', '\u007F', '\u00E9', '\u0141', '\u3042');
    Arbitrary<Character> pairs = Arbitraries.of('\uD83D', '\uDE00', '?', '\u00FF');
    Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 2, 7, 8, 9, 15, 16, 40, 127, 128, 4095, 4097);
    Arbitrary<String> run =
        Arbitraries.oneOf(kinds, pairs)
            .flatMap(c -> lengths.map(n -> String.valueOf((char) c).repeat(n)));
    return run.list().ofMaxSize(5).map(runs -> String.join("", runs));
  }

  private static String expected(String text, boolean ascii) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isSurrogate(c) && text.codePointAt(i) > 0xFFFF;
      int named = "\b\f\n\r\t\"\\".indexOf(c);
      if (named >= 0) {
        json.append('\\').append("bfnrt\"\\".charAt(named));
      } else if (pair && !ascii) {
        json.appendCodePoint(text.codePointAt(i++));
      } else if (c < ' ' || Character.isSurrogate(c) || c > 0x7F && ascii) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static String written(String text, boolean ascii) {
    JsonWriter out =
        new JsonWriter(DatasonConfig.builder().asciiOnly(ascii).build(), null, new SpareBuffer());
    out.writeString(text);
    return new String(out.takeByteArray(), StandardCharsets.UTF_8);
  }

  @Property(tries = 500)
  void textsAreWrittenAsCharactersAreOneByOne(@ForAll("texts") String text) {
    assertEquals(expected(text, false), written(text, false));
    assertEquals(expected(text, true), written(text, true));
  }
}
