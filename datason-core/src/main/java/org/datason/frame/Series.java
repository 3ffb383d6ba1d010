package org.datason.frame;

import java.util.Objects;

/**
 * A column with a name, or without one: what pandas and polars call a Series, and the labels of a
 * frame's rows. Immutable.
 *
 * @param name the name, or null
 * @param column the values
 */
public record Series(String name, Column column) {

  /**
   * Checks that there is a column.
   *
   * @param name see the component
   * @param column see the component
   */
  public Series {
    Objects.requireNonNull(column, "column");
  }

  /** The name, type and values: {@code loss: float64[0.5, 0.25]}. */
  @Override
  public String toString() {
    return (name == null ? "" : name + ": ") + column;
  }
}
