package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.MemberNames;

/** The names and columns of records, which may grow as records come. */
final class Records {

  /** Beyond so many columns they must not be almost empty. */
  static final int WIDE = 256;

  private static final int FULLEST = 64;

  /** Up to so many values a table may be as empty as it likes. */
  private static final int LARGE = 1 << 20;

  /** Of records with any members, whose types are inferred; null where a schema gives them. */
  private final Inference inference;

  private final MemberNames names = new MemberNames();
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private int rows;

  /** The number of the first row. */
  private long first;

  private long cells;

  /** Records with any members, of types that are inferred. */
  Records(Inference inference) {
    this.inference = inference;
  }

  Records(Schema schema) {
    this(schema, ofTypes(schema), null);
  }

  /**
   * Records of known fields.
   *
   * @param inference for members beyond them; null to refuse such
   */
  Records(Schema schema, List<ColumnBuilder> builders, Inference inference) {
    this.inference = inference;
    for (Field field : schema.fields()) {
      names.add(field.name());
    }
    columns.addAll(builders);
  }

  /** More records like those that others have gathered. */
  static Records like(Records others, Inference inference) {
    Records records = new Records(inference);
    for (int i = 0; i < others.columns.size(); i++) {
      records.names.add(others.names.get(i));
      records.columns.add(new InferringBuilder(inference, others.columns.get(i)));
    }
    return records;
  }

  private static List<ColumnBuilder> ofTypes(Schema schema) {
    List<ColumnBuilder> builders = new ArrayList<>();
    schema.fields().forEach(field -> builders.add(ColumnBuilder.of(field.type())));
    return builders;
  }

  /** Counts rows from a number on, in errors. */
  void countFrom(long row) {
    first = row;
  }

  int rows() {
    return rows;
  }

  /** The names of the columns. */
  List<String> names() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(names.get(i));
    }
    return all;
  }

  List<ColumnBuilder> columns() {
    return columns;
  }

  Schema schema() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(new Field(names.get(i), columns.get(i).type()));
    }
    return Schema.of(fields);
  }

  void add(Map<?, ?> map) {
    int known = 0;
    for (int i = 0; i < columns.size(); i++) {
      known += map.containsKey(names.get(i)) ? 1 : 0;
    }
    if (known < map.size()) {
      throw new IllegalArgumentException(
          "The record has members beyond the fields " + schema() + ": " + map.keySet());
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).pad(rows);
      columns.get(i).append(map.get(names.get(i)));
    }
    rows++;
  }

  void addMissing() {
    rows++;
  }

  /** Reads an object as the next row. */
  void read(JsonReader in) {
    int row = rows;
    int expected = 0;
    in.beginObject();
    while (in.hasNext()) {
      int i = in.readName(names, expected);
      if (i == columns.size()) {
        addColumn();
      }
      ColumnBuilder column = columns.get(i);
      if (column.size() != row) {
        fit(column, row, i);
      }
      append(column, i, in);
      cells++;
      expected = i + 1;
    }
    in.endObject();
    rows = row + 1;
  }

  private void append(ColumnBuilder column, int i, JsonReader in) {
    try {
      column.appendFrom(in);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + names.get(i) + "': " + e.getMessage(), e);
    }
  }

  private void addColumn() {
    if (inference == null) {
      throw new IllegalArgumentException(
          "The schema has no field '" + names.get(columns.size()) + "'");
    }
    if (columns.size() >= WIDE && (long) columns.size() * rows > FULLEST * (cells + 1)) {
      throw almostEmpty();
    }
    columns.add(new InferringBuilder(inference));
  }

  private void fit(ColumnBuilder column, int row, int i) {
    if (column.size() > row) {
      throw new IllegalArgumentException(
          "Row " + (first + row) + " has the member '" + names.get(i) + "' twice");
    }
    column.pad(row);
  }

  private static IllegalArgumentException almostEmpty() {
    return new IllegalArgumentException(
        "The records differ so much that a table of them would be almost empty");
  }

  /** Refuses columns to which many times more missing values would be added than they have. */
  static void checkFilled(List<ColumnBuilder> columns, int rows) {
    long values = rows;
    for (ColumnBuilder column : columns) {
      values += column.size();
    }
    checkFilled(columns.size(), rows, values);
  }

  /** Refuses so many columns of so many rows with too few values. */
  static void checkFilled(int columns, int rows, long values) {
    long all = (long) columns * rows;
    if (all > LARGE && all > FULLEST * values) {
      throw almostEmpty();
    }
  }

  /** The columns, each as long as there are rows. */
  List<Column> build() {
    checkFilled(columns, rows);
    List<Column> built = new ArrayList<>();
    for (ColumnBuilder column : columns) {
      column.pad(rows);
      built.add(column.build());
    }
    return built;
  }
}
