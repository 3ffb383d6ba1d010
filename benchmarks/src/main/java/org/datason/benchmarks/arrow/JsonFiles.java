package org.datason.benchmarks.arrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.datason.Datason;
import org.datason.benchmarks.FrameBenchmark;
import org.datason.frame.BatchOptions;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;

/**
 * The table that is measured, and files of it in a folder of their own.
 *
 * @param frame eight columns: a long, a double, one that is missing in every tenth row, a category,
 *     a text of its own in each row, a boolean, a timestamp of microseconds, and a UUID
 * @param folder where files are written
 * @param lines the table as JSON Lines
 * @param array the table as one array of objects
 */
record JsonFiles(Frame frame, Path folder, Path lines, Path array) implements AutoCloseable {

  static final String[] COLUMNS = {
    "id", "value", "sparse", "category", "name", "flag", "time", "uuid"
  };

  static JsonFiles of(int rows) throws IOException {
    Path folder = Files.createTempDirectory("datason-arrow");
    JsonFiles files =
        new JsonFiles(
            FrameBenchmark.table(rows),
            folder,
            folder.resolve("table.jsonl"),
            folder.resolve("table.json"));
    Datason plain = Datason.create().with(c -> c.hints(false));
    Files.write(files.array, plain.toBytes(files.frame));
    plain.savePieces(files.lines, out -> FrameCodec.writeRows(files.frame, out, true));
    return files;
  }

  /** Compares columns, whatever they are stored as, by the texts of their values. */
  void check(Frame actual) {
    check(List.of(actual));
  }

  /** Compares the columns of the parts of a table. */
  void check(List<Frame> parts) {
    int row = 0;
    for (Frame part : parts) {
      check(row + part.size() <= frame.size(), "number of rows");
      for (String name : COLUMNS) {
        Column expected = frame.column(name);
        Column actual = part.column(name);
        for (int i = 0; i < part.size(); i++) {
          check(text(expected, row + i).equals(text(actual, i)), name);
        }
      }
      row += part.size();
    }
    check(row == frame.size(), "number of rows");
  }

  /** The text of a value; of moments their microseconds, also where they were left as texts. */
  private static String text(Column column, int row) {
    Object value = column.get(row);
    if (column.type() instanceof Timestamp) {
      return Long.toString(column.getLong(row));
    }
    if (value instanceof String text && text.endsWith("+00:00")) {
      return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, OffsetDateTime.parse(text)));
    }
    return String.valueOf(value);
  }

  /** Reads JSON Lines and compares them with the table. */
  void checkLines(Path file) {
    Datason datason = Datason.create();
    try (FrameBatches batches =
        datason.batches(file, BatchOptions.defaults().withSchema(frame.schema()))) {
      check(batches.stream().toList());
    }
  }

  /** Fails unless a column came back. */
  static void check(boolean same, String column) {
    if (!same) {
      throw new IllegalStateException("the column " + column + " does not come back");
    }
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
