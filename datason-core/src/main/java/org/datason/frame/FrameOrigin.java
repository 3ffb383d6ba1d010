package org.datason.frame;

/**
 * What a {@link Frame} or {@link Series} is to Python: where it was loaded from, so that it is
 * written back as the same thing. It is no part of the value: equal frames can differ in it.
 *
 * <pre>{@code
 * datason.toJson(frame.withOrigin(FrameOrigin.POLARS)); // {"__datason_type__":"polars.DataFrame",..}
 * }</pre>
 */
public enum FrameOrigin {
  /** A table of pandas: what every frame is that comes from nowhere else. */
  PANDAS("pandas"),

  /** A table of polars, which has no labels of rows; a frame with labels is written for pandas. */
  POLARS("polars");

  private final String library;

  FrameOrigin(String library) {
    this.library = library;
  }

  /** The hint of a frame. */
  String frameHint() {
    return library + ".DataFrame";
  }

  /** The hint of a series. */
  String seriesHint() {
    return library + ".Series";
  }
}
