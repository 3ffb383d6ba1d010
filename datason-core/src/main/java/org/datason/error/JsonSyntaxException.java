package org.datason.error;

/** The text is not JSON as RFC 8259 defines it (or as the settings widen it). */
public final class JsonSyntaxException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public JsonSyntaxException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public JsonSyntaxException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
