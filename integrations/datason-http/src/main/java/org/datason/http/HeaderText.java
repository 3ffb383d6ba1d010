package org.datason.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the value of a header token by token, after the grammar of RFC 9110. Not thread-safe. */
final class HeaderText {

  private static final String SYMBOLS = "!#$%&'*+-.^_`|~";

  private final String text;
  private int at;

  HeaderText(String text) {
    this.text = text;
  }

  // ---------------------------------------------------------------- tokens

  static boolean isTokenChar(char c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || SYMBOLS.indexOf(c) >= 0;
  }

  static void requireToken(String text) {
    boolean token = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      token &= isTokenChar(text.charAt(i));
    }
    if (!token) {
      throw new IllegalArgumentException("Expected a token of RFC 9110 but found '" + text + "'");
    }
  }

  /** A value as it stands in a header: in quotes where it is no token. */
  static String word(String value) {
    boolean token = !value.isEmpty();
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      token &= isTokenChar(c);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return token ? value : quoted.append('"').toString();
  }

  // ---------------------------------------------------------------- reading

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /** Takes a character and the space around it, if it is next. */
  boolean take(char c) {
    skipSpace();
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
      skipSpace();
    }
    return there;
  }

  boolean atEnd() {
    skipSpace();
    return at == text.length();
  }

  void end() {
    if (!atEnd()) {
      throw expected("the end");
    }
  }

  String token() {
    skipSpace();
    int from = at;
    while (at < text.length() && isTokenChar(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw expected("a token");
    }
    return text.substring(from, at);
  }

  /** A token, or what stands in quotes. */
  private String value() {
    if (at == text.length() || text.charAt(at) != '"') {
      return token();
    }
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw expected("a closing quote");
    }
    at++;
    return value.toString();
  }

  /** The parameters that come next, each behind a semicolon; their names in small letters. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (take(';')) {
      if (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != ',') {
        String name = token().toLowerCase(Locale.ROOT);
        if (!take('=')) {
          throw expected("'='");
        }
        parameters.putIfAbsent(name, value());
      }
    }
    return parameters;
  }

  MediaType mediaType() {
    String type = token();
    if (!take('/')) {
      throw expected("'/'");
    }
    String subtype = token();
    return new MediaType(type, subtype, parameters());
  }

  private IllegalArgumentException expected(String what) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(
        "Expected " + what + " but found " + found + " at character " + at + " of '" + text + "'");
  }
}
