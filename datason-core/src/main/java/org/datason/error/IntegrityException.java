package org.datason.error;

/**
 * A document that carries a proof of what it is, a sealed one or one of a log, is something else:
 * it was changed or damaged, another key or another kind of seal was used, or members are missing
 * or too many. Nothing of it was given out.
 */
public final class IntegrityException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public IntegrityException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public IntegrityException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
