package org.datason.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a file of settings in JSON: one object whose values are texts, numbers and booleans. The
 * engine is not at hand here, as it is made by settings.
 */
final class FlatJson {

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /**
   * The members of the object, their values as text.
   *
   * @throws IllegalArgumentException if the text is anything else, with the line
   */
  static Map<String, String> parse(String text) {
    return new FlatJson(text).object();
  }

  private Map<String, String> object() {
    Map<String, String> members = new LinkedHashMap<>();
    expect('{');
    if (next() == '}') {
      at++;
    } else {
      do {
        String name = string();
        expect(':');
        String value = next() == '"' ? string() : word();
        if (members.put(name, value) != null) {
          throw error("each setting once, not '" + name + "' again");
        }
      } while (hasMore());
    }
    if (next() >= 0) {
      throw error("the end");
    }
    return members;
  }

  private boolean hasMore() {
    int c = next();
    if (c != ',' && c != '}') {
      throw error("',' or '}'");
    }
    at++;
    return c == ',';
  }

  private String word() {
    int start = at;
    while (at < text.length() && " \t\r\n,}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!word.matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      at = start;
      throw error("a text, a number, true or false");
    }
    return word;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (; ; ) {
      if (at == text.length() || text.charAt(at) < ' ') {
        throw error("'\"' at the end of the text");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      value.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    int escape = at == text.length() ? -1 : "\"\\/bfnrtu".indexOf(text.charAt(at));
    if (escape < 0) {
      throw error("an escape");
    }
    at++;
    if (escape < 8) {
      return "\"\\/\b\f\n\r\t".charAt(escape);
    }
    try {
      char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
      at += 4;
      return c;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw error("four hexadecimal digits");
    }
  }

  private void expect(char c) {
    if (next() != c) {
      throw error("'" + c + "'");
    }
    at++;
  }

  /** Passes over white space; the character that follows, or -1. */
  private int next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : -1;
  }

  private IllegalArgumentException error(String expected) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalArgumentException("line " + line + ": expected " + expected);
  }
}
