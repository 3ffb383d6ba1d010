package org.datason.redaction;

import java.util.ArrayList;
import java.util.List;
import org.datason.json.Place;

/**
 * A path with wildcards: {@code $.runs[*].token}, {@code $..password}, {@code $["a.b"][0].*}.
 * Immutable.
 */
final class PathPattern {

  /** A step: a name, an index, or any number of steps. */
  private record Step(Glob name, int index, boolean anyItem, boolean anySteps) {

    boolean matches(Place place, int level) {
      String at = place.name(level);
      return at != null
          ? name != null && name.matches(Glob.fold(at))
          : anyItem || index >= 0 && index == place.index(level);
    }
  }

  private final List<Step> steps = new ArrayList<>();

  /**
   * A pattern.
   *
   * @throws IllegalArgumentException if the text is no path
   */
  PathPattern(String text) {
    int at = 1;
    if (!text.startsWith("$")) {
      throw refused(text, 0, "a path begins with $");
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '[') {
        at = bracket(text, at);
      } else if (c == '.') {
        at = dot(text, at + 1);
      } else {
        throw refused(text, at, "expected '.' or '['");
      }
    }
  }

  private int dot(String text, int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '.') {
      steps.add(new Step(null, -1, false, true));
      at++;
      if (at < text.length() && text.charAt(at) == '[') {
        return at;
      }
    }
    int end = at;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    if (end == at) {
      throw refused(text, at, "expected a name");
    }
    String name = text.substring(at, end);
    steps.add(new Step(new Glob(name), -1, name.equals("*"), false));
    return end;
  }

  private int bracket(String text, int from) {
    int end = text.indexOf(']', from);
    boolean quoted = text.startsWith("[\"", from);
    if (quoted) {
      end = text.indexOf("\"]", from + 2) + 1;
    }
    if (end <= from) {
      throw refused(text, from, quoted ? "expected \"] after the name" : "expected ]");
    }
    String inside = text.substring(from + (quoted ? 2 : 1), quoted ? end - 1 : end);
    if (quoted) {
      steps.add(new Step(new Glob(inside), -1, false, false));
    } else if (inside.equals("*")) {
      steps.add(new Step(null, -1, true, false));
    } else if (inside.matches("[0-9]{1,9}")) {
      steps.add(new Step(null, Integer.parseInt(inside), false, false));
    } else {
      throw refused(text, from + 1, "expected an index, * or a name in quotes");
    }
    return end + 1;
  }

  private static IllegalArgumentException refused(String text, int at, String reason) {
    return new IllegalArgumentException(
        "'" + text + "' is no path: " + reason + " (character " + (at + 1) + ")");
  }

  /** Whether a place is one that is meant. */
  boolean matches(Place place) {
    int s = 0;
    int resumeStep = -1;
    int resumeLevel = 0;
    int level = step(place, 0);
    while (level < place.size()) {
      if (s < steps.size() && steps.get(s).anySteps) {
        resumeStep = ++s;
        resumeLevel = level;
      } else if (s < steps.size() && steps.get(s).matches(place, level)) {
        s++;
        level = step(place, level + 1);
      } else if (resumeStep >= 0) {
        s = resumeStep;
        resumeLevel = step(place, resumeLevel + 1);
        level = resumeLevel;
      } else {
        return false;
      }
    }
    return s == steps.size();
  }

  /** The next level that is a step. */
  private static int step(Place place, int from) {
    int level = from;
    while (level < place.size() && place.name(level) == null && place.index(level) < 0) {
      level++;
    }
    return level;
  }
}
