package org.datason.frame;

import java.util.List;
import org.datason.json.JsonReader;

/** A table as {@link SchemaWriter} describes it. */
final class TableSpec {

  private List<ColumnSpec> fields = List.of();
  private ColumnSpec index;
  private int rows = -1;
  private String tableName;

  private TableSpec() {}

  static TableSpec read(JsonReader in) {
    TableSpec spec = new TableSpec();
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "fields" -> spec.fields = ColumnSpec.readAll(in);
        case "name" -> spec.tableName = in.readString();
        case "index" -> spec.index = ColumnSpec.read(in);
        case "rows" -> spec.rows = in.readInt();
        default -> in.skipValue();
      }
    }
    in.endObject();
    if (spec.rows > in.config().maxItems()) {
      throw new IllegalArgumentException(
          "the schema has " + spec.rows + " rows, more than maxItems = " + in.config().maxItems());
    }
    if (spec.rows < 0) {
      throw new IllegalArgumentException("the schema does not say how many rows there are");
    }
    return spec;
  }

  List<ColumnSpec> fields() {
    return fields;
  }

  /** The labels; null if there are none. */
  ColumnSpec index() {
    return index;
  }

  /** The name of the table; null if it has none. */
  String tableName() {
    return tableName;
  }

  int rows() {
    return rows;
  }
}
