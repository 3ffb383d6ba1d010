package org.datason.template;

import java.util.ArrayList;
import java.util.List;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.json.JsonReader;

/** Gathers what is wrong with a document, up to a number. */
final class Violations {

  /** A document of another kind altogether need not be described item by item. */
  private static final int MOST = 1000;

  private final List<Violation> list = new ArrayList<>();

  void add(DatasonException e) {
    if (list.size() < MOST) {
      list.add(Violation.of(e));
    }
  }

  /** Adds that a member came again, if the settings refuse that. */
  void addRepeated(JsonReader in, String name) {
    try {
      in.repeated(name);
    } catch (JsonSyntaxException e) {
      add(e);
    }
  }

  int size() {
    return list.size();
  }

  List<Violation> list() {
    return List.copyOf(list);
  }

  /** Names the field of those that were added from a place on and name none. */
  void name(String field, int from) {
    for (int i = from; i < list.size(); i++) {
      Violation v = list.get(i);
      if (v.message().startsWith("Expected ")) {
        list.set(i, new Violation(field + ": " + v.message(), v.location()));
      }
    }
  }
}
