package org.datason.benchmarks.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.ml.tablesaw.Tables;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.json.JsonReadOptions;
import tech.tablesaw.io.json.JsonReader;
import tech.tablesaw.io.json.JsonWriteOptions;
import tech.tablesaw.io.json.JsonWriter;

/**
 * A table of Tablesaw by its own JSON: as objects, or as arrays with the names first. Moments come
 * back as seconds in doubles.
 */
record TablesawJson(boolean asObjects, Table table) implements TableJson {

  @Override
  public byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      JsonWriteOptions options =
          JsonWriteOptions.builder(out).asObjects(asObjects).header(true).build();
      new JsonWriter().write(table, options);
    }
    return bytes.toByteArray();
  }

  @Override
  public Table read(byte[] json) {
    return new JsonReader().read(JsonReadOptions.builder(new ByteArrayInputStream(json)).build());
  }

  @Override
  public void check(Object read) {
    Frame frame = Tables.toFrame((Table) read);
    TableJson.checkTexts(
        Tables.toFrame(table), frame, "id", "value", "sparse", "category", "name", "flag", "uuid");
    InstantColumn times = table.instantColumn("time");
    DoubleColumn seconds = ((Table) read).doubleColumn("time");
    for (int i = 0; i < times.size(); i++) {
      long millis = Math.round(seconds.getDouble(i) * 1000);
      TableJson.check(times.get(i).toEpochMilli() == millis, "time");
    }
  }

  /** The same table of Tablesaw by ours. */
  record ByDatason(Datason datason, Table table) implements TableJson {

    @Override
    public byte[] write() {
      return datason.toBytes(table);
    }

    @Override
    public Table read(byte[] json) {
      return datason.fromJson(json, Table.class);
    }

    @Override
    public void check(Object read) {
      TableJson.check(Tables.toFrame(table).equals(Tables.toFrame((Table) read)), "any");
    }
  }
}
