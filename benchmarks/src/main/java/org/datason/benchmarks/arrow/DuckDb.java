package org.datason.benchmarks.arrow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;

/** A database of DuckDB in memory, with one table at most. */
final class DuckDb implements AutoCloseable {

  private static final String COLUMNS =
      "{id: 'BIGINT', value: 'DOUBLE', sparse: 'DOUBLE', category: 'VARCHAR', name: 'VARCHAR',"
          + " flag: 'BOOLEAN', time: 'TIMESTAMP', uuid: 'UUID'}";

  private final Connection connection;

  DuckDb(int threads) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = " + threads);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Reads JSON into the table.
   *
   * @param lines whether it is JSON Lines, not an array
   * @param typed whether the columns are told, not detected
   */
  void read(Path json, boolean lines, boolean typed) throws SQLException {
    execute(
        "CREATE TEMP TABLE t AS SELECT * FROM read_json('%s', format = '%s'%s)"
            .formatted(
                json,
                lines ? "newline_delimited" : "array",
                typed ? ", columns = " + COLUMNS : ""));
  }

  void drop() throws SQLException {
    execute("DROP TABLE t");
  }

  /** Writes the table as JSON Lines. */
  void write(Path json) throws SQLException {
    execute(
        "COPY t TO '%s' (FORMAT json, TIMESTAMPFORMAT '%%Y-%%m-%%dT%%H:%%M:%%S.%%f+00:00')"
            .formatted(json));
  }

  /** The table as a frame. */
  Frame frame() throws SQLException {
    ColumnBuilder id = ColumnBuilder.of(Simple.INT64);
    ColumnBuilder value = ColumnBuilder.of(Simple.FLOAT64);
    ColumnBuilder sparse = ColumnBuilder.of(Simple.FLOAT64);
    ColumnBuilder category = ColumnBuilder.of(Simple.TEXT);
    ColumnBuilder name = ColumnBuilder.of(Simple.TEXT);
    ColumnBuilder flag = ColumnBuilder.of(Simple.BOOLEAN);
    ColumnBuilder time = ColumnBuilder.of(new Timestamp(Unit.US, "UTC"));
    ColumnBuilder uuid = ColumnBuilder.of(Simple.UUID);
    String sql =
        "SELECT id, value, sparse, category, name, flag, epoch_us(time::TIMESTAMP), uuid::UUID"
            + " FROM t";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        id.appendLong(row.getLong(1));
        value.appendDouble(row.getDouble(2));
        sparse.append(row.getObject(3));
        category.append(row.getString(4));
        name.append(row.getString(5));
        flag.append(row.getBoolean(6));
        time.appendLong(row.getLong(7));
        uuid.append(row.getObject(8, UUID.class));
      }
    }
    return Frame.builder()
        .column("id", id.build())
        .column("value", value.build())
        .column("sparse", sparse.build())
        .column("category", category.build())
        .column("name", name.build())
        .column("flag", flag.build())
        .column("time", time.build())
        .column("uuid", uuid.build())
        .build();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
