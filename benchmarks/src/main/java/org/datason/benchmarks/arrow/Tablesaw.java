package org.datason.benchmarks.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.datason.ml.tablesaw.Tables;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.json.JsonReadOptions;
import tech.tablesaw.io.json.JsonReader;

/**
 * Tablesaw's own reader, which takes an array and makes a table of its columns; UUIDs are texts.
 *
 * @param files the table
 */
record Tablesaw(JsonFiles files) implements Task {

  @Override
  public String name() {
    return "Tablesaw";
  }

  @Override
  public int threads() {
    return 1;
  }

  private Table read() throws IOException {
    try (InputStream in = Files.newInputStream(files.array())) {
      return new JsonReader().read(JsonReadOptions.builder(in).build());
    }
  }

  @Override
  public void run() throws IOException {
    read();
  }

  @Override
  public void check() throws IOException {
    files.check(Tables.toFrame(read()));
  }
}
