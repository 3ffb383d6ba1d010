package org.datason.types;

import org.datason.frame.FrameCodec;
import org.datason.frame.Series;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Columns with a name: written for pandas, read from pandas and polars. */
final class SeriesHandler implements TypeHandler<Series> {

  private final String hint;

  /**
   * A handler.
   *
   * @param hint which library's series it reads
   */
  SeriesHandler(String hint) {
    this.hint = hint;
  }

  @Override
  public Class<Series> type() {
    return Series.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  /** Any of pandas or polars, also one that would load as another library's. */
  @Override
  public TypeHandler<Series> subtype(String other, String java) {
    return BuiltIns.isSeries(other) ? this : null;
  }

  @Override
  public void write(Series series, JsonWriter out) {
    FrameCodec.write(series, out);
  }

  @Override
  public Series read(JsonReader in) {
    return FrameCodec.readSeries(in);
  }
}
