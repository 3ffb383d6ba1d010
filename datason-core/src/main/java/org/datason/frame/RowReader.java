package org.datason.frame;

import org.datason.json.JsonReader;

/**
 * Reads rows into the columns of one batch. Not thread-safe.
 *
 * @see FrameBatches
 */
public interface RowReader {

  /**
   * Reads the value that comes next as another row.
   *
   * @param in where from
   * @throws IllegalArgumentException if it is none that the columns take
   */
  void read(JsonReader in);

  /**
   * All rows that were read.
   *
   * @return one frame; this is not to be used any more
   */
  Frame build();
}
