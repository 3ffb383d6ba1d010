package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingOptionsTest {

  private static final String DATED =
      "{\"b\":{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Instant\","
          + "\"__datason_value__\":\"2024-06-15T10:30:00+00:00\"},\"a\":1.50}";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void convertTakesAPreset() throws IOException {
    Run run = Run.of("convert", "--preset", "api", file("in.json", DATED), "-");
    assertEquals("{\"a\":1.50,\"b\":\"2024-06-15T10:30:00Z\"}\n", run.out());
    assertEquals(0, run.code());
  }

  @Test
  void convertTakesAFileOverThePreset() throws IOException {
    String config = file("c.json", "{\"dateForm\":\"epoch-millis\",\"indent\":1}");
    Run run = Run.of("convert", "--preset=api", "--config", config, file("in.json", DATED), "-");
    assertEquals("{\n \"a\": 1.50,\n \"b\": 1718447400000\n}\n", run.out());
    run = Run.of("convert", "--config", config, "--no-hints", file("in.json", DATED), "-");
    assertEquals("{\n \"b\": 1718447400000,\n \"a\": 1.50\n}\n", run.out());
    run = Run.of("convert", "--config", config, "--to=ndjson", file("in.json", "[1,[2]]"), "-");
    assertEquals("1\n[2]\n", run.out());
  }

  @Test
  void validateObeysSettings() throws IOException {
    String json = file("in.json", "{\"a\":1,\"a\":2}");
    assertEquals(json + ": ok\n", Run.of("validate", json).out());
    Run run = Run.of("validate", "--preset", "strict", json);
    assertEquals(json + ":1:8: Expected each member once but found \"a\" again\n", run.out());
    assertEquals(1, run.code());
    String config = file("c.properties", "maxDepth=1\n");
    assertEquals(
        json
            + ":1:2: More than 1 arrays and objects in one another; raise maxDepth if this is meant"
            + " at $[0]\n",
        Run.of("validate", "--config", config, file("in.json", "[[]]")).out());
  }

  @Test
  void inspectObeysSettings() throws IOException {
    Run run = Run.of("inspect", "--preset", "api", file("in.json", "[NaN]"));
    assertEquals(1, run.code());
  }

  @Test
  void wrongSettingsAreWrongUsage() throws IOException {
    String json = file("in.json", "1");
    assertUsage(
        "There is no preset 'fast'; there are defaults, ml, api, strict, performance and python",
        "--preset",
        "fast",
        json);
    String config = file("c.json", "{\"maxDepht\":1}");
    assertUsage(
        config + ": There is no setting 'maxDepht'; did you mean 'maxDepth'?",
        "--config",
        config,
        json);
  }

  private static void assertUsage(String message, String option, String value, String json) {
    Run run = Run.of("validate", option, value, json);
    assertEquals("datason: " + message + " (see 'datason validate --help')\n", run.err());
    assertEquals(2, run.code());
  }
}
