package org.datason.error;

/** A limit of the configuration was hit; the message names the setting that moves it. */
public final class LimitException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public LimitException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public LimitException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
