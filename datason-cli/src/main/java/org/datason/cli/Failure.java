package org.datason.cli;

/** What ends a command with exit code 1; its message is all that the user needs. */
final class Failure extends RuntimeException {

  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
