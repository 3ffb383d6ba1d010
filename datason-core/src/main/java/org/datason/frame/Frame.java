package org.datason.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A table: named columns of one length, each of a type of its own, and optionally labels of its
 * rows and a name. Immutable and thread-safe; compared bit by bit.
 *
 * <pre>{@code
 * Schema schema = Schema.of(
 *     new Field("id", FieldType.Simple.INT64), new Field("loss", FieldType.Simple.FLOAT64));
 * Frame runs = Frame.builder(schema).row(1L, 0.75).row(2L, null).build();
 *
 * runs.column("loss").getDouble(0); // 0.75
 * runs.column("loss").isMissing(1); // true
 * String json = datason.toJson(runs); // loads as a pandas.DataFrame in Python
 * Frame same = datason.fromJson(json, Frame.class);
 * }</pre>
 */
public final class Frame {

  private final String name;
  private final Schema schema;
  private final List<Column> columns;
  private final Series index;
  private final int size;
  private final FrameOrigin origin;

  /** What the document called the types; null for their usual names. */
  private final List<String> dtypes;

  Frame(String name, Schema schema, List<Column> columns, Series index, int size) {
    this(name, schema, columns, index, size, FrameOrigin.PANDAS, null);
  }

  private Frame(
      String name,
      Schema schema,
      List<Column> columns,
      Series index,
      int size,
      FrameOrigin origin,
      List<String> dtypes) {
    this.name = name;
    this.origin = Objects.requireNonNull(origin, "origin");
    this.dtypes = dtypes;
    this.schema = schema;
    this.columns = Collections.unmodifiableList(columns);
    this.index = index;
    this.size = size;
  }

  /**
   * A builder of a frame by its columns.
   *
   * @return the builder
   */
  public static FrameBuilder builder() {
    return builder(Schema.of());
  }

  /**
   * A builder of a frame, row by row or value by value.
   *
   * @param schema the columns
   * @return the builder
   */
  public static FrameBuilder builder(Schema schema) {
    return new FrameBuilder(schema);
  }

  /**
   * The name of the table.
   *
   * @return the name; null if it has none
   */
  public String name() {
    return name;
  }

  /**
   * The names and types of the columns.
   *
   * @return the schema
   */
  public Schema schema() {
    return schema;
  }

  /**
   * How many rows there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * The columns.
   *
   * @return all of them in their order, unmodifiable
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * A column by its place.
   *
   * @param i from 0
   * @return the column
   */
  public Column column(int i) {
    return columns.get(i);
  }

  /**
   * A column by its name.
   *
   * @param name the name
   * @return the column
   * @throws IllegalArgumentException if there is none of that name
   */
  public Column column(String name) {
    int i = schema.indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException("There is no column '" + name + "'; there are " + schema);
    }
    return columns.get(i);
  }

  /**
   * The labels of the rows.
   *
   * @return as many as there are rows; null where rows are told by their numbers
   */
  public Series index() {
    return index;
  }

  /**
   * A view on a row, which can be moved to others.
   *
   * @param i from 0
   * @return the row
   */
  public Row row(int i) {
    return new Row(this).moveTo(i);
  }

  /**
   * Some rows in a frame of their own; nothing is copied.
   *
   * @param start the first row
   * @param end after the last row
   * @return the frame
   */
  public Frame slice(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    List<Column> parts = new ArrayList<>(columns.size());
    for (Column column : columns) {
      parts.add(column.slice(start, end));
    }
    Series labels =
        index == null ? null : new Series(index.name(), index.column().slice(start, end));
    return new Frame(name, schema, parts, labels, end - start, origin, dtypes);
  }

  /**
   * What the frame is to Python.
   *
   * @return {@link FrameOrigin#PANDAS} unless it was loaded or set as something else
   */
  public FrameOrigin origin() {
    return origin;
  }

  /**
   * The same table as something else to Python.
   *
   * @param other what it is
   * @return a frame of the same columns
   */
  public Frame withOrigin(FrameOrigin other) {
    return other == origin ? this : new Frame(name, schema, columns, index, size, other, null);
  }

  /** The same table of polars, with the names of its types. */
  Frame ofPolars(List<String> names) {
    return new Frame(name, schema, columns, index, size, FrameOrigin.POLARS, names);
  }

  /** What polars calls the type of a column. */
  String dtype(int i) {
    return dtypes == null ? PolarsTypes.name(columns.get(i)) : dtypes.get(i);
  }

  /**
   * The rows of frames, one frame after the other.
   *
   * @param parts at least one, all of one schema, with labels or all without; the name is that of
   *     the first one. A dictionary has the categories of all, in the order in which they come
   * @return one frame with all rows
   * @throws IllegalArgumentException if there is none, they differ, also in categories that are
   *     ordered, or are together larger than a column can be
   */
  public static Frame concat(List<Frame> parts) {
    return FrameParts.concat(parts);
  }

  /** Whether the other one has the same name, columns and labels, bit by bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Frame that
        && size == that.size
        && Objects.equals(name, that.name)
        && schema.equals(that.schema)
        && Objects.equals(index, that.index)
        && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, schema, columns, index);
  }

  /** The first rows as a table. */
  @Override
  public String toString() {
    return FrameText.of(this);
  }
}
