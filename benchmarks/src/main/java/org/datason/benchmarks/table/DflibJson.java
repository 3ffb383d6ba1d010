package org.datason.benchmarks.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.dflib.DataFrame;
import org.dflib.Series;
import org.dflib.json.Json;

/** A data frame of DFLib by its own JSON, which is records; its loader is told the types. */
record DflibJson(DataFrame table) implements TableJson {

  static DflibJson of(Frame frame) {
    String[] names = new String[frame.schema().size()];
    Series<?>[] series = new Series<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = frame.schema().field(i).name();
      series[i] = series(frame.column(i));
    }
    return new DflibJson(DataFrame.byColumn(names).of(series));
  }

  private static Series<?> series(Column column) {
    Object[] values = new Object[column.size()];
    Arrays.setAll(values, i -> value(column.get(i)));
    return switch (column.type().toString()) {
      case "int64" -> Series.ofLong(Arrays.stream(values).mapToLong(v -> (Long) v).toArray());
      case "boolean" -> {
        boolean[] booleans = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
          booleans[i] = (Boolean) values[i];
        }
        yield Series.ofBool(booleans);
      }
      default ->
          column.type().toString().equals("float64") && column.missing() == 0
              ? Series.ofDouble(Arrays.stream(values).mapToDouble(v -> (Double) v).toArray())
              : Series.of(values);
    };
  }

  private static Object value(Object value) {
    return value instanceof ZonedDateTime time ? time.toInstant() : value;
  }

  @Override
  public byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      Json.saver().save(table, out);
    }
    return bytes.toByteArray();
  }

  @Override
  public DataFrame read(byte[] json) {
    return Json.loader()
        .longColumn("id")
        .doubleCol("value")
        .compactCol("category")
        .boolCol("flag")
        .col("time", text -> Instant.parse((String) text))
        .col("uuid", text -> UUID.fromString((String) text))
        .load(new ByteArrayInputStream(json));
  }

  @Override
  public void check(Object read) {
    DataFrame frame = (DataFrame) read;
    for (String name : table.getColumnsIndex()) {
      Series<?> expected = table.getColumn(name);
      Series<?> actual = frame.getColumn(name);
      TableJson.check(expected.size() == actual.size(), name);
      for (int i = 0; i < expected.size(); i++) {
        TableJson.check(Objects.equals(expected.get(i), actual.get(i)), name);
      }
    }
  }
}
