package org.datason.ml.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.datason.error.DatasonIOException;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.frame.Series;

/**
 * Reads CSV files. Immutable and thread-safe: each setting gives another reader.
 *
 * <pre>{@code
 * CsvReader german = Csv.reader().delimiter(';').charset(StandardCharsets.ISO_8859_1);
 * Frame inferred = german.read(Path.of("messung.csv"));
 * Frame typed = german.type("plz", FieldType.Simple.TEXT).read(Path.of("messung.csv"));
 * Frame test = Csv.reader().like(train).read(Path.of("test.csv")); // same types and categories
 * }</pre>
 *
 * <p>{@link #read(Path)} reads the whole file once, into the columns; beside them a block of it is
 * in memory. {@link #batches(Path)} holds no more than a part of the rows at a time. All methods
 * that read throw {@link org.datason.error.MismatchException} with the line and the column for rows
 * of another length than the first, a quote that is not closed, bytes that are not of the charset,
 * and values that are not of their type; {@link org.datason.error.LimitException} beyond a limit;
 * and {@link DatasonIOException} for a file or stream that fails.
 *
 * <p>Blank lines are passed over; only in a file of one column they are missing values. A byte
 * order mark says which charset of Unicode a text is in, whatever {@link #charset} says. Lines end
 * with LF, CRLF or CR.
 */
public final class CsvReader {

  private final ReaderSettings settings;

  CsvReader(ReaderSettings settings) {
    this.settings = settings;
  }

  private CsvReader with(Consumer<ReaderSettings> change) {
    return new CsvReader(settings.with(change));
  }

  // ---------------------------------------------------------------- settings

  /**
   * What stands between two fields; a comma by default.
   *
   * @param delimiter an ASCII character
   * @return another reader
   */
  public CsvReader delimiter(char delimiter) {
    return with(s -> s.dialect = new Dialect(delimiter, s.dialect.quote(), s.dialect.comment()));
  }

  /**
   * What stands around fields with delimiters in them, and is doubled inside them; {@code "} by
   * default.
   *
   * @param quote an ASCII character
   * @return another reader
   */
  public CsvReader quote(char quote) {
    return with(s -> s.dialect = new Dialect(s.dialect.delimiter(), quote, s.dialect.comment()));
  }

  /**
   * What begins a line that is passed over; by default none does.
   *
   * @param comment an ASCII character
   * @return another reader
   */
  public CsvReader comment(char comment) {
    return with(s -> s.dialect = new Dialect(s.dialect.delimiter(), s.dialect.quote(), comment));
  }

  /**
   * Whether the first line has the names of the columns, as by default. Without it they are those
   * of the schema, or else {@code column1}, {@code column2} and so on.
   *
   * @param header whether there is one
   * @return another reader
   */
  public CsvReader header(boolean header) {
    return with(s -> s.header = header);
  }

  /**
   * The texts that stand for a missing value where they have no quotes; by default the empty one
   * alone. A field in quotes is never missing, only that {@code ""} is missing too in columns of
   * types that have no empty text.
   *
   * @param texts such as {@code ""}, {@code "NA"}, {@code "NULL"}; none for none
   * @return another reader
   */
  public CsvReader missing(String... texts) {
    List<String> list = List.of(texts);
    return with(s -> s.missing = list);
  }

  /**
   * The charset of the text; UTF-8 by default.
   *
   * @param charset the charset
   * @return another reader
   */
  public CsvReader charset(Charset charset) {
    Objects.requireNonNull(charset, "charset");
    return with(s -> s.charset = charset);
  }

  /**
   * The types of all columns, and with them their order in the frame; in the file they may stand in
   * any order if it has a header. Categories of dictionaries are those that come, in their order.
   *
   * @param schema the types
   * @return another reader
   */
  public CsvReader schema(Schema schema) {
    return with(
        s -> {
          s.names = schema.fields().stream().map(Field::name).toList();
          for (Field field : schema.fields()) {
            s.types.put(field.name(), () -> ColumnBuilder.of(field.type()));
          }
        });
  }

  /**
   * The type of one column, where those of others are inferred.
   *
   * @param name the column's name; no error if there is none of it
   * @param type its type
   * @return another reader
   */
  public CsvReader type(String name, FieldType type) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    return with(s -> s.types.put(name, () -> ColumnBuilder.of(type)));
  }

  /**
   * The types of all columns and of the labels of rows as another frame has them, together with the
   * categories of its dictionaries: what was written comes back so.
   *
   * @param frame the other frame; none of its values are taken
   * @return another reader
   */
  public CsvReader like(Frame frame) {
    return with(
        s -> {
          s.names = frame.schema().fields().stream().map(Field::name).toList();
          for (int i = 0; i < frame.schema().size(); i++) {
            Column column = frame.column(i);
            s.types.put(frame.schema().field(i).name(), () -> ColumnBuilder.like(column));
          }
          Series labels = frame.index();
          s.index = labels != null;
          s.indexType = labels == null ? null : () -> ColumnBuilder.like(labels.column());
        });
  }

  /**
   * Takes the first column for the labels of the rows, as {@link CsvWriter#index} writes them, and
   * infers their type.
   *
   * @return another reader
   */
  public CsvReader index() {
    return with(
        s -> {
          s.index = true;
          s.indexType = null;
        });
  }

  /**
   * Takes the first column for the labels of the rows.
   *
   * @param type the type of the labels
   * @return another reader
   */
  public CsvReader index(FieldType type) {
    Objects.requireNonNull(type, "type");
    return with(
        s -> {
          s.index = true;
          s.indexType = () -> ColumnBuilder.of(type);
        });
  }

  /**
   * Whether inference goes by values rather than texts: {@code 1E-5}, {@code +5}, {@code 2.50},
   * {@code TRUE} and such become the numbers and booleans that they stand for, though these are
   * written otherwise. By default they stay texts (or a decimal, for {@code 2.50}), so that a file
   * which is written again has the texts that it had, but for {@code 1e-05} and the like, which
   * Python writes and which are doubles. See {@link ColumnBuilder#ofTexts}.
   *
   * @param lenient whether other spellings count
   * @return another reader
   */
  public CsvReader lenient(boolean lenient) {
    return with(s -> s.lenient = lenient);
  }

  /**
   * How many columns there may be; 16,384 by default.
   *
   * @param columns at least 1
   * @return another reader
   */
  public CsvReader maxColumns(int columns) {
    return with(s -> s.maxColumns = Math.toIntExact(positive("maxColumns", columns)));
  }

  /**
   * How many characters a field may have; 16,777,216 by default.
   *
   * @param length at least 1
   * @return another reader
   */
  public CsvReader maxFieldLength(int length) {
    return with(s -> s.maxFieldLength = Math.toIntExact(positive("maxFieldLength", length)));
  }

  /**
   * How many bytes there may be, after decompression; 17,179,869,184 (16 GiB) by default.
   *
   * @param bytes at least 1
   * @return another reader
   */
  public CsvReader maxBytes(long bytes) {
    return with(s -> s.maxBytes = positive("maxBytes", bytes));
  }

  /**
   * How large the batches of {@link #batches} are: so many chars of text, or a row more; 1,048,576
   * by default.
   *
   * @param chars at least 1
   * @return another reader
   */
  public CsvReader batchSize(int chars) {
    return with(s -> s.batchSize = Math.toIntExact(positive("batchSize", chars)));
  }

  /**
   * How much at the beginning of a stream tells the types of {@link #batches(InputStream)}: so many
   * chars of text, or a row more; 1,048,576 by default. It is held as the first batch.
   *
   * @param chars at least 1
   * @return another reader
   */
  public CsvReader sampleSize(int chars) {
    return with(s -> s.sampleSize = Math.toIntExact(positive("sampleSize", chars)));
  }

  private static long positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads a file.
   *
   * @param file the file, decompressed if its name ends with {@code .gz}
   * @return the table
   */
  public Frame read(Path file) {
    try (Source source = Source.open(file)) {
      return read(source, settings, Inferring.KEEPS).take();
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  /**
   * Reads a stream up to its end; the stream stays open.
   *
   * @param in the stream
   * @return the table
   */
  public Frame read(InputStream in) {
    Objects.requireNonNull(in, "in");
    try {
      return read(Source.of(in), settings, Inferring.KEEPS).take();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Reads a file of any size in batches of rows, which together are what {@link #read(Path)} gives.
   * Where types are inferred the file is read twice: first for the types of all values, of which
   * none is kept, then for the rows. It must not change meanwhile.
   *
   * @param file the file, decompressed if its name ends with {@code .gz}
   * @return the batches, which the caller closes; the file is open until then
   */
  public CsvBatches batches(Path file) {
    try {
      ReaderSettings typed = settings;
      if (infers()) {
        try (Source first = Source.open(file)) {
          typed = read(first, settings, Inferring.TYPES).typed();
        }
      }
      Source source = Source.open(file);
      try {
        return new CsvBatches(typed, false, source, source);
      } catch (IOException | RuntimeException e) {
        source.close();
        throw e;
      }
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  /**
   * Reads a stream of any size in batches of rows. Where types are inferred the beginning tells
   * them ({@link #sampleSize}); a later value that would change them is a {@link
   * org.datason.error.MismatchException} with its place. What has no value in the sample is TEXT. A
   * stream that ends within the sample gives the types of {@link #read(InputStream)}.
   *
   * @param in the stream, which stays open
   * @return the batches, which the caller closes
   */
  public CsvBatches batches(InputStream in) {
    Objects.requireNonNull(in, "in");
    try {
      return new CsvBatches(settings, infers(), Source.of(in), () -> {});
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * A reader that has the types which all values of a stream have together, those that were given
   * excepted: to read the same stream again in batches.
   *
   * <pre>{@code
   * CsvReader typed = reader.inferFrom(storage.open());
   * try (CsvBatches batches = typed.batches(storage.open())) {
   *   batches.forEachRemaining(this::plot);
   * }
   * }</pre>
   *
   * @param in the stream, which is read up to its end and stays open; none of its values is kept
   * @return another reader
   */
  public CsvReader inferFrom(InputStream in) {
    Objects.requireNonNull(in, "in");
    try {
      return new CsvReader(read(Source.of(in), settings, Inferring.TYPES).typed());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * The columns of a stream, of the types that all its values have together, those that were given
   * excepted. Labels of rows are none of them.
   *
   * @param in the stream, which is read up to its end and stays open; none of its values is kept
   * @return names and types
   */
  public Schema inferSchema(InputStream in) {
    Objects.requireNonNull(in, "in");
    try {
      return read(Source.of(in), settings, Inferring.TYPES).schema();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether there may be columns whose types are not given. */
  private boolean infers() {
    return settings.names == null || settings.index && settings.indexType == null;
  }

  private static DatasonIOException failed(IOException e) {
    return new DatasonIOException(
        "The input cannot be read: " + DatasonIOException.reason(e), null, e);
  }

  private static TableColumns read(Source source, ReaderSettings settings, Inferring inferring)
      throws IOException {
    TableColumns columns = new TableColumns(settings, inferring);
    TableParser parser = new TableParser(settings, source.name(), columns);
    parser.begin(source.in());
    parser.read(TableParser.ALL);
    return columns;
  }
}
