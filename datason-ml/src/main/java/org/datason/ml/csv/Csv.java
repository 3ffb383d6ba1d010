package org.datason.ml.csv;

import java.nio.file.Path;
import org.datason.frame.Frame;

/**
 * Frames from and to CSV files (RFC 4180). Nothing that is read or written is rounded or changed in
 * silence.
 *
 * <pre>{@code
 * Frame weather = Csv.read(Path.of("weather.csv"));                  // types inferred
 * Frame prices = Csv.reader().delimiter(';').missing("", "NA").read(Path.of("prices.csv.gz"));
 * Frame exact = Csv.reader().schema(schema).read(Path.of("runs.csv")); // types given
 * Csv.write(weather, Path.of("copy.csv"));
 * }</pre>
 *
 * <p>A file has the text of each value ({@link org.datason.frame.Column#appendText}) and no types.
 * With the schema of the frame that was written ({@link CsvReader#like}) the same frame comes back,
 * bit by bit. Without it types are inferred from all values ({@link
 * org.datason.frame.ColumnBuilder#ofTexts}), so that a text such as {@code 12} becomes a number,
 * but is written as it was.
 *
 * <table>
 * <caption>The text of a value</caption>
 * <tr><th>type</th><th>text</th></tr>
 * <tr><td>missing</td><td>an empty field without quotes</td></tr>
 * <tr><td>boolean</td><td>{@code true}, {@code false}</td></tr>
 * <tr><td>integers</td><td>{@code -12}</td></tr>
 * <tr><td>floating-point numbers</td><td>the shortest text that is read as the same number: {@code
 * 0.1}, {@code 5.0}, {@code 1e16}; {@code NaN}, {@code Infinity}</td></tr>
 * <tr><td>decimals</td><td>all digits: {@code 12.50}</td></tr>
 * <tr><td>text</td><td>itself; in quotes where it is empty ({@code ""}), would be taken for a
 * missing value, or has delimiters, quotes or ends of lines in it</td></tr>
 * <tr><td>dictionary</td><td>the text of the category</td></tr>
 * <tr><td>dates, times, timestamps</td><td>ISO 8601: {@code 2024-06-15}, {@code 10:30:00.5}, {@code
 * 2024-06-15T10:30:00+00:00} (in UTC where there is a zone); the number where the year is beyond 1
 * to 9999</td></tr>
 * <tr><td>duration</td><td>ISO 8601: {@code PT1H0.5S}</td></tr>
 * <tr><td>UUID, binary</td><td>the canonical text; base64</td></tr>
 * <tr><td>list, struct</td><td>JSON: {@code [1,null,3]}</td></tr>
 * <tr><td>mixed</td><td>JSON; but a text that is not taken for JSON is itself</td></tr>
 * </table>
 */
public final class Csv {

  private static final CsvReader READER = new CsvReader(new ReaderSettings());
  private static final CsvWriter WRITER = new CsvWriter(new WriterSettings());

  private Csv() {}

  /**
   * Reads a file in UTF-8 whose fields are separated by commas and whose first line is a header.
   *
   * @param file the file, decompressed if its name ends with {@code .gz}
   * @return the table
   * @throws org.datason.error.MismatchException if it is not CSV: see {@link CsvReader}
   */
  public static Frame read(Path file) {
    return READER.read(file);
  }

  /**
   * A reader for other settings.
   *
   * @return the reader with the default settings
   */
  public static CsvReader reader() {
    return READER;
  }

  /**
   * Writes a file in UTF-8, separated by commas and with a header. The file is written whole or not
   * at all, and on disk when this returns.
   *
   * @param frame the table, without labels of rows
   * @param file the file, compressed if its name ends with {@code .gz}; its folder must exist
   * @throws org.datason.error.UnsupportedTypeException if CSV cannot hold it: see {@link CsvWriter}
   */
  public static void write(Frame frame, Path file) {
    WRITER.write(frame, file);
  }

  /**
   * A writer for other settings.
   *
   * @return the writer with the default settings
   */
  public static CsvWriter writer() {
    return WRITER;
  }
}
