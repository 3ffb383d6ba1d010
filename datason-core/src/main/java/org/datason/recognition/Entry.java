package org.datason.recognition;

import java.util.List;
import java.util.Objects;

/**
 * A recogniser in a list, with the paths where it counts.
 *
 * @param recognizer the recogniser
 * @param look its first look, asked for once
 * @param only the only places where it counts; empty for everywhere
 * @param except where it does not count
 */
record Entry(
    Recognizer<?> recognizer, FirstLook look, List<PathPattern> only, List<PathPattern> except) {

  Entry {
    Objects.requireNonNull(look, "the first look of a recognizer");
    only = List.copyOf(only);
    except = List.copyOf(except);
  }
}
