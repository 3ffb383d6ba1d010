package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertTest {

  private static final String NUMBERS =
      "[0.1234567890123456789,1e400,-0,-0.0,1E+2,0.10,123456789012345678901234567890]";

  private static final String HINTED =
      "{\"price\":{\"__datason_type__\":\"decimal.Decimal\",\"__datason_value__\":\"19.990\"},"
          + "\"ids\":{\"__datason_type__\":\"set\",\"__datason_value__\":[0.1234567890123456789,"
          + "{\"__datason_type__\":\"uuid.UUID\","
          + "\"__datason_value__\":\"d9b2d63d-a233-4123-847a-7a0a6e8f3c1b\"}]},"
          + "\"other\":{\"__datason_type__\":\"no.such\",\"__datason_value__\":{\"x\":1.50}},"
          + "\"plain\":1.50}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        NUMBERS,
        HINTED,
        "{\"b\":[],\"a\":{},\"b\":[[null,true,false,\"\\u0000é😀\\\"\"]]}",
        "{\"__datason_type__\":1,\"x\":2}",
        "null"
      })
  void aDocumentComesOutAsItWas(String json) {
    assertEquals(Run.good(json + "\n"), Run.on(json, "convert", "-", "-"));
    assertEquals(Run.good(json + "\n"), Run.on(" " + json + "\n", "convert", "-", "-"));
  }

  @Test
  void withoutHintsPlainNumbersStayAndHintedValuesBecomePlain() {
    assertEquals(Run.good(NUMBERS + "\n"), Run.on(NUMBERS, "convert", "--no-hints", "-", "-"));
    assertEquals(
        Run.good(
            "{\"price\":19.990,"
                + "\"ids\":[0.1234567890123456789,\"d9b2d63d-a233-4123-847a-7a0a6e8f3c1b\"],"
                + "\"other\":{\"x\":1.50},\"plain\":1.50}\n"),
        Run.on(HINTED, "convert", "--no-hints", "-", "-"));
  }

  @Test
  void aBadHintedValueIsRefusedWhereItIsDecoded() {
    String json = "[{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"no\"}]";
    assertEquals(Run.good(json + "\n"), Run.on(json, "convert", "-", "-"));
    Run run = Run.on(json, "convert", "--no-hints", "-", "-");
    assertEquals(1, run.code());
    assertEquals(
        "datason: -:1:54: Expected a UUID but found \"no\" (a UUID has 36 characters, 8-4-4-4-12)"
            + " at $[0].__datason_value__\n",
        run.err());
  }

  @Test
  void bareTokensBecomeHintedOrTextButStayInNumericData() {
    String array =
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":"
            + "{\"data\":[1.0,NaN],\"dtype\":\"float64\",\"shape\":[2]}}";
    String hinted =
        "{\"__datason_type__\":\"numpy.floating\",\"__datason_java__\":\"Double\","
            + "\"__datason_value__\":\"-Infinity\"}";
    assertEquals(
        Run.good("[" + array + "," + hinted + "]\n"),
        Run.on("[" + array + ",-Infinity]", "convert", "-", "-"));
    assertEquals(
        Run.good("[\"NaN\",\"Infinity\"]\n"),
        Run.on("[NaN, Infinity]", "convert", "--no-hints", "-", "-"));
  }

  @Test
  void indentedAndSorted() {
    assertEquals(
        Run.good("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}\n"),
        Run.on("{\"b\":[],\"a\":[1,{}]}", "convert", "--pretty", "--sort-keys", "-", "-"));
  }

  @Test
  void canonical() {
    assertEquals(
        Run.good("{\"a\":[0.1,100,-65.61361699999998],\"b\":\"é\"}"),
        Run.on(
            "{\"b\":\"\\u00e9\",\"a\":[0.10,1E+2,-65.613616999999977]}",
            "convert",
            "--canonical",
            "-",
            "-"));
    assertEquals(
        Run.failed(
            1,
            "datason: The canonical form has only doubles, and none is written as"
                + " 9007199254740993; write it as text, or without canonical at $[0]"),
        Run.on("[9007199254740993]", "convert", "--canonical", "-", "-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1,{\"a\":[2.50]},null]|1;{\"a\":[2.50]};null;",
        "[]|~~",
        "{\"a\":[1,2]}|{\"a\":[1,2]};",
        "7|7;",
      })
  void aDocumentBecomesLines(String json, String lines) throws IOException {
    Path in = TestFiles.write(folder.resolve("in.json.gz"), json);
    Path out = folder.resolve("out.ndjson.gz");
    assertEquals(Run.quiet(), Run.of("convert", in, out));
    assertEquals(lines.replace(";", "\n"), TestFiles.read(out));
    assertEquals(
        Run.good(lines.replace(";", "\n")), Run.on(json, "convert", "--to", "ndjson", "-", "-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1;;{\"a\": [2.50]};null;|[1,{\"a\":[2.50]},null]",
        "~~|[]",
        "[1,2]|[[1,2]]",
      })
  void linesBecomeAnArray(String lines, String json) throws IOException {
    Path in = TestFiles.write(folder.resolve("in.jsonl"), lines.replace(";", "\n"));
    Path out = folder.resolve("out.json");
    assertEquals(Run.quiet(), Run.of("convert", in, out));
    assertEquals(json, TestFiles.read(out));
  }

  @Test
  void linesStayLines() {
    assertEquals(
        Run.good("{\"a\":1}\n[2,3]\n"),
        Run.on(
            "\n{\"a\": 1}\n\n[2, 3]", "convert", "--from", "ndjson", "--to", "NDJSON", "-", "-"));
  }

  @Test
  void aFileCanBeConvertedInPlaceAndTwice() throws IOException {
    Path file = TestFiles.write(folder.resolve("a.json"), HINTED);
    assertEquals(Run.quiet(), Run.of("convert", "--pretty", file, file));
    String once = TestFiles.read(file);
    assertEquals(Run.quiet(), Run.of("convert", "--pretty", file, file));
    assertEquals(once, TestFiles.read(file));
    assertEquals(Run.quiet(), Run.of("convert", file, file));
    assertEquals(HINTED, TestFiles.read(file));
  }

  @Test
  void aFailureLeavesTheOutputAsItWas() throws IOException {
    Path bad = TestFiles.write(folder.resolve("bad.json"), "[\"" + "x".repeat(100_000) + "\",\n }");
    Path out = TestFiles.write(folder.resolve("out.json"), "[1]");
    assertEquals(
        Run.failed(
            1, "datason: " + bad + ":2:2: Expected a value after the comma but found '}' at $[1]"),
        Run.of("convert", bad, out));
    assertEquals("[1]", TestFiles.read(out));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(bad, out), files.sorted().toList());
    }
  }

  @Test
  void whatCannotBeReadOrWrittenIsTold() throws IOException {
    Path gone = folder.resolve("gone.json");
    assertEquals(
        Run.failed(1, "datason: " + gone + ": there is no such file"),
        Run.of("convert", gone, "-"));
    Path nowhere = folder.resolve("no/out.json");
    assertEquals(
        Run.failed(
            1, "datason: " + nowhere + " cannot be written: there is no such file or folder"),
        Run.on("1", "convert", "-", nowhere));
  }

  @Test
  void anyDepthGoesThrough() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertEquals(Run.good(deep + "\n"), Run.on(deep, "convert", "-", "-"));
  }

  @Test
  void contradictionsAreWrongUsage() {
    assertEquals(
        Run.failed(
            2,
            "datason: --pretty has no place where each value is a line"
                + " (see 'datason convert --help')"),
        Run.of("convert", "--pretty", "a.json", "b.jsonl.gz"));
    assertEquals(
        Run.failed(2, "datason: --pretty contradicts --canonical (see 'datason convert --help')"),
        Run.of("convert", "--pretty", "--canonical", "a.json", "b.json"));
  }
}
