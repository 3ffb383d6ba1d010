package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.MemberNames;

/** Reads the data of a table in each of the layouts, column by column or row by row. */
final class TableReader {

  private final JsonReader in;
  private final TableSpec spec;
  private final Inference inference;

  /** The names that a schema or the document gives; null as long as none are known. */
  private List<String> names;

  private List<ColumnBuilder> builders = new ArrayList<>();
  private int rows = -1;
  private final MemberNames labels = new MemberNames();
  private Series index;

  /**
   * A reader of one table.
   *
   * @param spec its schema; null to infer the types
   */
  TableReader(JsonReader in, TableSpec spec, Inference inference) {
    this.in = in;
    this.spec = spec;
    this.inference = inference;
    if (spec != null) {
      names = spec.fields().stream().map(ColumnSpec::name).toList();
      builders = ColumnSpec.builders(spec.fields());
    }
  }

  /** Reads data in the layout of a name. */
  Frame read(String orient) {
    return switch (orient) {
      case "records" -> records();
      case "split" -> split();
      case "values" -> rows();
      case "list", "dict" -> columns(orient.equals("list"));
      case "index" -> labelled();
      case "table" -> table();
      default -> throw new IllegalArgumentException("'" + orient + "' is no layout of a table");
    };
  }

  /** Reads records or values, whatever comes. */
  Frame array() {
    in.beginArray();
    boolean values = in.hasNext() && in.peek() == JsonToken.BEGIN_ARRAY;
    return values ? rowsToEnd() : recordsToEnd(newRecords());
  }

  static void expect(JsonReader in, JsonToken kind) {
    if (in.peek() != kind) {
      throw new IllegalArgumentException("it is laid out otherwise: expected " + kind);
    }
  }

  // ---------------------------------------------------------------- row by row

  Frame records() {
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    return recordsToEnd(newRecords());
  }

  private Frame recordsToEnd(Records records) {
    ParallelRecords parallel = new ParallelRecords(in, spec, inference);
    if (parallel.read()) {
      in.endArray();
      rows = parallel.rows();
      names = parallel.names();
      return spec == null ? inferred(parallel.columns()) : described(parallel.columns());
    }
    readRecords(records);
    return build();
  }

  private void readRecords(Records records) {
    while (in.hasNext()) {
      expect(in, JsonToken.BEGIN_OBJECT);
      records.read(in);
    }
    in.endArray();
    take(records);
  }

  private Records newRecords() {
    return spec == null
        ? new Records(inference)
        : new Records(ColumnSpec.schema(spec.fields()), builders, null);
  }

  private void take(Records records) {
    rows = records.rows();
    if (spec == null) {
      names = records.schema().fields().stream().map(Field::name).toList();
      builders = records.columns();
    }
  }

  /** Reads an array of arrays, of which the names are known or else are numbers. */
  Frame rows() {
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    return rowsToEnd();
  }

  private Frame rowsToEnd() {
    readRows();
    return build();
  }

  private void readRows() {
    rows = 0;
    while (in.hasNext()) {
      expect(in, JsonToken.BEGIN_ARRAY);
      readRow();
      rows++;
    }
    in.endArray();
  }

  private void readRow() {
    int i = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (i == builders.size()) {
        if (names != null || rows > 0) {
          throw new IllegalArgumentException("row " + rows + " has more values than " + i);
        }
        builders.add(new InferringBuilder(inference));
      }
      append(builders.get(i), i, false);
      i++;
    }
    in.endArray();
    if (i < builders.size()) {
      throw new IllegalArgumentException(
          "row " + rows + " has " + i + " values, not " + builders.size());
    }
  }

  /** Appends the value that comes next, and perhaps some more if they are items of the column. */
  private void append(ColumnBuilder builder, int i, boolean list) {
    try {
      builder.appendFrom(in);
      if (list) {
        builder.appendMoreFrom(in);
      }
    } catch (IllegalArgumentException e) {
      String column = names == null ? Integer.toString(i) : "'" + names.get(i) + "'";
      throw new IllegalArgumentException("column " + column + ": " + e.getMessage(), e);
    }
  }

  /** Reads an object of records by their labels. */
  private Frame labelled() {
    Records records = newRecords();
    expect(in, JsonToken.BEGIN_OBJECT);
    in.beginObject();
    while (in.hasNext()) {
      label(records.rows());
      expect(in, JsonToken.BEGIN_OBJECT);
      records.read(in);
    }
    in.endObject();
    take(records);
    takeLabels();
    return build();
  }

  // ---------------------------------------------------------------- column by column

  private Frame columns(boolean lists) {
    expect(in, JsonToken.BEGIN_OBJECT);
    in.beginObject();
    while (in.hasNext()) {
      column(in.readName(), lists);
    }
    in.endObject();
    if (!lists && rows >= 0) {
      takeLabels();
    }
    return build();
  }

  /** Reads a column as an array, or as an object of values by their labels. */
  void column(String name, boolean list) {
    expect(in, list ? JsonToken.BEGIN_ARRAY : JsonToken.BEGIN_OBJECT);
    int i = place(name);
    ColumnBuilder builder = builders.get(i);
    if (list) {
      in.beginArray();
    } else {
      in.beginObject();
    }
    while (in.hasNext()) {
      if (!list) {
        label(builder.size());
      }
      append(builder, i, list);
    }
    if (list) {
      in.endArray();
    } else {
      in.endObject();
    }
    if (rows >= 0 && rows != builder.size()) {
      throw new IllegalArgumentException(
          "the column '"
              + name
              + "' has another number of rows than those before it: "
              + builder.size()
              + ", not "
              + rows);
    }
    rows = builder.size();
    if (!list) {
      takeLabels();
    }
  }

  private int place(String name) {
    if (spec == null) {
      names = names == null ? new ArrayList<>() : names;
      names.add(name);
      builders.add(new InferringBuilder(inference));
      return names.size() - 1;
    }
    int i = names.indexOf(name);
    if (i < 0) {
      throw new IllegalArgumentException("the schema has no field '" + name + "'");
    }
    return i;
  }

  /** Reads the label of a row, which is the same in each column. */
  private void label(int row) {
    if (in.readName(labels, row) != row) {
      throw new IllegalArgumentException("its rows have not the same labels everywhere");
    }
  }

  private void takeLabels() {
    boolean numbers = true;
    for (int i = 0; i < labels.size(); i++) {
      numbers &= labels.get(i).equals(Integer.toString(i));
    }
    if (!numbers && spec == null) {
      ColumnBuilder texts = ColumnBuilder.of(FieldType.Simple.TEXT);
      for (int i = 0; i < labels.size(); i++) {
        texts.append(labels.get(i));
      }
      index = new Series(null, texts.build());
    }
  }

  // ---------------------------------------------------------------- parts apart

  private Frame split() {
    int dataAt = -1;
    List<String> columns = spec == null ? null : names;
    expect(in, JsonToken.BEGIN_OBJECT);
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "index" -> readIndex();
        case "columns" -> {
          List<String> texts = new ArrayList<>();
          readTexts(in, texts);
          names(texts);
          columns = texts;
        }
        case "data" -> {
          if (columns == null) {
            dataAt = in.skipToReadLater();
          } else {
            rowsOfSplit();
          }
        }
        default -> throw new IllegalArgumentException("it has other members than a split table");
      }
    }
    if (dataAt >= 0) {
      in.readLater(dataAt, this::rowsOfSplit);
    }
    in.endObject();
    if (columns == null || rows < 0) {
      throw new IllegalArgumentException("a split table has columns and data");
    }
    return build();
  }

  private void rowsOfSplit() {
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    readRows();
  }

  /** Sets the names that stand apart from the data. */
  void names(List<String> texts) {
    if (spec != null) {
      if (!names.equals(texts)) {
        throw new IllegalArgumentException("the schema has other names than the table");
      }
      return;
    }
    names = texts;
    for (int i = 0; i < texts.size(); i++) {
      builders.add(new InferringBuilder(inference));
    }
  }

  static void readTexts(JsonReader in, List<String> texts) {
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    while (in.hasNext()) {
      expect(in, JsonToken.STRING);
      texts.add(in.readString());
    }
    in.endArray();
  }

  /** Reads the labels of the rows. */
  void readIndex() {
    if (spec != null && spec.index() == null) {
      in.skipValue(); // the numbers of the rows
      return;
    }
    ColumnBuilder builder = spec == null ? new InferringBuilder(inference) : spec.index().builder();
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    builder.appendAllFrom(in);
    in.endArray();
    if (spec == null) {
      Column column = builder.build();
      index = isRange(column) ? null : new Series(null, column);
    } else {
      index = new Series(spec.index().name(), spec.index().finish());
    }
  }

  static boolean isRange(Column column) {
    boolean range = column.type() == FieldType.Simple.INT64 || column.size() == 0;
    for (int i = 0; range && i < column.size(); i++) {
      range = !column.isMissing(i) && column.getLong(i) == i;
    }
    return range;
  }

  private Frame table() {
    int schemaAt = -1;
    int dataAt = -1;
    expect(in, JsonToken.BEGIN_OBJECT);
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "schema" -> schemaAt = in.skipToReadLater();
        case "data" -> dataAt = in.skipToReadLater();
        default -> throw new IllegalArgumentException("it has other members than schema and data");
      }
    }
    if (schemaAt < 0 || dataAt < 0) {
      throw new IllegalArgumentException("a table has a schema and data");
    }
    Frame frame = table(schemaAt, dataAt);
    in.endObject();
    return frame;
  }

  /** Reads the layout of pandas' Table Schema, whose members were passed over. */
  Frame table(int schemaAt, int dataAt) {
    TableSchema[] schema = new TableSchema[1];
    in.readLater(schemaAt, () -> schema[0] = TableSchema.read(in));
    Records records =
        spec == null
            ? new Records(inference)
            : new Records(ColumnSpec.schema(spec.fields()), builders, inference);
    in.readLater(
        dataAt,
        () -> {
          expect(in, JsonToken.BEGIN_ARRAY);
          in.beginArray();
          readRecords(records);
        });
    if (spec == null) {
      return schema[0].apply(build());
    }
    if (records.columns().size() > spec.fields().size() + 1) {
      throw new IllegalArgumentException("the table has more fields than the schema");
    }
    return build();
  }

  // ---------------------------------------------------------------- the frame

  Frame build() {
    return spec == null ? inferred() : described();
  }

  private Frame inferred() {
    Records.checkFilled(builders, Math.max(0, rows));
    List<Column> columns = new ArrayList<>();
    for (ColumnBuilder builder : builders) {
      builder.pad(Math.max(0, rows));
      columns.add(builder.build());
    }
    return inferred(columns);
  }

  private Frame inferred(List<Column> values) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Column column = inference.recognized(values.get(i));
      fields.add(new Field(names == null ? Integer.toString(i) : names.get(i), column.type()));
      columns.add(column);
    }
    if (index != null && index.column().size() != Math.max(0, rows)) {
      throw new IllegalArgumentException("it has more or fewer labels than rows");
    }
    return new Frame(null, Schema.of(fields), columns, index, Math.max(0, rows));
  }

  private void checkRows() {
    if (rows >= 0 && rows != spec.rows()) {
      throw new IllegalArgumentException(
          "the schema says " + spec.rows() + " rows, and there are " + rows);
    }
  }

  private Frame described() {
    checkRows();
    Records.checkFilled(builders, rows < 0 ? 0 : rows);
    List<Column> columns = new ArrayList<>();
    for (ColumnSpec field : spec.fields()) {
      if (rows < 0 && field.builder().size() < spec.rows()) {
        throw new IllegalArgumentException("the column '" + field.name() + "' is missing");
      }
      field.builder().pad(spec.rows());
      columns.add(field.finish());
    }
    return described(columns);
  }

  private Frame described(List<Column> columns) {
    checkRows();
    if (spec.index() != null && index == null) {
      if (spec.index().values() == null) {
        throw new IllegalArgumentException("the schema has no values of the labels");
      }
      index = new Series(spec.index().name(), spec.index().values());
    }
    Schema schema = ColumnSpec.schema(spec.fields());
    return new Frame(spec.tableName(), schema, columns, index, spec.rows());
  }
}
