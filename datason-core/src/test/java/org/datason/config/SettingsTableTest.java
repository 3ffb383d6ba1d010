package org.datason.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation's table of settings says what the code does. */
class SettingsTableTest {

  private static final String HEAD =
      "| setting | default | ml | api | strict | performance | python | what it does |";
  private static final String[] PRESETS = {"ml", "api", "strict", "performance", "python"};

  @Test
  void theTableHasEverySettingWithItsDefaultAndPresets() throws IOException {
    Map<String, String> documented = rows();
    StringBuilder expected = new StringBuilder();
    StringBuilder actual = new StringBuilder();
    for (Setting setting : Setting.values()) {
      String row = documented.remove(setting.key());
      String what = row == null ? "?" : row.substring(row.lastIndexOf('|', row.length() - 2) + 2);
      expected.append(values(setting)).append(what.replace(" |", "")).append(" |\n");
      actual.append(row == null ? "" : row + "\n");
    }
    documented.values().forEach(row -> actual.append(row).append('\n'));
    assertEquals(
        expected.toString(), actual.toString(), "the table in docs/settings.md should be this");
  }

  /** All of a row but what the setting does; presets that change nothing are left blank. */
  private static String values(Setting setting) {
    String name = setting.key();
    String usual = DatasonConfig.defaults().toMap().get(name);
    StringBuilder row = new StringBuilder("| `" + name + "` | " + shown(usual) + " |");
    for (String preset : PRESETS) {
      String value = DatasonConfig.preset(preset).toMap().get(name);
      row.append(value.equals(usual) ? "  |" : " " + shown(value) + " |");
    }
    return row.append(' ').toString();
  }

  private static String shown(String value) {
    if (value.matches("[0-9]{5,}")) {
      return String.format("%,d", Long.valueOf(value));
    }
    return value.replace(",", ", ");
  }

  private static Map<String, String> rows() throws IOException {
    Path page = Path.of("docs", "settings.md");
    List<String> lines =
        Files.readAllLines(Files.exists(page) ? page : Path.of("..").resolve(page));
    Map<String, String> rows = new LinkedHashMap<>();
    int head = lines.indexOf(HEAD);
    for (String line : head < 0 ? new ArrayList<String>() : lines.subList(head + 2, lines.size())) {
      if (!line.startsWith("| `")) {
        break;
      }
      rows.put(line.substring(3, line.indexOf('`', 3)), line);
    }
    return rows;
  }
}
