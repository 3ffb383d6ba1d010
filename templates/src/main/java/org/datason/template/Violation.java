package org.datason.template;

import org.datason.error.DatasonException;
import org.datason.error.Location;

/**
 * One place where a document is not as its template says.
 *
 * @param message what was expected, of which field, what was found, and where
 * @param location where
 */
public record Violation(String message, Location location) {

  static Violation of(DatasonException e) {
    return new Violation(e.getMessage(), e.location());
  }

  @Override
  public String toString() {
    return message;
  }
}
