package org.datason.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A pattern of places in a document, as in JSONPath: {@code $.runs[*].id}. A step is {@code .name}
 * or {@code ['name']} (a member), {@code [*]} or {@code .*} (any item or member); with two points
 * before it, {@code ..name} or {@code ..*}, it may stand at any depth.
 */
record PathPattern(String text, List<Step> steps) {

  /**
   * A step.
   *
   * @param name the member; null for any member or item
   * @param deep whether other steps may come between
   */
  record Step(String name, boolean deep) {

    boolean takes(String member) {
      return name == null || name.equals(member);
    }
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PathPattern of(String text) {
    return new Parser(Objects.requireNonNull(text, "path")).parse();
  }

  /**
   * Parses a pattern of one place, but for the numbers of items.
   *
   * @throws IllegalArgumentException if it is of several, or none
   */
  static PathPattern place(String text) {
    PathPattern pattern = of(text);
    if (pattern.steps.stream().anyMatch(Step::deep)) {
      throw new IllegalArgumentException(
          "Expected one place but found the pattern \"" + text + '"');
    }
    return pattern;
  }

  private static final class Parser {

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    PathPattern parse() {
      if (!take("$")) {
        throw error("'$'");
      }
      while (at < text.length()) {
        boolean deep = take("..");
        if (text.startsWith("[", at)) {
          steps.add(new Step(bracket(), deep));
        } else if (deep || take(".")) {
          steps.add(new Step(name(), deep));
        } else {
          throw error("'.', '[' or the end");
        }
      }
      return new PathPattern(text, List.copyOf(steps));
    }

    private String name() {
      int start = at;
      while (at < text.length() && ".[]'\"* ".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (at > start) {
        return text.substring(start, at);
      }
      if (!take("*")) {
        throw error("a name or '*'");
      }
      return null;
    }

    private String bracket() {
      if (take("[*]")) {
        return null;
      }
      for (String quote : new String[] {"'", "\""}) {
        int end = text.indexOf(quote + "]", at + 2);
        if (text.startsWith("[" + quote, at) && end >= 0) {
          String name = text.substring(at + 2, end);
          at = end + 2;
          return name;
        }
      }
      throw error("[*] or ['name'], since items have no numbers here,");
    }

    private boolean take(String token) {
      boolean found = text.startsWith(token, at);
      at += found ? token.length() : 0;
      return found;
    }

    private IllegalArgumentException error(String expected) {
      String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
      return new IllegalArgumentException(
          "Expected "
              + expected
              + " but found "
              + found
              + " at character "
              + (at + 1)
              + " of the path \""
              + text
              + "\"");
    }
  }
}
