package org.datason.types;

import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.frame.FrameOrigin;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Tables of pandas and polars, each written back as what it was. */
final class FrameHandler implements TypeHandler<Frame> {

  private final String hint;
  private final FrameOrigin origin;

  /**
   * A handler.
   *
   * @param hint which library's tables it reads
   */
  FrameHandler(String hint) {
    this.hint = hint;
    origin = hint.startsWith("polars.") ? FrameOrigin.POLARS : FrameOrigin.PANDAS;
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
    return BuiltIns.isTable(other) ? new FrameHandler(other) : null;
  }

  /** Where the type is known, only what came from elsewhere than pandas needs a hint. */
  @Override
  public void write(Frame frame, JsonWriter out) {
    if (out.hints() && frame.origin() != FrameOrigin.PANDAS) {
      writeHinted(frame, out);
    } else {
      FrameCodec.write(frame, out);
    }
  }

  @Override
  public void writeHinted(Frame frame, JsonWriter out) {
    FrameCodec.writeHinted(frame, out);
  }

  @Override
  public Frame read(JsonReader in) {
    boolean underHint = in.isUnderHint();
    Frame frame = FrameCodec.read(in);
    return underHint && frame != null ? frame.withOrigin(origin) : frame;
  }
}
