package org.datason.frame;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.datason.config.FrameForm;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonWriter;

/** Writes the data of a table in each of the layouts, of which one batch is held at a time. */
final class BatchLayouts {

  private final Supplier<Stream<Frame>> batches;
  private final GatheredSchema schema;
  private final JsonWriter out;

  /**
   * A writer of one table.
   *
   * @param batches opens all batches
   * @param schema which has seen them
   */
  BatchLayouts(Supplier<Stream<Frame>> batches, GatheredSchema schema, JsonWriter out) {
    this.batches = batches;
    this.schema = schema;
    this.out = out;
  }

  /** Opens the batches, and closes them. */
  static void forEach(Supplier<Stream<Frame>> batches, Consumer<Frame> consumer) {
    try (Stream<Frame> opened = batches.get()) {
      opened.forEachOrdered(consumer);
    }
  }

  void write(FrameForm form) {
    switch (form) {
      case RECORDS -> {
        out.beginArray();
        forEach(batches, batch -> Layouts.rows(batch, out, false));
        out.endArray();
      }
      case VALUES -> values();
      case SPLIT -> split();
      case LIST -> list();
      default ->
          throw new UnsupportedTypeException(
              "The layout "
                  + Layouts.orient(form)
                  + " is not written batch by batch; records, split, list and values are",
              null);
    }
  }

  private void values() {
    out.beginArray();
    forEach(
        batches,
        batch -> {
          Column[] columns = batch.columns().toArray(new Column[0]);
          for (int i = 0; i < batch.size(); i++) {
            out.beginArray();
            for (Column column : columns) {
              column.write(i, out);
            }
            out.endArray();
          }
        });
    out.endArray();
  }

  private void split() {
    out.beginObject();
    out.writeName("index");
    out.beginArray();
    for (int i = 0; i < schema.rows(); i++) {
      out.writeInt(i);
    }
    out.endArray();
    out.writeName("columns");
    out.beginArray();
    schema.empty().schema().fields().forEach(field -> out.writeString(field.name()));
    out.endArray();
    out.writeName("data");
    values();
    out.endObject();
  }

  private void list() {
    Schema columns = schema.empty().schema();
    out.beginObject();
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      out.writeName(columns.field(j).name());
      out.beginArray();
      forEach(batches, batch -> batch.column(column).writeAll(out));
      out.endArray();
    }
    out.endObject();
  }
}
