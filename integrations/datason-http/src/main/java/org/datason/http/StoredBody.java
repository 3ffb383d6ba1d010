package org.datason.http;

import java.io.IOException;
import java.io.InputStream;

/** A body that is kept somewhere, so that it can be read more than once. */
@FunctionalInterface
public interface StoredBody {

  /**
   * Opens the body.
   *
   * @return all its bytes as they were sent; closed by the one who asked for it
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;
}
