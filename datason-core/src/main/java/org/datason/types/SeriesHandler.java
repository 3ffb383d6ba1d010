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
   */
  SeriesHandler(String hint) {
    this.hint = hint;
    origin = hint.startsWith("polars.") ? FrameOrigin.POLARS : FrameOrigin.PANDAS;
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
    return BuiltIns.isSeries(other) ? new SeriesHandler(other) : null;
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
