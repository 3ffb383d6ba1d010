package org.datason.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.datason.error.DatasonIOException;

/** Settings as text: files, the class path and the environment. */
final class SettingSources {

  private static final String RESOURCE = "datason.properties";
  private static final String PREFIX = "DATASON_";
  private static final String PRESET = "preset";

  private SettingSources() {}

  static void file(DatasonConfigBuilder builder, Path file) {
    String name = file.toString();
    boolean json = name.endsWith(".json");
    if (!json && !name.endsWith(".properties")) {
      throw new IllegalArgumentException(name + ": its name must end with .json or .properties");
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? "there is no such file" : reason(e);
      throw new DatasonIOException(name + " cannot be read: " + reason, null, e);
    }
    Map<String, String> settings;
    try {
      settings = json ? FlatJson.parse(text) : properties(text);
    } catch (IllegalArgumentException e) {
      throw in(name, e);
    }
    apply(builder, settings, name);
  }

  /** What {@code datason.properties} on the class path says, if it is there. */
  static void classPath(DatasonConfigBuilder builder, ClassLoader loader) {
    InputStream found =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(RESOURCE)
            : loader.getResourceAsStream(RESOURCE);
    if (found == null) {
      return;
    }
    String text;
    try (InputStream in = found) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DatasonIOException(RESOURCE + " cannot be read: " + reason(e), null, e);
    }
    apply(builder, properties(text), RESOURCE + " on the class path");
  }

  /** What the variables say whose names begin with {@code DATASON_}. */
  static void environment(DatasonConfigBuilder builder, Map<String, String> variables) {
    Map<String, String> names = new HashMap<>();
    names.put(PREFIX + "PRESET", PRESET);
    for (Setting setting : Setting.values()) {
      names.put(variable(setting.key()), setting.key());
    }
    Map<String, String> settings = new LinkedHashMap<>();
    variables.forEach(
        (variable, value) -> {
          if (variable.startsWith(PREFIX)) {
            String name = names.get(variable);
            if (name == null) {
              throw new IllegalArgumentException(
                  "There is no setting for the variable "
                      + variable
                      + "; did you mean "
                      + Names.nearest(variable, names.keySet())
                      + "?");
            }
            settings.put(name, value);
          }
        });
    apply(builder, settings, "The variables " + PREFIX + "*");
  }

  /** The variable of a setting: {@code DATASON_MAX_DEPTH}. */
  static String variable(String key) {
    return PREFIX + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static void apply(
      DatasonConfigBuilder builder, Map<String, String> settings, String source) {
    try {
      if (settings.containsKey(PRESET)) {
        builder.preset(settings.get(PRESET).strip());
      }
      settings.forEach(
          (name, value) -> {
            if (!name.equals(PRESET)) {
              builder.set(name, value);
            }
          });
    } catch (IllegalArgumentException e) {
      throw in(source, e);
    }
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return settings;
  }

  private static IllegalArgumentException in(String source, IllegalArgumentException e) {
    return new IllegalArgumentException(source + ": " + e.getMessage(), e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
