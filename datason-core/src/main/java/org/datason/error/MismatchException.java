package org.datason.error;

/**
 * The text is JSON, but its value is not of the type or in the range that was asked for; or a file
 * of another format does not hold what that format asks for.
 */
public final class MismatchException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public MismatchException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public MismatchException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
