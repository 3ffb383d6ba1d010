package org.datason.frame;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.MemberNames;

/** Gathers records, each field in a column of its own. */
final class StructBuilder extends ColumnBuilder {

  final Records records;

  StructBuilder(FieldType.Struct type) {
    this(type, new Records(type.schema()));
  }

  StructBuilder(FieldType type, Records records) {
    super(type);
    this.records = records;
  }

  /** The fields that came. */
  @Override
  public FieldType type() {
    return new FieldType.Struct(records.schema());
  }

  @Override
  void put(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw mismatch("a Map", value);
    }
    records.add(map);
  }

  @Override
  void putMissing() {
    records.addMissing();
  }

  @Override
  void read(JsonReader in) {
    records.read(in);
  }

  @Override
  Cells cells() {
    return new StructCells(size(), records.schema(), records.build());
  }

  /** Records as columns. */
  static final class StructCells extends Cells {

    private final int size;
    final Schema schema;
    final List<Column> columns;
    private final Column[] parts;
    private final MemberNames names = new MemberNames();

    StructCells(int size, Schema schema, List<Column> columns) {
      this.size = size;
      this.schema = schema;
      this.columns = columns;
      parts = columns.toArray(new Column[0]);
      schema.fields().forEach(field -> names.add(field.name()));
    }

    @Override
    long memory() {
      return columns.stream().mapToLong(Column::memory).sum();
    }

    @Override
    int size() {
      return size;
    }

    @Override
    Object get(int i) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int j = 0; j < columns.size(); j++) {
        map.put(schema.field(j).name(), columns.get(j).get(i));
      }
      return Collections.unmodifiableMap(map);
    }

    @Override
    void write(int i, JsonWriter out) {
      Layouts.row(names, parts, i, out);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      List<Column> those = ((StructCells) other).columns;
      boolean same = true;
      for (int k = 0; same && k < columns.size(); k++) {
        same = columns.get(k).same(i, those.get(k), j);
      }
      return same;
    }

    @Override
    int hash(int i) {
      int hash = 1;
      for (Column column : columns) {
        hash = 31 * hash + column.hash(i);
      }
      return hash;
    }
  }
}
