package org.datason.json;

import java.util.BitSet;

/**
 * A container whose parts are not written, since something else stands in its place. Its structure
 * is checked as that of a written one is.
 */
final class MutedValue {

  private final BitSet objects = new BitSet();
  private int depth;
  private boolean named;

  /** Whether what comes now is a part of it. */
  boolean isOpen() {
    return depth > 0;
  }

  void begin(boolean object) {
    objects.set(depth++, object);
    named = false;
  }

  void end(boolean object) {
    if (objects.get(depth - 1) != object || named) {
      throw new IllegalStateException(
          "no " + (object ? "object" : "array") + " to end here, in a value that is replaced");
    }
    depth--;
  }

  void name() {
    if (!objects.get(depth - 1) || named) {
      throw new IllegalStateException("no place for a name here, in a value that is replaced");
    }
    named = true;
  }

  void value() {
    if (objects.get(depth - 1) && !named) {
      throw new IllegalStateException(
          "a name must come before a value in an object, in a value that is replaced");
    }
    named = false;
  }
}
