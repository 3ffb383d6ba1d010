package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds a {@link Frame}: from whole columns, which are not copied, or by appending values. Not
 * thread-safe.
 *
 * <pre>{@code
 * Frame frame = Frame.builder()
 *     .column("x", Column.wrap(new double[] {0.5, 0.25}))
 *     .column("label", Column.of(FieldType.Simple.TEXT, "a", "b"))
 *     .build();
 * }</pre>
 */
public final class FrameBuilder {

  private final List<Field> fields = new ArrayList<>();
  private final List<ColumnBuilder> builders = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private Series index;
  private String name;

  FrameBuilder(Schema schema) {
    for (Field field : schema.fields()) {
      fields.add(field);
      builders.add(ColumnBuilder.of(field.type()));
      columns.add(null);
    }
  }

  /**
   * Sets the name of the table.
   *
   * @param name the name; null for none
   * @return this
   */
  public FrameBuilder name(String name) {
    this.name = name;
    return this;
  }

  /**
   * Adds a whole column.
   *
   * @param name its name
   * @param column the column
   * @return this
   */
  public FrameBuilder column(String name, Column column) {
    fields.add(new Field(name, column.type()));
    builders.add(null);
    columns.add(column);
    return this;
  }

  /**
   * The builder of a column of the schema, for appending without boxing.
   *
   * @param i the place in the schema
   * @return the builder
   */
  public ColumnBuilder column(int i) {
    ColumnBuilder builder = builders.get(i);
    if (builder == null) {
      throw new IllegalArgumentException(
          "The column '" + fields.get(i).name() + "' was given whole");
    }
    return builder;
  }

  /**
   * Appends a row.
   *
   * @param values one for each column of the schema, in its order; null is missing
   * @return this
   * @throws IllegalArgumentException if there are more or fewer, or one is not of its type
   */
  public FrameBuilder row(Object... values) {
    if (values.length != builders.size()) {
      throw new IllegalArgumentException(
          "Expected " + builders.size() + " values a row, not " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      try {
        column(i).append(values[i]);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Column '" + fields.get(i).name() + "': " + e.getMessage(), e);
      }
    }
    return this;
  }

  /**
   * Sets the labels of the rows.
   *
   * @param labels one for each row; null for none
   * @return this
   */
  public FrameBuilder index(Series labels) {
    index = labels;
    return this;
  }

  /**
   * The frame. The builder is not to be used any more.
   *
   * @return the frame
   * @throws IllegalArgumentException if columns or labels are of different lengths, or two columns
   *     have one name
   */
  public Frame build() {
    List<Column> built = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Column column = columns.get(i);
      built.add(column == null ? builders.get(i).build() : column);
    }
    return of(name, Schema.of(fields), built, index);
  }

  static Frame of(String name, Schema schema, List<Column> columns, Series index) {
    int size =
        index != null ? index.column().size() : columns.isEmpty() ? 0 : columns.get(0).size();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).size() != size) {
        throw new IllegalArgumentException(
            "Column '"
                + schema.field(i).name()
                + "' has "
                + columns.get(i).size()
                + " rows, not "
                + size);
      }
    }
    Objects.requireNonNull(schema);
    return new Frame(name, schema, columns, index, size);
  }
}
