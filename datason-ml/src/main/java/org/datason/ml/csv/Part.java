package org.datason.ml.csv;

import java.util.Arrays;
import java.util.function.Supplier;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.TextInference;
import org.datason.json.JsonReader;
import org.datason.json.TextBytes;

/** A column of a file that is being read, in the order of the file, or the labels of its rows. */
final class Part {

  /** A value that would change the type of a column after it has been settled. */
  static final class Unfit extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  private final String name;

  /** Makes what gathers the values of a batch; null where the values only tell the type. */
  private Supplier<ColumnBuilder> makes;

  private ColumnBuilder builder;

  /** Finds the type; null where it is given, or found by what gathers the values. */
  private final TextInference inference;

  /** The type that must not change any more; null where it may, or was given. */
  private FieldType fixed;

  private boolean json;
  private boolean mixed;
  private boolean hasEmpty;

  /**
   * A column without values.
   *
   * @param given makes what gathers the values; null where their type is inferred
   */
  Part(String name, Supplier<ColumnBuilder> given, boolean lenient, Inferring inferring) {
    this.name = name;
    boolean inferred = given == null;
    inference = inferred && inferring != Inferring.KEEPS ? new TextInference(lenient) : null;
    if (inferring != Inferring.TYPES) {
      makes = inferred ? () -> ColumnBuilder.ofTexts(lenient) : given;
      builder = makes.get();
    }
    type(inferred || builder == null ? Simple.TEXT : builder.type());
  }

  private void type(FieldType type) {
    json = Types.isJson(type);
    mixed = type == Simple.MIXED;
    hasEmpty = Types.hasEmptyText(type);
  }

  String name() {
    return name;
  }

  // ---------------------------------------------------------------- values

  void addMissing() {
    if (builder != null) {
      builder.appendMissing();
    }
  }

  void add(TextBytes text, Datason datason) {
    byte[] bytes = text.bytes();
    int length = text.length();
    if (length == 0 && !hasEmpty) {
      addMissing();
      return;
    }
    infer(bytes, length);
    if (builder == null) {
      return;
    }
    if (mixed && Types.isItself(bytes, length)) {
      builder.append(TextBytes.decode(bytes, 0, length));
    } else if (json) {
      addJson(Arrays.copyOf(bytes, length), datason);
    } else {
      builder.appendText(bytes, 0, length);
    }
  }

  private void infer(byte[] text, int length) {
    if (inference == null) {
      return;
    }
    inference.add(text, 0, length);
    if (fixed != null && !inference.type().equals(fixed)) {
      throw new Unfit(
          "Expected "
              + fixed
              + ", as in the sample at the beginning, but found '"
              + TextBytes.decode(text, 0, length)
              + "'");
    }
  }

  private void addJson(byte[] json, Datason datason) {
    try {
      JsonReader in = datason.reader(json);
      builder.appendFrom(in);
      in.end();
    } catch (DatasonException e) {
      throw new IllegalArgumentException("JSON of another kind: " + e.getMessage(), e);
    }
  }

  // ---------------------------------------------------------------- types

  /** The type of all values so far; null where it was given. */
  FieldType type() {
    return inference == null ? null : inference.type();
  }

  /** Lets values that would change an inferred type be errors; where there are none it is TEXT. */
  void fix() {
    if (inference != null) {
      boolean known = type() != Simple.MIXED;
      FieldType later = known ? type() : Simple.TEXT;
      fixed = later == Simple.TEXT ? null : later; // whatever comes is a text
      makes = () -> ColumnBuilder.of(later);
      type(later);
      if (!known) {
        int rows = builder.size();
        builder = makes.get();
        for (int i = 0; i < rows; i++) {
          builder.appendMissing();
        }
      }
    }
  }

  /** The values since the last time. */
  Column take() {
    Column column = builder.build();
    builder = makes.get();
    return column;
  }
}
