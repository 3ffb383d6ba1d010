package org.datason.ml.tablesaw;

import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import tech.tablesaw.api.Table;

/**
 * Tables of Tablesaw, written and read as the frames that {@link Tables} makes of them. Datason
 * finds it by itself where this module is on the class path; without Tablesaw it has no effect.
 */
public final class TableHandler implements TypeHandler<Table> {

  /*
   * Nothing but type() and the conversions touch a class of Tablesaw, so that this class can be
   * loaded and asked about other classes where Tablesaw is not there.
   */

  private static final String NAME = "tech.tablesaw.api.Table";

  /** Makes a handler; for {@link java.util.ServiceLoader}. */
  public TableHandler() {}

  @Override
  public Class<Table> type() {
    return Table.class;
  }

  @Override
  public String hint() {
    return "pandas.DataFrame";
  }

  @Override
  public String javaType() {
    return NAME;
  }

  @Override
  public boolean handles(Class<?> type) {
    return type.getName().equals(NAME);
  }

  /** Any table of pandas or polars. */
  @Override
  public TypeHandler<Table> subtype(String hint, String javaType) {
    return hint.equals("pandas.DataFrame") || hint.equals("polars.DataFrame") ? this : null;
  }

  /** What is redacted is no table of the same types any more, and loads as a frame. */
  @Override
  public void writeHinted(Table table, JsonWriter out) {
    out.beginEnvelope(hint(), out.redacts() ? null : NAME);
    write(table, out);
    out.endEnvelope();
  }

  @Override
  public void write(Table table, JsonWriter out) {
    Frame frame;
    try {
      frame = Tables.toFrame(table);
    } catch (IllegalArgumentException e) {
      throw out.unsupported(e.getMessage());
    }
    FrameCodec.write(frame, out);
  }

  /** To Tablesaw NaN is a missing value, as it is to pandas. */
  @Override
  public Table read(JsonReader in) {
    Frame frame = FrameCodec.readWithoutNan(in);
    return frame == null ? null : Tables.toTable(frame);
  }
}
