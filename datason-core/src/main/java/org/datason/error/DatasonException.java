package org.datason.error;

/**
 * Anything that goes wrong while a value is written or read. Its subclasses say what kind of thing
 * went wrong; {@link #location()} says where.
 *
 * <pre>{@code
 * try {
 *   datason.fromJson("[1, 2,, 3]");
 * } catch (JsonSyntaxException e) {
 *   e.getMessage(); // Expected a value but found ',' at $[2] (line 1, column 7, offset 6)
 * }
 * }</pre>
 */
public abstract sealed class DatasonException extends RuntimeException
    permits DatasonIOException,
        IntegrityException,
        JsonSyntaxException,
        LimitException,
        MismatchException,
        UnsupportedTypeException {

  private static final long serialVersionUID = 1L;

  private final transient Location location;

  DatasonException(String message, Location location, Throwable cause) {
    super(location == null ? message : message + " at " + location, cause);
    this.location = location;
  }

  /**
   * Where it went wrong.
   *
   * @return the place, or null where there is none (a file that cannot be opened, say)
   */
  public final Location location() {
    return location;
  }
}
