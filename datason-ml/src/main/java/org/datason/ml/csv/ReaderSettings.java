package org.datason.ml.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.datason.frame.ColumnBuilder;

/** What a {@link CsvReader} is told. Changed only before the reader has it. */
final class ReaderSettings {

  Dialect dialect = Dialect.DEFAULT;
  boolean header = true;
  List<String> missing = List.of("");
  Charset charset = StandardCharsets.UTF_8;
  boolean lenient;

  /** Whether the first column has the labels of the rows. */
  boolean index;

  /** What gathers the labels of the rows; null where their type is inferred. */
  Supplier<ColumnBuilder> indexType;

  /** What gathers the columns whose types are given, by their names. */
  Map<String, Supplier<ColumnBuilder>> types = Map.of();

  /** The names of all columns in their order; null where they are not given. */
  List<String> names;

  int maxColumns = 16_384;
  int maxFieldLength = 1 << 24;
  long maxBytes = 1L << 34;
  int batchSize = 1 << 20;
  int sampleSize = 1 << 20;

  /** Other settings, changed from these. */
  ReaderSettings with(Consumer<ReaderSettings> change) {
    ReaderSettings other = new ReaderSettings();
    other.dialect = dialect;
    other.header = header;
    other.missing = missing;
    other.charset = charset;
    other.lenient = lenient;
    other.index = index;
    other.indexType = indexType;
    other.types = new LinkedHashMap<>(types);
    other.names = names;
    other.maxColumns = maxColumns;
    other.maxFieldLength = maxFieldLength;
    other.maxBytes = maxBytes;
    other.batchSize = batchSize;
    other.sampleSize = sampleSize;
    change.accept(other);
    return other;
  }
}
