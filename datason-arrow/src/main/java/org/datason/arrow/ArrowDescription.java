package org.datason.arrow;

import java.util.List;
import java.util.Map;

/**
 * What is in a file of Arrow's, beside its rows. Immutable.
 *
 * @param stream whether it is a stream that was saved as a file
 * @param fields the columns as Arrow names them and their types: {@code id: Int(64, true)}
 * @param metadata the metadata of the schema
 * @param batches how many rows each record batch has
 * @param dictionaries how many dictionaries there are
 */
public record ArrowDescription(
    boolean stream,
    List<String> fields,
    Map<String, String> metadata,
    List<Long> batches,
    int dictionaries) {

  /**
   * Copies what could change.
   *
   * @param stream see the component
   * @param fields see the component
   * @param metadata see the component
   * @param batches see the component
   * @param dictionaries see the component
   */
  public ArrowDescription {
    fields = List.copyOf(fields);
    metadata = Map.copyOf(metadata);
    batches = List.copyOf(batches);
  }

  /**
   * How many rows there are in all.
   *
   * @return 0 or more
   */
  public long rows() {
    return batches.stream().mapToLong(Long::longValue).sum();
  }
}
