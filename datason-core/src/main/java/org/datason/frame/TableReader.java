package org.datason.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.json.ArrayParts;
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

  /** Columns that several threads have read; null, as a whole or one by one, where none have. */
  private Column[] whole;

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
    JsonToken found = in.peek();
    if (found != kind) {
      throw new IllegalArgumentException(
          "it is laid out otherwise: expected " + word(kind) + ", not " + word(found));
    }
  }

  private static String word(JsonToken kind) {
    return switch (kind) {
      case BEGIN_OBJECT -> "an object";
      case BEGIN_ARRAY -> "an array";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      default -> "an end";
    };
  }

  // ---------------------------------------------------------------- row by row

  Frame records() {
    expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    return recordsToEnd(newRecords());
  }

  private Frame recordsToEnd(Records records) {
    ParallelRows parallel = new ParallelRows(in, spec, inference);
    while (in.hasNext()) {
      if (parallel.isDue() && parallel.read(part -> recordsOf(part, records))) {
        in.endArray();
        rows = parallel.rows();
        names = parallel.names();
        whole = parallel.columns().toArray(new Column[0]);
        return build();
      }
      expect(in, JsonToken.BEGIN_OBJECT);
      records.read(in);
    }
    in.endArray();
    take(records);
    return build();
  }

  private ParallelRows.Part recordsOf(ArrayParts.Part part, Records before) {
    Inference own = inference.again();
    Records records =
        spec == null
            ? Records.like(before, own)
            : new Records(ColumnSpec.schema(spec.fields()), newBuilders(), null);
    while (part.hasNext()) {
      expect(part.reader(), JsonToken.BEGIN_OBJECT);
      records.read(part.reader());
    }
    return new ParallelRows.Part(records.names(), records.columns(), records.rows(), own);
  }

  private List<ColumnBuilder> newBuilders() {
    return spec.fields().stream().map(ColumnSpec::newBuilder).toList();
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
    ParallelRows parallel = new ParallelRows(in, spec, inference);
    while (in.hasNext()) {
      if (parallel.isDue() && parallel.read(this::valuesOf)) {
        rows = parallel.rows();
        whole = parallel.columns().toArray(new Column[0]);
        break;
      }
      expect(in, JsonToken.BEGIN_ARRAY);
      readRow();
      rows++;
    }
    in.endArray();
  }

  private ParallelRows.Part valuesOf(ArrayParts.Part part) {
    Inference own = inference.again();
    TableReader table = new TableReader(part.reader(), null, own);
    table.names = builderNames();
    for (int i = 0; i < builders.size(); i++) {
      table.builders.add(
          spec == null
              ? new InferringBuilder(own, builders.get(i))
              : spec.fields().get(i).newBuilder());
    }
    table.rows = 0;
    while (part.hasNext()) {
      expect(part.reader(), JsonToken.BEGIN_ARRAY);
      table.readRow();
      table.rows++;
    }
    return new ParallelRows.Part(table.names, table.builders, table.rows, own);
  }

  /** The names of the columns, or their numbers. */
  private List<String> builderNames() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < builders.size(); i++) {
      all.add(names == null ? Integer.toString(i) : names.get(i));
    }
    return all;
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
      append(builders.get(i), i);
      i++;
    }
    in.endArray();
    if (i < builders.size()) {
      throw new IllegalArgumentException(
          "row " + rows + " has " + i + " values, not " + builders.size());
    }
  }

  private void append(ColumnBuilder builder, int i) {
    try {
      builder.appendFrom(in);
    } catch (IllegalArgumentException e) {
      throw ofColumn(i, e);
    }
  }

  private IllegalArgumentException ofColumn(int i, IllegalArgumentException e) {
    String column = names == null ? Integer.toString(i) : "'" + names.get(i) + "'";
    return new IllegalArgumentException("column " + column + ": " + e.getMessage(), e);
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
    int size = list ? items(i) : values(i);
    if (rows >= 0 && rows != size) {
      throw new IllegalArgumentException(
          "the column '"
              + name
              + "' has another number of rows than those before it: "
              + size
              + ", not "
              + rows);
    }
    rows = size;
    if (!list) {
      takeLabels();
    }
  }

  /** Reads the array of a column; how many values the column has then. */
  private int items(int i) {
    ColumnBuilder builder = builders.get(i);
    int before = whole(i) == null ? builder.size() : whole(i).size();
    in.beginArray();
    ParallelColumn large = new ParallelColumn(in);
    try {
      if (!builder.appendAllFrom(in, large)) {
        Column column = large.read(spec == null ? null : spec.fields().get(i), inference, builder);
        if (column == null) {
          builder.appendAllFrom(in);
        } else {
          whole = Arrays.copyOf(whole == null ? new Column[0] : whole, builders.size());
          whole[i] = column;
          in.endArray();
          return before + column.size();
        }
      }
    } catch (IllegalArgumentException e) {
      throw ofColumn(i, e);
    }
    in.endArray();
    return builder.size();
  }

  /** A column that several threads have read; null if they have not. */
  private Column whole(int i) {
    return whole == null || i >= whole.length ? null : whole[i];
  }

  private int values(int i) {
    ColumnBuilder builder = builders.get(i);
    in.beginObject();
    while (in.hasNext()) {
      label(builder.size());
      append(builder, i);
    }
    in.endObject();
    return builder.size();
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
    checkFilled(Math.max(0, rows));
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    int count = builders.isEmpty() && whole != null ? whole.length : builders.size();
    for (int i = 0; i < count; i++) {
      Column column = whole(i);
      if (column == null) {
        builders.get(i).pad(Math.max(0, rows));
        column = builders.get(i).build();
      }
      column = inference.recognized(column);
      fields.add(new Field(names == null ? Integer.toString(i) : names.get(i), column.type()));
      columns.add(column);
    }
    if (index != null && index.column().size() != Math.max(0, rows)) {
      throw new IllegalArgumentException("it has more or fewer labels than rows");
    }
    return new Frame(null, Schema.of(fields), columns, index, Math.max(0, rows));
  }

  /**
   * Large columns are either as long as the table or were looked at when they were put together.
   */
  private void checkFilled(int all) {
    if (whole == null) {
      Records.checkFilled(builders, all);
    }
  }

  private void checkRows() {
    if (rows >= 0 && rows != spec.rows()) {
      throw new IllegalArgumentException(
          "the schema says " + spec.rows() + " rows, and there are " + rows);
    }
  }

  private Frame described() {
    checkRows();
    checkFilled(Math.max(0, rows));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < spec.fields().size(); i++) {
      ColumnSpec field = spec.fields().get(i);
      if (whole(i) != null) {
        columns.add(whole(i));
        continue;
      }
      if (rows < 0 && field.builder().size() < spec.rows()) {
        throw new IllegalArgumentException("the column '" + field.name() + "' is missing");
      }
      field.builder().pad(spec.rows());
      columns.add(field.finish());
    }
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
