package org.datason.recognition;

import java.util.List;
import java.util.Objects;
import org.datason.json.PathStep;

/**
 * A pattern of places in a document, {@code $.runs[*].id}: a {@linkplain PathStep path} without
 * numbers of items, since all items of an array are one place.
 */
record PathPattern(String text, List<PathStep> steps) {

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PathPattern of(String text) {
    List<PathStep> steps = PathStep.parse(Objects.requireNonNull(text, "path"));
    for (PathStep step : steps) {
      if (step.index() >= 0) {
        throw refused("[*] or ['name'], since items have no numbers here,", step.index(), text);
      }
      if (step.name() != null && step.name().contains("*")) {
        throw refused("a whole name or '*'", "'" + step.name() + "'", text);
      }
    }
    return new PathPattern(text, steps);
  }

  /**
   * Parses a pattern of one place, but for the numbers of items.
   *
   * @throws IllegalArgumentException if it is of several, or none
   */
  static PathPattern place(String text) {
    PathPattern pattern = of(text);
    if (pattern.steps.stream().anyMatch(PathStep::deep)) {
      throw new IllegalArgumentException(
          "Expected one place but found the pattern \"" + text + '"');
    }
    return pattern;
  }

  private static IllegalArgumentException refused(String expected, Object found, String path) {
    return new IllegalArgumentException(
        "Expected " + expected + " but found " + found + " in the path \"" + path + '"');
  }

  /** Whether a step takes a member. */
  static boolean takes(PathStep step, String member) {
    return step.name() == null || step.name().equals(member);
  }
}
