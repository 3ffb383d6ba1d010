package org.datason.cli.serve;

import java.util.regex.Pattern;
import org.datason.http.HttpProblem;

/** Names of tables: what can stand in a path, and be the name of a file on any system. */
final class FrameName {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

  private FrameName() {}

  /** The name, if it is one. */
  static String of(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      throw new HttpProblem(
          400,
          "Expected a name of up to 100 ASCII letters, digits, '_', '-' and '.', the first of them a"
              + " letter, a digit or '_'");
    }
    return name;
  }

  static boolean isOne(String name) {
    return ALLOWED.matcher(name).matches();
  }
}
