package org.datason.error;

/**
 * A place in a JSON document. Immutable.
 *
 * @param path the JSON path of the value, such as {@code $.runs[3].loss}; {@code $} is the whole
 *     document
 * @param offset the number of bytes before the place, from 0; -1 where there is no document (while
 *     writing)
 * @param line the line, from 1; -1 where there is no document
 * @param column the column in bytes, from 1; -1 where there is no document
 */
public record Location(String path, long offset, long line, long column) {

  /**
   * A place known by its path alone, as it is while a value is being written.
   *
   * @param path the JSON path
   * @return the place
   */
  public static Location ofPath(String path) {
    return new Location(path, -1, -1, -1);
  }

  /** The place as messages show it: {@code $.a[5].c (line 3, column 14, offset 120)}. */
  @Override
  public String toString() {
    return offset < 0
        ? path
        : path + " (line " + line + ", column " + column + ", offset " + offset + ")";
  }
}
