package org.datason.benchmarks.arrow;

import java.sql.SQLException;

/**
 * DuckDB's read_json into a table.
 *
 * @param threads how many threads it has
 * @param files the table
 * @param lines whether it is read from JSON Lines, not from an array
 * @param typed whether the columns are told, not detected
 */
record DuckDbReading(int threads, JsonFiles files, boolean lines, boolean typed) implements Task {

  @Override
  public String name() {
    return "DuckDB read_json";
  }

  @Override
  public void run() throws SQLException {
    try (DuckDb database = new DuckDb(threads)) {
      read(database);
    }
  }

  private void read(DuckDb database) throws SQLException {
    database.read(lines ? files.lines() : files.array(), lines, typed);
  }

  @Override
  public void check() throws SQLException {
    try (DuckDb database = new DuckDb(threads)) {
      read(database);
      files.check(database.frame());
    }
  }
}
