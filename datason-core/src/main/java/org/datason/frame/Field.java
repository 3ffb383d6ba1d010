package org.datason.frame;

import java.util.Objects;

/**
 * A name and the type of the values that go by it.
 *
 * @param name any text, the empty one included
 * @param type the type
 */
public record Field(String name, FieldType type) {

  /**
   * Checks that nothing is null.
   *
   * @param name see the component
   * @param type see the component
   */
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
