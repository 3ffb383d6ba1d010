package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.template.TemplateFile;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final String RUN =
      """
      {
        "template": 1,
        "root": {
          "type": "object",
          "fields": {
            "id": {
              "type": "int64",
              "required": true,
              "nullable": false
            },
            "loss": {
              "type": "float64",
              "nullable": false
            }
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Path template;

  @BeforeEach
  void writeTemplate() throws IOException {
    template = TestFiles.write(folder.resolve("T.json"), RUN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"infer", "check"})
  void eachHasHelp(String command) {
    Run help = Run.of("template", command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: datason template " + command + " [-hV]"), help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    assertEquals(Run.of("--version"), Run.of("template", command, "--version"));
    assertEquals(Run.of("template", "--help"), Run.of("template"));
  }

  @Test
  void inferFromLinesAndDocuments() throws IOException {
    Path lines = TestFiles.write(folder.resolve("a.jsonl.gz"), "{\"id\":1}\n{\"id\":2}\n");
    Path document = TestFiles.write(folder.resolve("b.json"), "{\"loss\":0.5,\"id\":3}");
    assertEquals(Run.good(RUN), Run.of("template", "infer", lines, document));
    Path out = folder.resolve("out.json");
    assertEquals(Run.quiet(), Run.of("template", "infer", lines, document, "-o", out));
    assertEquals(RUN, TestFiles.read(out));
  }

  @Test
  void inferFromItems() {
    String json = "[{\"id\":1},{\"id\":2,\"loss\":1e-3}]";
    assertEquals(Run.good(RUN), Run.on(json, "template", "infer", "--each", "-"));
    assertTrue(Run.on(json, "template", "infer", "-").out().contains("\"type\": \"list\""));
    assertEquals(
        Run.failed(1, "datason: The files have no value to infer a template from"),
        Run.on("[]", "template", "infer", "--each", "-"));
    assertEquals(
        Run.failed(1, "datason: -:1:2: Expected a value but found 'x' at $[0]"),
        Run.on("[x", "template", "infer", "-"));
  }

  @Test
  void checkTellsEachPlace() throws IOException {
    Path good = TestFiles.write(folder.resolve("good.json"), "{\"id\":1,\"loss\":0.5}");
    Path bad =
        TestFiles.write(
            folder.resolve("bad.jsonl"),
            "{\"id\":1}\n{\"id\":\"x\",\"loss\":null}\n{\"loss\":1}\n");
    assertEquals(
        new Run(
            1,
            good
                + ": ok\n"
                + bad
                + ":2:7: object.id: Expected a long but found \"x\" at $.id\n"
                + bad
                + ":2:18: object.loss: Expected a Double but found null at $.loss\n"
                + bad
                + ":3:1: Expected an object that fits but found another one (the member \"id\" is missing)\n",
            ""),
        Run.of("template", "check", template, good, bad));
    assertEquals(
        new Run(
            1,
            "-:1:17: object.id: Expected a long but found true at $[1].id\n"
                + "-:1:23: Expected ',' or the end of the array or object but found '{' at $[1]\n",
            ""),
        Run.on("[{\"id\":1},{\"id\":true} {\"id\":3}]", "template", "check", template, "-"));
    assertEquals(
        new Run(1, folder.resolve("gone.json") + ": there is no such file\n", ""),
        Run.of("template", "check", template, folder.resolve("gone.json")));
  }

  @Test
  void checkByOneThatComesAlong() {
    assertEquals(
        Run.good("-: ok\n"),
        Run.on(
            "{\"type\":\"Point\",\"coordinates\":[1,2.5]}", "template", "check", "geojson", "-"));
    for (String name : TemplateFile.names()) {
      assertTrue(LoadedTemplate.DESCRIPTION.contains(name), name);
    }
  }

  @Test
  void checkBySchema() throws IOException {
    Path schema =
        TestFiles.write(
            folder.resolve("schema.json"),
            "{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"x\"}},\"required\":[\"a\"]}");
    Run run = Run.on("{\"a\":\"y\"}", "template", "check", schema, "-");
    assertEquals(0, run.code());
    assertEquals("-: ok\n", run.out());
    assertEquals(
        "note: " + schema + ": #/properties/a: pattern is not carried out",
        run.err().lines().findFirst().orElse(""));
    assertEquals(1, Run.on("{}", "template", "check", schema, "-").code());
  }

  @Test
  void aBadTemplateIsAnError() throws IOException {
    Path bad = TestFiles.write(folder.resolve("bad.json"), "{\"template\":1,\"root\":\"int\"}");
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + bad
                + ":1:22: Expected a type but found \"int\" (there is no type 'int') at $.root"),
        Run.on("1", "template", "check", bad, "-"));
    Path schema = TestFiles.write(folder.resolve("schema.json"), "{\"$ref\":\"#/x\"}");
    assertEquals(
        Run.failed(1, "datason: " + schema + ": The $ref '#/x' leads nowhere"),
        Run.on("1", "template", "check", schema, "-"));
    assertEquals(
        Run.failed(1, "datason: " + folder.resolve("no.json") + ": there is no such file"),
        Run.on("1", "template", "check", folder.resolve("no.json"), "-"));
    assertEquals(
        Run.failed(
            2,
            "datason: Missing required parameters: 'T.json', 'FILE' (see 'datason template check"
                + " --help')"),
        Run.of("template", "check"));
  }

  @Test
  void convertByTemplate() throws IOException {
    Path file =
        TestFiles.write(
            folder.resolve("c.json"),
            RUN.replace("\"nullable\": false\n      }\n    }", "\"default\": 0.5}}")
                .replace("\"id\": {", "\"id\": {\"aliases\": [\"key\"],"));
    String json = "[{\"loss\":\"2\",\"key\":1},{\"id\":2}]";
    assertEquals(
        Run.good("[{\"id\":1,\"loss\":2.0},{\"id\":2,\"loss\":0.5}]\n"),
        Run.on(json, "convert", "--template", file, "-", "-"));
    assertEquals(
        Run.good("{\"id\":1,\"loss\":2.0}\n{\"id\":2,\"loss\":0.5}\n"),
        Run.on(json, "convert", "--template", file, "--to", "ndjson", "-", "-"));
    assertEquals(
        Run.good("[{\"id\":7,\"loss\":0.5}]\n"),
        Run.on("{\"key\":7}\n", "convert", "--template", file, "--from", "ndjson", "-", "-"));
    assertEquals(
        Run.good("{\"id\":7,\"loss\":0.5}\n"),
        Run.on("{\"key\":7}", "convert", "--template", file, "-", "-"));
    assertEquals(
        Run.good("{\"id\":7,\"loss\":0.5,\"more\":[1.50]}\n"),
        Run.on("{\"more\":[1.50],\"id\":7}", "convert", "--template", file, "-", "-"));
    assertEquals(
        Run.failed(1, "datason: -:1:7: object.id: Expected a Long but found null at $.id"),
        Run.on("{\"id\":null}", "convert", "--template", file, "-", "-"));
  }

  @Test
  void convertListsByTemplate() throws IOException {
    Path file =
        TestFiles.write(
            folder.resolve("l.json"),
            "{\"template\":1,\"root\":{\"type\":\"list\",\"items\":\"float64\"}}");
    assertEquals(
        Run.good("[1.0,2.5]\n"), Run.on("[1, 2.5]", "convert", "--template", file, "-", "-"));
    assertEquals(
        Run.good("1.0\n2.5\n"),
        Run.on("[1, 2.5]", "convert", "--template", file, "--to", "ndjson", "-", "-"));
    assertEquals(
        Run.good("[[1.0],[2.0]]\n"),
        Run.on("[1]\n[2]\n", "convert", "--template", file, "--from", "ndjson", "-", "-"));
  }

  @Test
  void tablesHaveNoTemplate() throws IOException {
    Path table = TestFiles.write(folder.resolve("a.csv"), "id\n1\n");
    assertEquals(
        Run.failed(
            2,
            "datason: --template is for JSON, and tables have schemas (see 'datason convert"
                + " --help')"),
        Run.of("convert", "--template", template, table, "-"));
    assertEquals(1, Run.of("template", "check", template, table).code());
    assertEquals(1, Run.of("template", "infer", table).code());
  }

  /** The lines of an experiment log are as its template says, and come back byte by byte. */
  @Test
  void anExperimentLog() throws IOException {
    Path log = folder.resolve("log");
    try (ExperimentLog runs = ExperimentLog.open(log)) {
      runs.append(
          org.datason.ml.experiment.Run.builder("baseline")
              .tag("iris")
              .parameter("day", LocalDate.EPOCH)
              .metric("loss", 0, 0.75)
              .metric("loss", 1, Double.NaN)
              .value("weights", Tensor.of(new double[] {1, 2}, 2))
              .build());
      runs.append(org.datason.ml.experiment.Run.of("other", Map.of("x", 1)));
    }
    Path lines = log.resolve("runs.jsonl");
    assertEquals(Run.good(lines + ": ok\n"), Run.of("template", "check", "experiment-run", lines));
    Path copy = folder.resolve("copy.jsonl");
    assertEquals(Run.quiet(), Run.of("convert", "--template", "experiment-run", lines, copy));
    assertEquals(TestFiles.read(lines), TestFiles.read(copy));
  }
}
