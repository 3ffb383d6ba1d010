package org.datason.ml.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a {@link CsvWriter} is told. Changed only before the writer has it. */
final class WriterSettings {

  Dialect dialect = Dialect.DEFAULT;
  boolean header = true;
  boolean index;
  String missing = "";
  Charset charset = StandardCharsets.UTF_8;
  String lineEnd = "\n";

  /** Other settings, changed from these. */
  WriterSettings with(Consumer<WriterSettings> change) {
    WriterSettings other = new WriterSettings();
    other.dialect = dialect;
    other.header = header;
    other.index = index;
    other.missing = missing;
    other.charset = charset;
    other.lineEnd = lineEnd;
    change.accept(other);
    return other;
  }
}
