package org.datason.types;

import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Tables: written for pandas, read from pandas and polars. */
final class FrameHandler implements TypeHandler<Frame> {

  private final String hint;

  /**
   * A handler.
   *
   * @param hint which library's tables it reads
   */
  FrameHandler(String hint) {
    this.hint = hint;
  }

  @Override
  public Class<Frame> type() {
    return Frame.class;
  }

  @Override
  public String hint() {
    return hint;
  }

  /** Any of pandas or polars, also one that would load as another library's. */
  @Override
  public TypeHandler<Frame> subtype(String other, String java) {
    return BuiltIns.isTable(other) ? this : null;
  }

  @Override
  public void write(Frame frame, JsonWriter out) {
    FrameCodec.write(frame, out);
  }

  @Override
  public Frame read(JsonReader in) {
    return FrameCodec.read(in);
  }
}
