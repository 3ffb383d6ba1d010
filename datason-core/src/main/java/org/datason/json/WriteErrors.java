package org.datason.json;

import org.datason.error.LimitException;
import org.datason.error.Location;

/** Makes the errors of a {@link JsonWriter} where a limit of the settings is hit. */
final class WriteErrors {

  private static final String MEANT = "; raise it if the value is meant to be so large";

  private WriteErrors() {}

  static LimitException tooDeep(JsonWriter w, int max) {
    return new LimitException(
        "More than "
            + max
            + " arrays and objects in one another (a circular reference?); raise maxDepth if the"
            + " value is meant to be so deep",
        w.location());
  }

  static LimitException tooDeepForTheStack(StackOverflowError cause) {
    return new LimitException(
        "The value is nested too deep to be written on this thread's stack; lower maxDepth, or use"
            + " a thread with a larger stack",
        null,
        cause);
  }

  /** The error about the array at a level on the way to what is written now. */
  static LimitException tooManyItems(JsonWriter w, int level) {
    return new LimitException(
        "More than maxItems = " + w.maxItems + " items in one array" + MEANT, at(w, level));
  }

  /** The error about the object at a level on the way to what is written now. */
  static LimitException tooManyMembers(JsonWriter w, int level) {
    return new LimitException(
        "More than maxMembers = " + w.maxMembers + " members in one object" + MEANT, at(w, level));
  }

  private static Location at(JsonWriter w, int level) {
    return Location.ofPath(w.path().pathOfNext(true, level));
  }

  static LimitException tooLong(JsonWriter w, String what, String setting, int max) {
    return new LimitException(
        "A " + what + " is longer than " + setting + " = " + max + MEANT, w.location());
  }

  static LimitException tooLarge(long max) {
    return new LimitException("The JSON text is longer than maxBytes = " + max + MEANT, null);
  }
}
