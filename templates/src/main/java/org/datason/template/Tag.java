package org.datason.template;

import java.util.Map;

/**
 * How the classes below a sealed type are told apart.
 *
 * @param member the name of the member that tells
 * @param texts what it says, by the class
 */
record Tag(String member, Map<Class<?>, String> texts) {

  /** What tells a class: its simple name where nothing else is said. */
  String text(Class<?> c) {
    return texts.getOrDefault(c, c.getSimpleName());
  }
}
