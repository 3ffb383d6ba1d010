package org.datason.http;

import java.util.List;
import java.util.Objects;

/**
 * An endpoint at a path.
 *
 * @param segments those of the path, variables in braces
 */
record Route(String method, List<String> segments, Endpoint endpoint) {

  static Route of(String method, String path, Endpoint endpoint) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path begins with '/', unlike '" + path + "'");
    }
    Objects.requireNonNull(method, "method");
    return new Route(method, List.of(path.substring(1).split("/", -1)), endpoint);
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  long variables() {
    return segments.stream().filter(Route::isVariable).count();
  }
}
