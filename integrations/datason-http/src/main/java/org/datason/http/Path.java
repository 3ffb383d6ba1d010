package org.datason.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The path of a request.
 *
 * @param segments what stands between the slashes, decoded
 */
record Path(List<String> segments) {

  static Path of(URI uri) {
    String raw = uri.getRawPath();
    List<String> segments = new ArrayList<>();
    for (String segment : raw.substring(Math.min(1, raw.length())).split("/", -1)) {
      segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return new Path(segments);
  }

  boolean matches(Route route) {
    boolean matches = segments.size() == route.segments().size();
    for (int i = 0; matches && i < segments.size(); i++) {
      String segment = route.segments().get(i);
      matches =
          Route.isVariable(segment) ? !segments.get(i).isEmpty() : segment.equals(segments.get(i));
    }
    return matches;
  }

  /** Takes a route in for its method, if it is the first or has fewer variables. */
  void best(Map<String, Route> found, Route route) {
    found.merge(route.method(), route, (a, b) -> b.variables() < a.variables() ? b : a);
  }

  Map<String, String> variables(Route route) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = route.segments().get(i);
      if (Route.isVariable(segment)) {
        variables.put(segment.substring(1, segment.length() - 1), segments.get(i));
      }
    }
    return variables;
  }
}
