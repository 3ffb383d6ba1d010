package org.datason.http;

import java.util.stream.Stream;
import org.datason.frame.Frame;

/**
 * A table of any size that is kept somewhere, so that its rows can be read more than once. As an
 * answer it is sent batch by batch in each form; as JSON with hints together with its types, which
 * stand before the rows.
 *
 * <pre>{@code
 * routes.get("/runs", request -> (StoredTable) () -> ArrowFiles.batches(file).stream())
 * }</pre>
 */
@FunctionalInterface
public interface StoredTable {

  /**
   * Opens the rows, each time the same.
   *
   * @return batches of one schema, at least one; closed by the one who asked for it
   */
  Stream<Frame> batches();
}
