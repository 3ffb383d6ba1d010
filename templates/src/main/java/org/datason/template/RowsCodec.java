package org.datason.template;

import java.util.List;
import org.datason.error.MismatchException;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.KnownNames;

/** An array of records, as a frame. */
final class RowsCodec extends Codec {

  private final ObjectCodec records;
  private final Schema schema;

  /**
   * A codec.
   *
   * @param records reads a record as a map, for the rules and for checking
   * @param schema the columns
   */
  RowsCodec(ObjectCodec records, Schema schema) {
    this.records = records;
    this.schema = schema;
  }

  ObjectCodec records() {
    return records;
  }

  Schema schema() {
    return schema;
  }

  KnownNames names() {
    return records.names();
  }

  List<TemplateField> fields() {
    return records.node().fields();
  }

  String label(int i) {
    return records.fields()[i].label();
  }

  void unknown(JsonReader in) {
    records.unknown(in, null);
  }

  @Override
  public String expected() {
    return "an array";
  }

  @Override
  boolean takes(Object value) {
    return value instanceof Frame;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) (Class<?>) Frame.class;
  }

  @Override
  public Object read(JsonReader in) {
    Rows rows = new Rows(this);
    in.beginArray();
    while (in.hasNext()) {
      expectRow(in);
      in.readValue(rows);
    }
    in.endArray();
    return rows.build();
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    if (in.peek() != JsonToken.BEGIN_ARRAY) {
      return super.check(in, violations);
    }
    int before = violations.size();
    in.beginArray();
    while (in.hasNext()) {
      if (isRow(in, violations)) {
        records.check(in, violations);
      } else {
        in.skipValue();
      }
    }
    in.endArray();
    return violations.size() > before ? INVALID : null; // nobody makes a value of it
  }

  private static boolean isRow(JsonReader in, Violations violations) {
    try {
      expectRow(in);
      return true;
    } catch (MismatchException e) {
      violations.add(e);
      return false;
    }
  }

  /** Refuses what comes next if it would make no row: also null, and what has a hint. */
  static void expectRow(JsonReader in) {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw in.mismatch("an object");
    }
    if (in.isHintedNext()) {
      throw in.mismatch("an object without a hint");
    }
  }

  @Override
  public void write(Object value, JsonWriter out) {
    Frame frame = (Frame) value;
    if (!frame.schema().equals(schema)) {
      throw out.unsupported(
          "Expected a frame with the columns " + schema + ", but it has " + frame.schema());
    }
    out.beginArray();
    for (int row = 0; row < frame.size(); row++) {
      out.beginObject();
      for (int i = 0; i < schema.size(); i++) {
        Column column = frame.column(i);
        out.writeName(schema.field(i).name());
        column.write(row, out);
      }
      out.endObject();
    }
    out.endArray();
  }
}
