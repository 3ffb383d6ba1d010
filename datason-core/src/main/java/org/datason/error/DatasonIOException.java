package org.datason.error;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

  /**
   * The error of a file that failed: {@code a.json cannot be read: there is no such file or
   * folder}.
   *
   * @param file the file
   * @param done what cannot be done to it: {@code read} or {@code written}
   * @param cause what led to it
   * @return the error, to be thrown
   */
  public static DatasonIOException ofFile(Path file, String done, IOException cause) {
    String message = file + " cannot be " + done + ": " + reason(cause);
    return new DatasonIOException(message, null, cause);
  }

  /**
   * What went wrong, in words; the messages of the JDK's own errors are often a file's name alone.
   *
   * @param e the error
   * @return the reason, never null
   */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof ClosedByInterruptException) {
      return "the thread was interrupted";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
