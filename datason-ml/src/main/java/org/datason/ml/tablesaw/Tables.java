package org.datason.ml.tablesaw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Series;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Makes frames of Tablesaw's tables and tables of frames. Has no state.
 *
 * <pre>{@code
 * Table table = Table.read().csv("runs.csv");
 * Frame frame = Tables.toFrame(table);
 * Table same = Tables.toTable(frame);
 *
 * String json = datason.toJson(table); // needs no more than this module on the class path
 * Table read = datason.fromJson(json, Table.class);
 * }</pre>
 *
 * <p>A table becomes a frame, and comes back, cell by cell, with its name and those of its columns:
 *
 * <table>
 * <caption>Columns of Tablesaw</caption>
 * <tr><th>Tablesaw</th><th>frame</th><th>missing in Tablesaw</th></tr>
 * <tr><td>BOOLEAN</td><td>boolean</td><td>a third value</td></tr>
 * <tr><td>SHORT, INTEGER, LONG</td><td>int16, int32, int64</td><td>{@code MIN_VALUE}</td></tr>
 * <tr><td>FLOAT, DOUBLE</td><td>float32, float64</td><td>NaN, whatever its bits</td></tr>
 * <tr><td>STRING</td><td>text</td><td>{@code ""}</td></tr>
 * <tr><td>LOCAL_DATE</td><td>date</td><td>a value that is no date</td></tr>
 * <tr><td>LOCAL_TIME</td><td>time, in whole milliseconds</td><td>a value that is no time</td></tr>
 * <tr><td>LOCAL_DATE_TIME</td><td>timestamp[ms]</td><td>a value that is no time</td></tr>
 * <tr><td>INSTANT</td><td>timestamp[ms, UTC]</td><td>a value that is no time</td></tr>
 * </table>
 *
 * <p>A frame has more types, and keeps missing values apart from all others. What has an exact
 * counterpart becomes that one. Anything else is an {@link IllegalArgumentException} that names the
 * column, or with {@link Loss#ACCEPT} becomes what stands last in its row:
 *
 * <table>
 * <caption>Columns of a frame</caption>
 * <tr><th>frame</th><th>Tablesaw</th><th>refused</th><th>with ACCEPT</th></tr>
 * <tr><td>int8, uint8, int16</td><td>SHORT; with -32768 INTEGER</td><td></td><td></td></tr>
 * <tr><td>uint16, int32</td><td>INTEGER; with -2147483648 LONG</td><td></td><td></td></tr>
 * <tr><td>uint32, int64</td><td>LONG</td><td>{@code Long.MIN_VALUE}</td><td>missing</td></tr>
 * <tr><td>float16, float32; float64</td><td>FLOAT; DOUBLE</td><td>NaN</td><td>missing</td></tr>
 * <tr><td>text</td><td>STRING</td><td>{@code ""}</td><td>missing</td></tr>
 * <tr><td>dictionary</td><td>as its values; which categories there are is not kept</td>
 *     <td>an order of the categories</td><td>left out</td></tr>
 * <tr><td>UUID</td><td>STRING</td><td></td><td></td></tr>
 * <tr><td>date</td><td>LOCAL_DATE</td><td>years beyond -32768 to 32767</td><td>refused</td></tr>
 * <tr><td>time</td><td>LOCAL_TIME</td><td>parts of a millisecond</td><td>cut off</td></tr>
 * <tr><td>timestamp without zone</td><td>LOCAL_DATE_TIME</td><td>as date and time</td><td></td></tr>
 * <tr><td>timestamp with zone</td><td>INSTANT, of UTC</td><td>another zone</td>
 *     <td>the same moment</td></tr>
 * <tr><td>decimal</td><td></td><td>all</td><td>DOUBLE, the nearest</td></tr>
 * <tr><td>duration, binary</td><td></td><td>all</td><td>STRING, of ISO 8601, of base64</td></tr>
 * <tr><td>list, struct, mixed</td><td>STRING, if all are missing</td><td>all others</td>
 *     <td>STRING: texts as they are, other values as JSON</td></tr>
 * <tr><td>labels of rows</td><td></td><td>all</td><td>a first column</td></tr>
 * </table>
 */
public final class Tables {

  private Tables() {}

  /**
   * The frame of a table. Numbers are copied array by array.
   *
   * @param table the table
   * @return a frame with the name and the columns of the table
   * @throws IllegalArgumentException if the table has a column of somebody's own type, or columns
   *     of different lengths
   */
  public static Frame toFrame(Table table) {
    FrameBuilder builder = Frame.builder().name(table.name());
    for (Column<?> column : table.columns()) {
      builder.column(column.name(), FromTablesaw.column(column));
    }
    return builder.build();
  }

  /**
   * The table of a frame, without any loss.
   *
   * @param frame the frame
   * @return a table with the name and the columns of the frame
   * @throws IllegalArgumentException if the frame has what Tablesaw has not: see the table above;
   *     also if names of columns differ in case only, or begin or end with white space
   */
  public static Table toTable(Frame frame) {
    return toTable(frame, Loss.REFUSE);
  }

  /**
   * The table of a frame.
   *
   * @param frame the frame
   * @param loss what becomes of what Tablesaw has not
   * @return a table with the name and the columns of the frame
   * @throws IllegalArgumentException if the frame has what Tablesaw has not, and the loss does not
   *     help: see the table above
   */
  public static Table toTable(Frame frame, Loss loss) {
    List<Series> all = new ArrayList<>();
    if (frame.index() != null) {
      all.add(labels(frame, loss));
    }
    for (int i = 0; i < frame.schema().size(); i++) {
      all.add(new Series(frame.schema().field(i).name(), frame.column(i)));
    }
    if (all.isEmpty() && frame.size() > 0) {
      throw new IllegalArgumentException(
          "The frame has " + frame.size() + " rows without columns, which a Table cannot have");
    }
    Map<String, String> names = new HashMap<>();
    List<Column<?>> columns = new ArrayList<>();
    for (Series series : all) {
      // In the default locale, since that is how Tablesaw compares names.
      String other = names.put(series.name().toLowerCase(), series.name());
      if (other != null) {
        throw new IllegalArgumentException(
            "The names of the columns '"
                + other
                + "' and '"
                + series.name()
                + "' are one to Tablesaw, which ignores case: rename one of them");
      }
      columns.add(ToTablesaw.column(series, loss));
    }
    return Table.create(frame.name(), columns);
  }

  private static Series labels(Frame frame, Loss loss) {
    if (loss == Loss.REFUSE) {
      throw new IllegalArgumentException(
          "The frame has labels of its rows, which a Table has no place for: "
              + "convert it with Loss.ACCEPT to have them as the first column");
    }
    Series index = frame.index();
    return index.name() == null ? new Series("index", index.column()) : index;
  }

  /**
   * The series of a column.
   *
   * @param column the column
   * @return a series with its name, or without one where that is empty
   * @throws IllegalArgumentException if the column is of somebody's own type
   */
  public static Series toSeries(Column<?> column) {
    String name = column.name().isEmpty() ? null : column.name();
    return new Series(name, FromTablesaw.column(column));
  }

  /**
   * The column of a series, without any loss.
   *
   * @param series the series
   * @return a column with its name, the empty one where it has none
   * @throws IllegalArgumentException if the series has what Tablesaw has not: see the table above
   */
  public static Column<?> toColumn(Series series) {
    return toColumn(series, Loss.REFUSE);
  }

  /**
   * The column of a series.
   *
   * @param series the series
   * @param loss what becomes of what Tablesaw has not
   * @return a column with its name, the empty one where it has none
   * @throws IllegalArgumentException if the series has what Tablesaw has not, and the loss does not
   *     help: see the table above
   */
  public static Column<?> toColumn(Series series, Loss loss) {
    Series named = series.name() == null ? new Series("", series.column()) : series;
    return ToTablesaw.column(named, loss);
  }
}
