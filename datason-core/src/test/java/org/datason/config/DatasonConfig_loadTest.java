package org.datason.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.error.DatasonIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasonConfig_loadTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsJson() throws IOException {
    Path file =
        file(
            "a.json",
            "{ \"maxDepth\": 64, \"sortKeys\": true,\n \"dateForm\": \"pattern:dd.MM.uuuu \\\"\\u0041\\\"\","
                + "\"enumForm\":\"ordinal\" }\n");
    assertEquals(
        DatasonConfig.builder()
            .maxDepth(64)
            .sortKeys(true)
            .dateForm(DateForm.pattern("dd.MM.uuuu \"A\""))
            .enumForm(EnumForm.ORDINAL)
            .build(),
        DatasonConfig.load(file));
    assertEquals(DatasonConfig.defaults(), DatasonConfig.load(file("b.json", "{}")));
  }

  @Test
  void readsProperties() throws IOException {
    Path file =
        file(
            "a.properties",
            "# for the service\nmaxDepth = 64\nsortKeys=true\nnonFiniteForm: bare_token\n"
                + "dateForm=pattern:dd.MM.uuuu\n");
    assertEquals(
        DatasonConfig.builder()
            .maxDepth(64)
            .sortKeys(true)
            .nonFiniteForm(NonFiniteForm.BARE_TOKEN)
            .dateForm(DateForm.pattern("dd.MM.uuuu"))
            .build(),
        DatasonConfig.load(file));
  }

  @Test
  void aPresetComesBeforeAllOthersOfItsFile() throws IOException {
    DatasonConfig expected = DatasonConfig.api().toBuilder().maxDepth(9).indent(2).build();
    Path json = file("a.json", "{\"maxDepth\":9,\"preset\":\"api\",\"indent\":2}");
    assertEquals(expected, DatasonConfig.load(json));
    Path properties = file("a.properties", "maxDepth=9\npreset=api\nindent=2\n");
    assertEquals(expected, DatasonConfig.load(properties));
  }

  @Test
  void whatASettingIsGivesTheSameSettingBack() throws IOException {
    for (String name : new String[] {"ml", "api", "strict", "performance", "python"}) {
      DatasonConfig preset = DatasonConfig.preset(name);
      StringBuilder text = new StringBuilder();
      preset.toMap().forEach((k, v) -> text.append(k).append('=').append(v).append('\n'));
      assertEquals(preset, DatasonConfig.load(file(name + ".properties", text.toString())));
    }
  }

  @Test
  void errorsNameTheFileAndTheWayOut() throws IOException {
    assertError(": There is no setting 'maxDepht'; did you mean 'maxDepth'?", "{\"maxDepht\": 1}");
    assertError(": maxDepth must be at least 1, not 0", "{\"maxDepth\": 0}");
    assertError(": maxDepth must be a whole number, not '1.5'", "{\"maxDepth\": 1.5}");
    assertError(": sortKeys must be true or false, not 'yes'", "{\"sortKeys\": \"yes\"}");
    assertError(
        ": There is no preset 'fast'; there are defaults, ml, api, strict, performance and python",
        "{\"preset\": \"fast\"}");
    assertError(": line 1: expected '{'", "[]");
    assertError(": line 1: expected '{'", "");
    assertError(": line 2: expected ',' or '}'", "{\"indent\":1\n\"sortKeys\":true}");
    assertError(": line 1: expected a text, a number, true or false", "{\"indent\":null}");
    assertError(": line 1: expected a text, a number, true or false", "{\"indent\":{}}");
    assertError(
        ": line 1: expected each setting once, not 'indent' again", "{\"indent\":1,\"indent\":2}");
    assertError(": line 1: expected '\"'", "{\"indent\":1,}");
    assertError(": line 1: expected '\"' at the end of the text", "{\"indent");
    assertError(": line 1: expected an escape", "{\"\\x\":1}");
    assertError(": line 1: expected four hexadecimal digits", "{\"\\u12\":1}");
    assertError(": line 1: expected the end", "{} {}");
  }

  private void assertError(String message, String json) throws IOException {
    Path file = file("bad.json", json);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DatasonConfig.load(file));
    assertEquals(file + message, e.getMessage());
  }

  @Test
  void contradictionsInAFileAreErrors() throws IOException {
    Path file = file("a.json", "{\"hints\":false,\"exactNumbers\":true}");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DatasonConfig.load(file));
    assertEquals("exactNumbers(true) contradicts hints(false): drop one of them", e.getMessage());
  }

  @Test
  void otherFilesAreErrors() throws IOException {
    Path yaml = folder.resolve("a.yaml");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DatasonConfig.load(yaml));
    assertEquals(yaml + ": its name must end with .json or .properties", e.getMessage());
    Path missing = folder.resolve("none.json");
    DatasonIOException io =
        assertThrows(DatasonIOException.class, () -> DatasonConfig.load(missing));
    assertEquals(missing + " cannot be read: there is no such file", io.getMessage());
  }

  @Test
  void theEnvironmentGoesOverTheClassPath() throws IOException {
    file("datason.properties", "maxDepth=5\nindent=3\n");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", "/bin");
    variables.put("DATASON_MAX_DEPTH", "7");
    variables.put("DATASON_SORT_KEYS", "true");
    assertEquals(
        DatasonConfig.builder().indent(3).maxDepth(7).sortKeys(true).build(),
        surroundings(variables));
    assertEquals(DatasonConfig.builder().indent(3).maxDepth(5).build(), surroundings(Map.of()));
  }

  @Test
  void aLaterPresetTakesThePlaceOfAllBefore() throws IOException {
    file("datason.properties", "maxDepth=5\nindent=3\n");
    assertEquals(
        DatasonConfig.api().toBuilder().maxDepth(7).build(),
        surroundings(Map.of("DATASON_MAX_DEPTH", "7", "DATASON_PRESET", "api")));
  }

  @Test
  void errorsInTheSurroundingsNameThem() throws IOException {
    assertEquals(
        "There is no setting for the variable DATASON_MAX_DEPHT; did you mean DATASON_MAX_DEPTH?",
        error(Map.of("DATASON_MAX_DEPHT", "7")));
    assertEquals(
        "The variables DATASON_*: maxDepth must be at least 1, not 0",
        error(Map.of("DATASON_MAX_DEPTH", "0")));
    file("datason.properties", "maxDept=5\n");
    assertEquals(
        "datason.properties on the class path: There is no setting 'maxDept'; did you mean"
            + " 'maxDepth'?",
        error(Map.of()));
  }

  private String error(Map<String, String> variables) {
    return assertThrows(IllegalArgumentException.class, () -> surroundings(variables)).getMessage();
  }

  private DatasonConfig surroundings(Map<String, String> variables) throws IOException {
    DatasonConfigBuilder builder = DatasonConfig.builder();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      SettingSources.classPath(builder, loader);
    }
    SettingSources.environment(builder, variables);
    return builder.build();
  }

  @Test
  void everySettingHasAVariable() {
    assertEquals("DATASON_MAX_STRING_LENGTH", SettingSources.variable("maxStringLength"));
    for (Setting setting : Setting.values()) {
      DatasonConfigBuilder builder = DatasonConfig.builder();
      String value = DatasonConfig.defaults().toMap().get(setting.key());
      SettingSources.environment(builder, Map.of(SettingSources.variable(setting.key()), value));
      assertEquals(DatasonConfig.defaults(), builder.build());
    }
  }
}
