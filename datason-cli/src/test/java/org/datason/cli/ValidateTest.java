package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        " \t\r\n true \n",
        "\"\"",
        "{}",
        "[]",
        "{\"a\":1,\"a\":2}",
        "{\"\":[{}]}",
        "[1e400,-0,0.10,1E-99999999999]",
        "123456789012345678901234567890.123456789012345678901234567890",
        "\"\\ud800\\u0000\\/ \u00e9 \ud83d\ude00\"",
        "{\"__datason_type__\":\"no.such\",\"__datason_value__\":1}"
      })
  void whatTheRfcAcceptsIsAccepted(String json) {
    assertEquals(Run.good("-: ok\n"), Run.on(json, "validate", "-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|1:1: Expected a value but found the end of the input",
        "[1,]|1:4: Expected a value after the comma but found ']' at $[1]",
        "{\"a\":1,}|1:8: Expected a member name but found '}'",
        "[NaN]|1:2: Expected a value but found NaN, which JSON does not have at $[0]",
        "[-Infinity]|1:2: Expected a value but found -Infinity, which JSON does not have at $[0]",
        "[01]|1:3: Expected no further digit after a leading zero but found '1' at $[0]",
        "[1 2]|1:4: Expected ',' or ']' but found '2' at $[0]",
        "{} {}|1:4: Expected the end of the document but found '{'",
        "['a']|1:2: Expected a value but found ''' at $[0]",
        "[tru]|1:2: Expected true but found tru at $[0]",
        "\ufeff{}|1:1: Expected a value but found a byte order mark; remove its three bytes"
            + " EF BB BF",
      })
  void whatTheRfcRefusesIsRefused(String json, String message) {
    assertEquals(new Run(1, "-:" + message + "\n", ""), Run.on(json, "validate", "-"));
  }

  @Test
  void badUtf8IsRefused() {
    byte[] json = {'[', '"', (byte) 0xC0, (byte) 0xAF, '"', ']'};
    assertEquals(
        new Run(1, "-:1:3: Expected well-formed UTF-8 but found the byte 0xC0 at $[0]\n", ""),
        Run.on(json, "validate", "-"));
  }

  @Test
  void controlCharactersOfTheInputDoNotReachTheTerminal() {
    assertEquals(
        new Run(1, "-:1:1: Expected true but found t\\u001b[31m\n", ""),
        Run.on("t\u001b[31m", "validate", "-"));
  }

  @Test
  void depthIsNoFault() throws IOException {
    int depth = 100_000;
    byte[] deep = new byte[2 * depth];
    Arrays.fill(deep, 0, depth, (byte) '[');
    Arrays.fill(deep, depth, 2 * depth, (byte) ']');
    Path file = folder.resolve("deep.json");
    Files.write(file, deep);
    assertEquals(Run.good(file + ": ok\n"), Run.of("validate", file));
  }

  @Test
  void whiteSpaceLargerThanTheWindowIsNoFault() {
    assertEquals(Run.good("-: ok\n"), Run.on("[" + " ".repeat(300_000) + "1]", "validate", "-"));
  }

  @Test
  void everyFileHasItsLine() throws IOException {
    Path good = TestFiles.write(folder.resolve("good.json.gz"), "{\"a\": [1, 2]}");
    Path bad = TestFiles.write(folder.resolve("bad.json"), "{\"runs\": [\n  {\"loss\": 1,}]}");
    Path plain = TestFiles.write(folder.resolve("plain"), "1");
    Path gone = folder.resolve("gone.json");
    assertEquals(
        new Run(
            1,
            good
                + ": ok\n"
                + bad
                + ":2:14: Expected a member name but found '}' at $.runs[0]\n"
                + gone
                + ": there is no such file\n"
                + folder
                + ": it is a folder\n"
                + plain
                + ": ok\n",
            ""),
        Run.of("validate", good, bad, gone, folder, plain));
  }

  @Test
  void damagedCompressionIsTold() throws IOException {
    Path file = TestFiles.write(folder.resolve("cut.json.gz"), "[1, 2, 3]");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
    assertEquals(
        new Run(1, file + ":1:10: The input failed: the compressed data ends too early\n", ""),
        Run.of("validate", file));
    Files.writeString(file, "[1]");
    assertEquals(new Run(1, file + ": Not in GZIP format\n", ""), Run.of("validate", file));
    Files.write(file, new byte[0]);
    assertEquals(
        new Run(1, file + ": the compressed data ends too early\n", ""), Run.of("validate", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "1", "{\"a\":1}\n\n \t\n[2]\r\n\"x\"", "{}\n[]\n"})
  void linesOfJson(String lines) throws IOException {
    for (String name : new String[] {"a.ndjson", "a.jsonl", "a.ndjson.gz", "a.jsonl.gz"}) {
      Path file = TestFiles.write(folder.resolve(name), lines);
      assertEquals(Run.good(file + ": ok\n"), Run.of("validate", file));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2|1:3: Expected the end of the line after a value but found '2'",
        "1\\n\\n{\"a\":\\n2}\\n|3:1: Expected the whole value on one line but it goes on beyond it",
        "{\"a\":1\\n{\"a\":2}|2:1: Expected ',' or '}' but found '{' at $.a",
        "[1],[2]|1:4: Expected the end of the line after a value but found ','",
      })
  void linesThatAreNotJson(String lines, String message) throws IOException {
    assertEquals(
        new Run(1, "-:" + message + "\n", ""),
        Run.on(lines.replace("\\n", "\n"), "validate", "--from", "ndjson", "-"));
  }

  @Test
  void aLineLongerThanABlockIsOneLine() {
    String line = "[\"" + "x".repeat(100_000) + "\", 1]\n";
    assertEquals(Run.good("-: ok\n"), Run.on(line.repeat(5), "validate", "--from", "ndjson", "-"));
  }

  @Test
  void theFormatAskedForCountsMoreThanTheName() throws IOException {
    Path file = TestFiles.write(folder.resolve("a.ndjson"), "[1,\n2]");
    assertEquals(Run.good(file + ": ok\n"), Run.of("validate", "--from", "json", file));
  }
}
