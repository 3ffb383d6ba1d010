package org.datason.benchmarks.arrow;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * DuckDB's COPY of a table to JSON Lines.
 *
 * @param threads how many threads it has
 * @param files the table
 * @param database which has the table
 */
record DuckDbWriting(int threads, JsonFiles files, DuckDb database) implements Task, AutoCloseable {

  static DuckDbWriting of(int threads, JsonFiles files) throws SQLException {
    DuckDb database = new DuckDb(threads);
    database.read(files.lines(), true, true);
    return new DuckDbWriting(threads, files, database);
  }

  @Override
  public String name() {
    return "DuckDB COPY";
  }

  private Path target() {
    return files.folder().resolve("duckdb.jsonl");
  }

  @Override
  public void run() throws SQLException {
    database.write(target());
  }

  @Override
  public void check() throws SQLException {
    run();
    files.checkLines(target());
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
