package org.datason.error;

/**
 * A value has no form in JSON that would give the same value back, so it is refused rather than
 * approximated.
 */
public final class UnsupportedTypeException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public UnsupportedTypeException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public UnsupportedTypeException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
