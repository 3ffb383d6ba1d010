package org.datason.json;

/**
 * Writes any range of like items, members or lines, for {@link JsonWriter#writeRanges}. Several
 * threads do so at the same time, each with a writer of its own, so this must be thread-safe.
 *
 * <pre>{@code
 * out.writeRanges(values.length, (part, from, to) -> part.writeDoubles(values, (int) from, (int) to));
 * }</pre>
 */
@FunctionalInterface
public interface WrittenRange {

  /**
   * Writes a range.
   *
   * @param out where to; it stands where the range begins
   * @param from the number of the first one
   * @param to after the last one
   */
  void write(JsonWriter out, long from, long to);
}
