package org.datason.redaction;

import java.util.ArrayList;
import java.util.List;
import org.datason.json.PathStep;
import org.datason.json.Place;

/**
 * A {@linkplain PathStep path} whose names may have wildcards: {@code $.runs[*].tok*}. Immutable.
 */
final class PathPattern {

  /** A step: a name, an index, any of both, or any number of steps. */
  private record Step(Glob name, int index, boolean anySteps) {

    boolean matches(Place place, int level) {
      if (name == null && index < 0) {
        return true;
      }
      String at = place.name(level);
      return at != null
          ? name != null && name.matches(Glob.fold(at))
          : index >= 0 && index == place.index(level);
    }
  }

  private final List<Step> steps = new ArrayList<>();

  /**
   * A pattern.
   *
   * @throws IllegalArgumentException if the text is no path
   */
  PathPattern(String text) {
    for (PathStep step : PathStep.parse(text)) {
      if (step.deep()) {
        steps.add(new Step(null, -1, true));
      }
      steps.add(new Step(step.name() == null ? null : new Glob(step.name()), step.index(), false));
    }
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
