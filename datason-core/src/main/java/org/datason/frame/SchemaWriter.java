package org.datason.frame;

import org.datason.config.NonFiniteForm;
import org.datason.json.JsonWriter;

/**
 * Writes what the data of a table does not tell: its name, the types of its columns, the categories
 * of dictionaries, and which values are NaN where the data has null for it. {@link ColumnSpec}
 * reads it.
 *
 * <pre>{@code
 * {"rows":3,"fields":[{"name":"id","type":"int64"},{"name":"loss","type":"float64","nonFinite":[1]}]}
 * }</pre>
 */
final class SchemaWriter {

  /** The member of a frame's value; it sorts before all others, so that it can be read first. */
  static final String MEMBER = "__datason_schema__";

  private SchemaWriter() {}

  static void write(Frame frame, boolean indexInData, JsonWriter out) {
    out.beginObject();
    out.writeName("fields");
    out.beginArray();
    for (int i = 0; i < frame.schema().size(); i++) {
      write(frame.schema().field(i).name(), frame.column(i), false, out);
    }
    out.endArray();
    if (frame.index() != null) {
      out.writeName("index");
      write(frame.index().name(), frame.index().column(), !indexInData, out);
    }
    if (frame.name() != null) {
      out.writeName("name");
      out.writeString(frame.name());
    }
    out.writeName("rows");
    out.writeInt(frame.size());
    out.endObject();
  }

  /**
   * Writes a field.
   *
   * @param name its name, or null for none
   * @param withValues whether its values are written here
   */
  static void write(String name, Column column, boolean withValues, JsonWriter out) {
    out.beginObject();
    if (name != null) {
      out.writeName("name");
      out.writeString(name);
    }
    writeType(column, out);
    if (withValues) {
      out.writeName("values");
      writeValues(column, out);
    }
    out.endObject();
  }

  private static void writeType(Column column, JsonWriter out) {
    FieldType type = column.type();
    Cells cells = column.cells();
    out.writeName("type");
    if (cells instanceof DictionaryBuilder.DictionaryCells dictionary) {
      out.writeString("dictionary");
      out.writeName("ordered");
      out.writeBoolean(((FieldType.Dictionary) type).ordered());
      out.writeName("categories");
      write(null, dictionary.categories, true, out);
    } else if (cells instanceof ListBuilder.ListCells lists) {
      out.writeString("list");
      out.writeName("items");
      write(null, lists.itemsOf(column.from(), column.from() + column.size()), false, out);
    } else if (cells instanceof StructBuilder.StructCells structs) {
      out.writeString("struct");
      out.writeName("fields");
      out.beginArray();
      for (int i = 0; i < structs.columns.size(); i++) {
        Column part = structs.columns.get(i).slice(column.from(), column.from() + column.size());
        write(structs.schema.field(i).name(), part, false, out);
      }
      out.endArray();
    } else {
      out.writeString(type.toString());
      if (cells instanceof FloatCells floats) {
        writeNonFinite(column, floats, out);
      }
    }
  }

  /** Names the values that null stands for: the row if it is NaN, or else the row and its text. */
  private static void writeNonFinite(Column column, FloatCells cells, JsonWriter out) {
    NonFiniteForm form = out.config().nonFiniteForm();
    boolean any = false;
    for (int row = 0; row < column.size(); row++) {
      int i = column.from() + row;
      if (column.isMissing(row) || !cells.isNamed(i, form, true)) {
        continue;
      }
      if (!any) {
        any = true;
        out.writeName("nonFinite");
        out.beginArray();
      }
      if (cells.bits(i) == cells.plainNan()) {
        out.writeInt(row);
      } else {
        out.beginArray();
        out.writeInt(row);
        out.writeString(cells.nonFinite(i));
        out.endArray();
      }
    }
    if (any) {
      out.endArray();
    }
  }

  static void writeValues(Column column, JsonWriter out) {
    out.beginArray();
    out.writeRanges(
        column.size(), (part, from, to) -> column.slice((int) from, (int) to).writeAll(part));
    out.endArray();
  }
}
