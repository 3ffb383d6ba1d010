package org.datason.types;

import org.datason.frame.FrameCodec;
import org.datason.frame.FrameOrigin;
import org.datason.frame.Series;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Columns with a name, of pandas and polars, each written back as what it was. */
final class SeriesHandler implements TypeHandler<Series> {

  private final String hint;
  private final FrameOrigin origin;

  /**
   * A handler.
   *
   * @param hint which library's series it reads
   * @param origin that library
   */
  SeriesHandler(String hint, FrameOrigin origin) {
    this.hint = hint;
    this.origin = origin;
  }

  @Override
  public Class<Series> type() {
    return Series.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  /** Where the type is known, only what came from elsewhere than pandas needs a hint. */
  @Override
  public void write(Series series, JsonWriter out) {
    if (out.hints() && series.origin() != FrameOrigin.PANDAS) {
      writeHinted(series, out);
    } else {
      FrameCodec.write(series, out);
    }
  }

  @Override
  public void writeHinted(Series series, JsonWriter out) {
    FrameCodec.writeHinted(series, out);
  }

  @Override
  public Series read(JsonReader in) {
    return FrameCodec.readSeries(in, origin);
  }
}
