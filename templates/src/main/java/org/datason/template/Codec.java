package org.datason.template;

import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * The interpreted twin of a part of a template: reads, writes and checks the values of one node.
 * Immutable, as seen from outside, and thread-safe.
 */
abstract class Codec implements TypeHandler<Object> {

  /** In place of a value that was checked and found wrong. */
  static final Object INVALID = new Object();

  @Override
  public abstract String expected();

  /** Whether this writes a value so that it can be read back; others are written with a hint. */
  abstract boolean takes(Object value);

  /**
   * Reads a value whose kind fits, reporting all that is wrong in it; by default it is a single
   * one.
   *
   * @return the value, or {@link #INVALID}
   */
  Object check(JsonReader in, Violations violations) {
    int place = in.skipToReadLater();
    try {
      return in.readLater(place, this::readValue);
    } catch (MismatchException e) {
      violations.add(e);
      return INVALID;
    }
  }

  /** Reads a value, or null, or one with a hint. */
  Object readValue(JsonReader in) {
    return in.readValue(this);
  }

  /** Writes a value, or null. */
  void writeValue(Object value, JsonWriter out) {
    if (value == null || takes(value)) {
      out.writeValue(value, this);
    } else {
      out.writeValue(value);
    }
  }

  /** What generated code calls to read and write the values: this, unless it is generated too. */
  TypeHandler<?> generated() {
    return this;
  }

  /** Whether there is nothing in it that a template has rules for. */
  boolean isLeaf() {
    return false;
  }

  @Override
  public String hint() {
    return "";
  }

  /** An error about a value, naming the field of the template unless it names one already. */
  static MismatchException named(String field, MismatchException e) {
    if (e.getCause() instanceof DatasonException || e.location() == null) {
      return e;
    }
    String place = " at " + e.location();
    String message = e.getMessage();
    String what =
        message.endsWith(place) ? message.substring(0, message.length() - place.length()) : message;
    return new MismatchException(field + ": " + what, e.location(), e);
  }
}
