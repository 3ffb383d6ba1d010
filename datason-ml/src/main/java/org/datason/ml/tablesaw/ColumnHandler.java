package org.datason.ml.tablesaw;

import org.datason.frame.FrameCodec;
import org.datason.frame.Series;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import tech.tablesaw.columns.Column;

/**
 * Columns of Tablesaw, written and read as the series that {@link Tables} makes of them. Datason
 * finds it by itself where this module is on the class path; without Tablesaw it has no effect.
 */
@SuppressWarnings("rawtypes") // a class says nothing of what is in its columns
public final class ColumnHandler implements TypeHandler<Column> {

  private static final String PACKAGE = "tech.tablesaw.";
  private static final String NAME = PACKAGE + "columns.Column";

  /** Makes a handler; for {@link java.util.ServiceLoader}. */
  public ColumnHandler() {}

  @Override
  public Class<Column> type() {
    return Column.class;
  }

  @Override
  public String hint() {
    return "pandas.Series";
  }

  @Override
  public String javaType() {
    return NAME;
  }

  /** Each of Tablesaw's own columns. */
  @Override
  public boolean handles(Class<?> type) {
    return type.getName().startsWith(PACKAGE) && Column.class.isAssignableFrom(type);
  }

  /** Any series of pandas or polars. */
  @Override
  public TypeHandler<Column> subtype(String hint, String javaType) {
    return hint.equals("pandas.Series") || hint.equals("polars.Series") ? this : null;
  }

  /** What is redacted is no column of the same type any more, and loads as a series. */
  @Override
  public void writeHinted(Column column, JsonWriter out) {
    out.beginEnvelope(hint(), out.redacts() ? null : NAME);
    write(column, out);
    out.endEnvelope();
  }

  @Override
  public void write(Column column, JsonWriter out) {
    Series series;
    try {
      series = Tables.toSeries(column);
    } catch (IllegalArgumentException e) {
      throw out.unsupported(e.getMessage());
    }
    FrameCodec.write(series, out);
  }

  /** To Tablesaw NaN is a missing value, as it is to pandas. */
  @Override
  public Column read(JsonReader in) {
    Series series = FrameCodec.readSeriesWithoutNan(in);
    return series == null ? null : Tables.toColumn(series);
  }
}
