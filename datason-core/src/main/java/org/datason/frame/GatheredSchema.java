package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.config.NonFiniteForm;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonWriter;

/**
 * What {@link SchemaWriter} would write beside the data of a table whose rows are seen batch by
 * batch, of which none is kept but the rows of values that JSON has no number for.
 */
final class GatheredSchema {

  private final NonFiniteForm form;
  private final List<GatheredField> fields = new ArrayList<>();
  private Frame first;
  private long rows;

  GatheredSchema(NonFiniteForm form) {
    this.form = form;
  }

  /** Takes the rows of one more batch. */
  void add(Frame batch) {
    if (first == null) {
      first = batch.slice(0, 0);
      for (Column column : batch.columns()) {
        fields.add(new GatheredField(column, form));
      }
    } else if (!batch.schema().equals(first.schema())) {
      throw new IllegalArgumentException(
          "The batches differ: expected the columns "
              + first.schema()
              + " but found "
              + batch.schema());
    }
    if (batch.index() != null) {
      throw new UnsupportedTypeException(
          "A table with labels of its rows is not written batch by batch; write it as a whole",
          null);
    }
    if (rows + batch.size() > Integer.MAX_VALUE) {
      throw new UnsupportedTypeException(
          "A table with its types has no more than 2,147,483,647 rows; write them as lines", null);
    }
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).add(batch.column(i));
    }
    rows += batch.size();
  }

  /** A batch without rows, which tells the columns. */
  Frame empty() {
    return first;
  }

  int rows() {
    return (int) rows;
  }

  void write(JsonWriter out) {
    out.beginObject();
    out.writeName("fields");
    out.beginArray();
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).write(first.schema().field(i).name(), out);
    }
    out.endArray();
    if (first.name() != null) {
      out.writeName("name");
      out.writeString(first.name());
    }
    out.writeName("rows");
    out.writeInt(rows());
    out.endObject();
  }
}
