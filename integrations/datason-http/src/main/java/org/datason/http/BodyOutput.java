package org.datason.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a body goes, opened once its first bytes are there: until then nothing of the answer has
 * been sent, and an error can still become a status of its own.
 */
@FunctionalInterface
public interface BodyOutput {

  /**
   * Sends the headers and opens the body.
   *
   * @param form the form that it has: that which was asked for, but not compressed where the body
   *     is too short to be worth it
   * @param length how many bytes will come; -1 where that is not known
   * @return what takes the bytes; it is flushed, and closed after the last one alone, never after
   *     an error
   * @throws IOException if the other side is gone
   */
  OutputStream open(BodyForm form, long length) throws IOException;
}
