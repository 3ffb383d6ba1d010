package org.datason.frame;

import java.util.Objects;

/**
 * A column with a name, or without one: what pandas and polars call a Series, and the labels of a
 * frame's rows. Immutable; compared by name and column, bit by bit.
 *
 * <pre>{@code
 * Series loss = new Series("loss", Column.wrap(new double[] {0.5, 0.25}));
 * datason.toJson(loss); // loads as a pandas.Series in Python
 * }</pre>
 */
public final class Series {

  private final String name;
  private final Column column;
  private final FrameOrigin origin;

  /** What the document called the type; null for the usual name. */
  private final String dtype;

  /**
   * A series.
   *
   * @param name the name, or null
   * @param column the values
   */
  public Series(String name, Column column) {
    this(name, column, FrameOrigin.PANDAS, null);
  }

  Series(String name, Column column, FrameOrigin origin, String dtype) {
    this.name = name;
    this.column = Objects.requireNonNull(column, "column");
    this.origin = Objects.requireNonNull(origin, "origin");
    this.dtype = dtype;
  }

  /**
   * The name.
   *
   * @return the name, or null
   */
  public String name() {
    return name;
  }

  /**
   * The values.
   *
   * @return the column
   */
  public Column column() {
    return column;
  }

  /**
   * What the series is to Python.
   *
   * @return {@link FrameOrigin#PANDAS} unless it was loaded or set as something else
   */
  public FrameOrigin origin() {
    return origin;
  }

  /**
   * The same values as something else to Python.
   *
   * @param other what they are
   * @return a series of the same column
   */
  public Series withOrigin(FrameOrigin other) {
    return other == origin ? this : new Series(name, column, other, null);
  }

  /** What the type is called where the series comes from. */
  String dtype() {
    if (dtype != null) {
      return dtype;
    }
    return origin == FrameOrigin.POLARS ? PolarsTypes.name(column) : Dtypes.pandas(column);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && Objects.equals(name, that.name)
        && column.equals(that.column);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, column);
  }

  /** The name, type and values: {@code loss: float64[0.5, 0.25]}. */
  @Override
  public String toString() {
    return (name == null ? "" : name + ": ") + column;
  }
}
