package org.datason.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a path with wildcards, as settings name places of documents: {@code $.runs[*].id}.
 *
 * <p>After {@code $}, a step is {@code .name}, {@code ['name']} or {@code ["name"]} (a member),
 * {@code [0]} (an item), {@code .*} or {@code [*]} (any member or item). With a second point before
 * it, {@code ..name}, {@code ..*} or {@code ..[0]}, any number of steps may come between. A name
 * with a point, a bracket, a quote or a space stands in brackets.
 *
 * @param name the member; null where the step is an item or any of both
 * @param index the item; -1 where the step is none
 * @param deep whether other steps may come between
 */
public record PathStep(String name, int index, boolean deep) {

  private static final String ENDS_NAME = ".[]'\" ";

  /**
   * Parses a path.
   *
   * @param path the path, from {@code $} on
   * @return its steps; none for the whole document
   * @throws IllegalArgumentException if it is no path
   */
  public static List<PathStep> parse(String path) {
    return new Parser(path).parse();
  }

  private static final class Parser {

    private final String path;
    private final List<PathStep> steps = new ArrayList<>();
    private int at;

    Parser(String path) {
      this.path = path;
    }

    List<PathStep> parse() {
      if (!take("$")) {
        throw error("'$'");
      }
      while (at < path.length()) {
        boolean deep = take("..");
        if (path.startsWith("[", at)) {
          steps.add(bracket(deep));
        } else if (deep || take(".")) {
          steps.add(member(deep));
        } else {
          throw error("'.', '[' or the end");
        }
      }
      return List.copyOf(steps);
    }

    private PathStep member(boolean deep) {
      int start = at;
      while (at < path.length() && ENDS_NAME.indexOf(path.charAt(at)) < 0) {
        at++;
      }
      if (at == start) {
        throw error("a name or '*'");
      }
      String name = path.substring(start, at);
      return new PathStep(name.equals("*") ? null : name, -1, deep);
    }

    private PathStep bracket(boolean deep) {
      if (take("[*]")) {
        return new PathStep(null, -1, deep);
      }
      for (String quote : new String[] {"'", "\""}) {
        int end = path.indexOf(quote + "]", at + 2);
        if (path.startsWith("[" + quote, at) && end >= 0) {
          String name = path.substring(at + 2, end);
          at = end + 2;
          return new PathStep(name, -1, deep);
        }
      }
      int end = path.indexOf(']', at);
      String inside = end < 0 ? "" : path.substring(at + 1, end);
      if (!inside.matches("[0-9]{1,9}")) {
        throw error("[*], [0] or ['name']");
      }
      at = end + 1;
      return new PathStep(null, Integer.parseInt(inside), deep);
    }

    private boolean take(String token) {
      boolean found = path.startsWith(token, at);
      at += found ? token.length() : 0;
      return found;
    }

    private IllegalArgumentException error(String expected) {
      String found = at < path.length() ? "'" + path.charAt(at) + "'" : "the end";
      return new IllegalArgumentException(
          "Expected "
              + expected
              + " but found "
              + found
              + " at character "
              + (at + 1)
              + " of the path \""
              + path
              + "\"");
    }
  }
}
