package org.datason.http;

import java.util.regex.Pattern;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.Location;

/** Problems that errors are, without what is nobody's business outside. Has no state. */
final class Problems {

  /** Names of classes with their packages. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("(?<![\\w.$])(?:[a-z_][a-z0-9_]*\\.)+(?:[A-Z]\\w*[.$])*[A-Z]\\w*(?:\\[\\])*");

  private Problems() {}

  /** The problem of a body that cannot be read. */
  static Problem ofBody(RuntimeException e) {
    int status = e instanceof LimitException ? 413 : 400;
    Location location = e instanceof DatasonException known ? known.location() : null;
    Problem usual = Problem.of(status, detail(e, location));
    return new Problem(status, usual.title(), usual.detail(), location);
  }

  /** The message without the place and without names of classes. */
  static String detail(RuntimeException e, Location location) {
    String message = String.valueOf(e.getMessage());
    String place = " at " + location;
    if (location != null && message.endsWith(place)) {
      message = message.substring(0, message.length() - place.length());
    }
    return CLASS_NAME.matcher(message).replaceAll("the type asked for");
  }
}
