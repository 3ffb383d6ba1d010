package org.datason.error;

/** A file, stream or channel failed; the cause is the {@link java.io.IOException}. */
public final class DatasonIOException extends DatasonException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   */
  public DatasonIOException(String message, Location location) {
    this(message, location, null);
  }

  /**
   * Makes the error with its cause.
   *
   * @param message what was expected and what was found; the place is added to it
   * @param location where, or null
   * @param cause what led to it, or null
   */
  public DatasonIOException(String message, Location location, Throwable cause) {
    super(message, location, cause);
  }
}
