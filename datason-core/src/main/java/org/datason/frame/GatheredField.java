package org.datason.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.datason.config.NonFiniteForm;
import org.datason.json.JsonWriter;

/** What {@link SchemaWriter} would write of a column whose values are seen part by part. */
final class GatheredField {

  private final FieldType type;
  private final NonFiniteForm form;

  /** What is in a list or struct, or the categories' own; otherwise empty. */
  private final List<GatheredField> parts = new ArrayList<>();

  /** The names of the fields of a struct. */
  private Schema schema;

  /** The categories of all parts, as far as they are the same. */
  private Column categories;

  /** The categories where they differ. */
  private Set<Object> union;

  /** The rows whose values null stands for, and of each the text, or null for the plain NaN. */
  private int[] oddRows = {};

  private String[] oddTexts = {};
  private int odd;
  private int rows;

  /** Of columns like this one; none of its values are taken. */
  GatheredField(Column column, NonFiniteForm form) {
    type = column.type();
    this.form = form;
    if (column.cells() instanceof ListBuilder.ListCells lists) {
      parts.add(new GatheredField(lists.itemsOf(0, 0), form));
    } else if (column.cells() instanceof StructBuilder.StructCells structs) {
      schema = structs.schema;
      structs.columns.forEach(part -> parts.add(new GatheredField(part, form)));
    }
  }

  void add(Column column) {
    int from = column.from();
    int to = from + column.size();
    Cells cells = column.cells();
    if (cells instanceof DictionaryBuilder.DictionaryCells dictionary) {
      addCategories(dictionary.categories);
    } else if (cells instanceof ListBuilder.ListCells lists) {
      parts.get(0).add(lists.itemsOf(from, to));
    } else if (cells instanceof StructBuilder.StructCells structs) {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).add(structs.columns.get(i).slice(from, to));
      }
    } else if (cells instanceof FloatCells floats) {
      addNonFinite(column, floats);
    }
    rows = Math.addExact(rows, column.size());
  }

  private void addCategories(Column others) {
    if (categories == null) {
      categories = others;
    } else if (union != null || !categories.equals(others)) {
      if (union == null) {
        union = new LinkedHashSet<>();
        addAll(categories);
      }
      addAll(others);
    }
  }

  private void addAll(Column values) {
    for (int i = 0; i < values.size(); i++) {
      union.add(values.get(i));
    }
  }

  private void addNonFinite(Column column, FloatCells cells) {
    for (int row = 0; row < column.size(); row++) {
      int i = column.from() + row;
      if (column.isMissing(row) || !cells.isNamed(i, form, true)) {
        continue;
      }
      if (odd == oddRows.length) {
        oddRows = Arrays.copyOf(oddRows, Math.max(16, 2 * odd));
        oddTexts = Arrays.copyOf(oddTexts, oddRows.length);
      }
      oddRows[odd] = rows + row;
      oddTexts[odd++] = cells.bits(i) == cells.plainNan() ? null : cells.nonFinite(i);
    }
  }

  // ---------------------------------------------------------------- writing

  void write(String name, JsonWriter out) {
    out.beginObject();
    if (name != null) {
      out.writeName("name");
      out.writeString(name);
    }
    out.writeName("type");
    if (type instanceof FieldType.Dictionary dictionary) {
      out.writeString("dictionary");
      out.writeName("ordered");
      out.writeBoolean(dictionary.ordered());
      out.writeName("categories");
      SchemaWriter.write(null, categories(dictionary), true, out);
    } else if (type instanceof FieldType.ListOf) {
      out.writeString("list");
      out.writeName("items");
      parts.get(0).write(null, out);
    } else if (type instanceof FieldType.Struct) {
      out.writeString("struct");
      out.writeName("fields");
      out.beginArray();
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).write(schema.field(i).name(), out);
      }
      out.endArray();
    } else {
      out.writeString(type.toString());
      writeNonFinite(out);
    }
    out.endObject();
  }

  private Column categories(FieldType.Dictionary dictionary) {
    if (union == null) {
      return categories;
    }
    ColumnBuilder all = ColumnBuilder.of(dictionary.values());
    union.forEach(all::append);
    return all.build();
  }

  private void writeNonFinite(JsonWriter out) {
    if (odd == 0) {
      return;
    }
    out.writeName("nonFinite");
    out.beginArray();
    for (int i = 0; i < odd; i++) {
      if (oddTexts[i] == null) {
        out.writeInt(oddRows[i]);
      } else {
        out.beginArray();
        out.writeInt(oddRows[i]);
        out.writeString(oddTexts[i]);
        out.endArray();
      }
    }
    out.endArray();
  }
}
