package org.datason.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.MemberNames;

/**
 * The schema in the layout of pandas' {@code to_json(orient="table")}, after the Table Schema of
 * Frictionless Data.
 */
final class TableSchema {

  private static final String VERSION = "1.4.0";

  private final Map<String, String> types = new HashMap<>();
  private String key;

  private TableSchema() {}

  // ---------------------------------------------------------------- reading

  static TableSchema read(JsonReader in) {
    TableSchema schema = new TableSchema();
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "fields" -> schema.readFields(in);
        case "primaryKey" -> schema.readKey(in);
        default -> in.skipValue();
      }
    }
    in.endObject();
    return schema;
  }

  private void readFields(JsonReader in) {
    TableReader.expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    while (in.hasNext()) {
      TableReader.expect(in, JsonToken.BEGIN_OBJECT);
      String name = "";
      String type = "";
      in.beginObject();
      while (in.hasNext()) {
        String member = in.readName();
        if (in.peek() != JsonToken.STRING) {
          in.skipValue();
        } else if (member.equals("name")) {
          name = in.readString();
        } else if (member.equals("type")) {
          type = in.readString() + type;
        } else {
          String text = in.readString();
          type += member.equals("tz") ? "," + text : "";
        }
      }
      in.endObject();
      types.put(name, type);
    }
    in.endArray();
  }

  private void readKey(JsonReader in) {
    if (in.peek() == JsonToken.STRING) {
      key = in.readString();
      return;
    }
    List<String> keys = new ArrayList<>();
    TableReader.readTexts(in, keys);
    key = keys.size() == 1 ? keys.get(0) : null;
  }

  /** The frame with the types and labels that the schema says. */
  Frame apply(Frame inferred) {
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < inferred.schema().size(); i++) {
      String name = inferred.schema().field(i).name();
      Column column = Dtypes.cast(inferred.column(i), types.getOrDefault(name, ""));
      if (!name.equals(key)) {
        builder.column(name, column);
      } else if (!TableReader.isRange(column)) {
        builder.index(new Series(name.equals("index") ? null : name, column));
      }
    }
    return builder.build();
  }

  // ---------------------------------------------------------------- writing

  static void write(Frame frame, JsonWriter out) {
    String label = label(frame);
    out.beginObject();
    out.writeName("schema");
    out.beginObject();
    out.writeName("fields");
    out.beginArray();
    if (frame.index() == null) {
      field(label, "integer", out);
      out.endObject();
    } else {
      field(label, frame.index().column(), out);
    }
    for (int i = 0; i < frame.schema().size(); i++) {
      field(frame.schema().field(i).name(), frame.column(i), out);
    }
    out.endArray();
    out.writeName("primaryKey");
    out.beginArray();
    out.writeString(label);
    out.endArray();
    out.writeName("pandas_version");
    out.writeString(VERSION);
    out.endObject();
    out.writeName("data");
    rows(frame, label, out);
    out.endObject();
  }

  private static void rows(Frame frame, String label, JsonWriter out) {
    MemberNames names = new MemberNames();
    names.add(label);
    frame.schema().fields().forEach(field -> names.add(field.name()));
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.beginArray();
    out.writeRanges(
        frame.size(),
        (part, from, to) -> {
          for (int i = (int) from; i < to; i++) {
            part.beginObject();
            part.writeName(names, 0);
            if (frame.index() == null) {
              part.writeInt(i);
            } else {
              frame.index().column().write(i, part);
            }
            Layouts.members(names, 1, columns, i, part);
            part.endObject();
          }
        });
    out.endArray();
  }

  /** The name of the labels' field: their own, or "index", made different from all columns'. */
  private static String label(Frame frame) {
    Series index = frame.index();
    String label = index == null || index.name() == null ? "index" : index.name();
    while (frame.schema().indexOf(label) >= 0) {
      label += "_";
    }
    return label;
  }

  /** Begins a field. */
  private static void field(String name, String type, JsonWriter out) {
    out.beginObject();
    out.writeName("name");
    out.writeString(name);
    out.writeName("type");
    out.writeString(type);
  }

  private static void field(String name, Column column, JsonWriter out) {
    FieldType type = column.type();
    field(name, nameOf(type), out);
    if (type instanceof FieldType.Dictionary dictionary) {
      out.writeName("constraints");
      out.beginObject();
      out.writeName("enum");
      SchemaWriter.writeValues(column.categories(), out);
      out.endObject();
      out.writeName("ordered");
      out.writeBoolean(dictionary.ordered());
    } else if (type instanceof FieldType.Timestamp timestamp && timestamp.zone() != null) {
      out.writeName("tz");
      out.writeString(timestamp.zone());
    }
    out.endObject();
  }

  private static String nameOf(FieldType type) {
    if (type instanceof FieldType.Timestamp) {
      return "datetime";
    }
    if (type instanceof FieldType.Dictionary) {
      return "any";
    }
    if (Widening.isInteger(type)) {
      return "integer";
    }
    if (Widening.isFloat(type)) {
      return "number";
    }
    if (type == FieldType.Simple.BOOLEAN) {
      return "boolean";
    }
    return type == FieldType.Simple.DURATION ? "duration" : "string";
  }
}
