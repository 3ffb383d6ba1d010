package org.datason.http;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.Location;
import org.datason.error.UnsupportedTypeException;

/** Problems that errors are, without what is nobody's business outside. Has no state. */
final class Problems {

  /** Names of classes with their packages. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("(?<![\\w.$\"])(?:[a-z_][a-z0-9_]*\\.)+(?:[A-Z]\\w*[.$])*[A-Z]\\w*(?:\\[])*");

  private static final Pattern EXPECTED = Pattern.compile("^Expected an? ([A-Z]\\w*) but ");

  /** Classes of the JDK whose names say what is to be sent. */
  private static final Set<String> TELLING =
      Set.of(
          "BigDecimal",
          "BigInteger",
          "Currency",
          "Duration",
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "Locale",
          "OffsetDateTime",
          "OffsetTime",
          "URI",
          "URL",
          "UUID",
          "ZoneId",
          "ZonedDateTime");

  private static final Map<String, String> SHAPES =
      Map.of("Frame", "a table", "Table", "a table", "Tensor", "a tensor", "INDArray", "a tensor");

  private Problems() {}

  /** Whether a body cannot be read because the type that is asked for cannot. */
  static boolean isOfProgram(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsupportedTypeException) {
        return true;
      }
    }
    return false;
  }

  /** The problem of a body that cannot be read. */
  static Problem ofBody(RuntimeException e) {
    int status = e instanceof LimitException ? 413 : 400;
    Location location = e instanceof DatasonException known ? known.location() : null;
    Problem usual = Problem.of(status, detail(e, location));
    return new Problem(status, usual.title(), usual.detail(), location);
  }

  /** The message without the place, names of classes and what other code said. */
  static String detail(RuntimeException e, Location location) {
    String message = String.valueOf(e.getMessage());
    String place = " at " + location;
    if (location != null && message.endsWith(place)) {
      message = message.substring(0, message.length() - place.length());
    }
    Throwable foreign = e.getCause() == null ? null : e.getCause().getCause();
    if (foreign != null) {
      int said = message.indexOf(" (" + foreign.getClass().getSimpleName());
      message = said < 0 ? message : message.substring(0, said);
    }
    Matcher expected = EXPECTED.matcher(message);
    if (expected.find() && !TELLING.contains(expected.group(1))) {
      String shape = SHAPES.getOrDefault(expected.group(1), "another value");
      message = "Expected " + shape + " but " + message.substring(expected.end());
    }
    return CLASS_NAME.matcher(message).replaceAll("another type");
  }
}
